import { EngineError } from '../../errors';
import { MISSING } from '../../table/columns';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import type { Coded } from './coded';
import { MOST_COLUMNS, MOST_VALUES, type EncodeFit, type OneHot, type Params } from './params';

interface Value {
  value: string;
  count: number;
}

/** @throws EngineError `too-few-values` of a blank column; `too-many-groups` */
export async function learnCodes(coded: Coded, params: Params, work: Work): Promise<EncodeFit> {
  const { column } = params;
  if (params.with === 'ordinal' && params.order) return { order: [...params.order] };
  const values = await valuesOf(coded, column, work);
  if (params.with === 'one-hot') return ownAndRare(values, params);
  if (params.with === 'ordinal') return { order: values.map(({ value }) => value) };
  return { cells: values.reduce((all, { count }) => all + count, 0), counts: values };
}

/** The different values in order, and how many cells each has. */
async function valuesOf(coded: Coded, column: string, work: Work): Promise<Value[]> {
  const { codes, size } = coded;
  const counts = new Uint32Array(size);
  await inBlocks(codes.length, 'encoding', work, (from, to) => {
    for (let row = from; row < to; row++) if (codes[row] !== MISSING) counts[codes[row]!]!++;
  });
  const groups = counts.reduce((all, count) => all + Number(count > 0), 0);
  if (groups === 0) throw new EngineError('too-few-values', { column, count: 0 });
  if (groups > MOST_VALUES) throw tooMany(column, groups, MOST_VALUES);
  const values: Value[] = [];
  counts.forEach((count, code) => {
    if (count > 0) values.push({ value: coded.word(code), count });
  });
  return values.sort((one, other) => coded.compare(one.value, other.value));
}

/** @see scikit-learn, OneHotEncoder (min_frequency, max_categories): of equally frequent values the later stay. */
function ownAndRare(values: readonly Value[], { column, most, atLeast = 1, share = 0 }: OneHot): EncodeFit {
  const cells = values.reduce((all, { count }) => all + count, 0);
  const often = values.filter(({ count }) => count >= atLeast && count >= share * cells);
  const rising = [...often].sort((one, other) => one.count - other.count);
  const own = new Set(most === undefined ? often : rising.slice(Math.max(0, rising.length - most)));
  if (own.size > MOST_COLUMNS) throw tooMany(column, own.size, MOST_COLUMNS);
  const named = (of: readonly Value[]) => of.map(({ value }) => value);
  return {
    values: named(values.filter((value) => own.has(value))),
    rare: named(values.filter((value) => !own.has(value))),
  };
}

const tooMany = (column: string, groups: number, most: number): EngineError =>
  new EngineError('too-many-groups', { column, groups, most, encoded: true });
