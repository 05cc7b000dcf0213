import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { EngineError } from '../../errors';
import { ColumnName } from '../../recipe/schema';
import { float64 } from '../../table/buffers';
import { MISSING } from '../../table/columns';
import { originOf } from '../../table/meta';
import { columnAs } from '../../table/table';

/** So many values a column may have that customers are grouped by. */
const MOST = 100;

/** Of k-prototypes: beside the centroids, which are of the numbers, the most common category of each segment. */
export const PrototypesFit = v.pipe(
  v.object({
    /** What a category that differs counts, in squared distances of the numbers. */
    gamma: v.pipe(v.number(), v.gtValue(0)),
    /** Text columns, in the order of their names. */
    columns: v.pipe(v.array(ColumnName), v.minLength(1)),
    /** k × columns; empty for no value. */
    modes: v.pipe(v.array(v.array(v.string())), v.minLength(1)),
  }),
  v.check(
    ({ columns, modes }) => modes.every((mode) => mode.length === columns.length),
    'the modes do not fit the columns',
  ),
);
export type PrototypesFit = v.InferOutput<typeof PrototypesFit>;

/** Categories of some rows. */
export interface Categories {
  columns: readonly string[];
  /** Of each column the values that occur, in the order of the text; empty text for no value. */
  levels: string[][];
  /** Of each column, for each row, the place of its value. */
  codes: Float64Array[];
}

/** A blank is a category of its own. */
export function categoriesOf(table: ColumnTable, columns: readonly string[], rows: Uint32Array): Categories {
  const each = columns.map((column) => codedColumn(table, column, rows));
  return { columns, levels: each.map(({ levels }) => levels), codes: each.map(({ codes }) => codes) };
}

function codedColumn(table: ColumnTable, column: string, rows: Uint32Array) {
  const { codes: cells, dictionary } = columnAs(table, column, 'text');
  const used = new Set<number>();
  for (const row of rows) used.add(cells[row]!);
  const texts = new Map([...used].map((code) => [code, code === MISSING ? '' : dictionary.text(code)]));
  const levels = [...new Set(texts.values())].sort();
  const ranks = new Map(levels.map((text, at) => [text, at]));
  const places = new Map([...texts].map(([code, text]) => [code, ranks.get(text)!]));
  const codes = float64(rows.length);
  rows.forEach((row, i) => (codes[i] = places.get(cells[row]!)!));
  return { levels, codes };
}

/** @throws EngineError `too-many-groups` where a column has more values than customers can be grouped by */
export function checkLevels(table: ColumnTable, { columns, levels }: Categories): void {
  columns.forEach((column, i) => {
    const groups = levels[i]!.length;
    if (groups > MOST)
      throw new EngineError('too-many-groups', {
        column: originOf(table, column),
        groups,
        most: MOST,
        counted: true,
      });
  });
}

/** The categories of some of the rows. */
export const takeCategories = (given: Categories, at: Uint32Array): Categories => ({
  ...given,
  codes: given.codes.map((codes) => Float64Array.from(at, (row) => codes[row]!)),
});

/** How many categories of labelled customers differ from the mode of their segment. @param ids from 1, 0 for none */
export function mismatches(table: ColumnTable, { columns, modes }: PrototypesFit, ids: Uint8Array): number {
  const rows = Uint32Array.from(ids.keys());
  const { levels, codes } = categoriesOf(table, columns, rows);
  let count = 0;
  codes.forEach((own, j) => {
    const wanted = modes.map((mode) => levels[j]!.indexOf(mode[j]!));
    for (let row = 0; row < ids.length; row++)
      if (ids[row]! > 0 && own[row] !== wanted[ids[row]! - 1]) count++;
  });
  return count;
}
