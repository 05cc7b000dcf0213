import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { EngineError } from '../../errors';
import { isMissing } from '../../table/columns';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import { textOf } from '../parts/text-of';
import { comparedBy, Params } from './params';
import { proposePairs } from './propose';

/** A proposed pair in words. */
export interface CustomerPair {
  keys: readonly [string, string];
  score: number;
  email: boolean;
  phone: boolean;
  /** How alike the names are, 0 to 1; null where one has none. */
  name: number | null;
  /** The cells of both in each of the columns shown; null where blank. */
  cells: readonly (readonly [string | null, string | null])[];
}

export interface CustomerPairs {
  /** The columns shown. */
  columns: readonly string[];
  /** The best, by falling score. */
  pairs: readonly CustomerPair[];
  /** How many there are in all. */
  total: number;
  /** Rows that were compared with their neighbours in the alphabet only. */
  notAllCompared: number;
  /** Rows whose address or number too many share. */
  sharedByMany: number;
}

/** Proposed pairs for a person to accept or refuse; those of a key with itself are left out. @throws EngineError `bad-params` */
export async function customerPairs(
  table: ColumnTable,
  given: unknown,
  most: number,
  work: Work,
): Promise<CustomerPairs> {
  const parsed = v.safeParse(Params, given);
  if (!parsed.success) {
    throw new EngineError('bad-params', { path: 'params', reason: parsed.issues[0].message });
  }
  const params = parsed.output;
  const key = columnOf(table, params.key);
  const { pairs, notAllCompared, sharedByMany } = await proposePairs(
    table,
    params,
    (row) => !isMissing(key, row),
    work,
  );
  const columns = [...new Set([params.key, ...comparedBy(params), ...(params.date ? [params.date] : [])])];
  const shown = columns.map((name) => columnOf(table, name));
  const askable = pairs.filter(({ a, b }) => textOf(key, a) !== textOf(key, b));
  return {
    columns,
    pairs: askable.slice(0, most).map(({ a, b, score, email, phone, name }) => ({
      keys: [textOf(key, a)!, textOf(key, b)!],
      score,
      email,
      phone,
      name,
      cells: shown.map((column) => [textOf(column, a), textOf(column, b)] as const),
    })),
    total: askable.length,
    notAllCompared,
    sharedByMany,
  };
}
