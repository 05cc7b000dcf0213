import * as v from 'valibot';
import { ColumnName, ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { columnsCalled } from '../table/columns-called';
import { columnAs, withColumns } from '../table/table';
import { textPieces } from './parts/text-pieces';
import { listed } from './parts/words';

const common = {
  column: ColumnName,
  /** The columns to add; there are as many parts. */
  into: v.pipe(ColumnNames, v.maxLength(50)),
  /** `remove`: the column goes once it is split. */
  original: v.optional(v.literal('remove')),
};
const ByDelimiter = v.strictObject({
  ...common,
  delimiter: v.pipe(v.string(), v.minLength(1)),
  /** `end`: it is cut from the right, so that the first part takes what is left over. */
  from: v.optional(v.literal('end')),
});
const ByWidth = v.strictObject({
  ...common,
  /** How many characters each part has but the last, which takes the rest. */
  widths: v.array(v.pipe(v.number(), v.integer(), v.minValue(1))),
});
type Params = v.InferOutput<typeof ByDelimiter> | v.InferOutput<typeof ByWidth>;

/**
 * Splits a text column into several, at each place where the delimiter stands or after so many characters. Where there
 * are more parts than columns, the last one takes the rest as it is; where there are fewer, the others are blank. Parts
 * are without white space at the ends. Counts: `split` cells, `short` (cells with fewer parts than columns).
 */
export const splitColumn = defineStep({
  op: 'split-column',
  version: 1,
  params: v.union([ByDelimiter, ByWidth]),
  reads: ({ column }) => [column],
  needs: ({ column }) => [[column, ['text']]],
  adds: ({ into }) => into,
  makes: ({ into }) => into.map((name) => [name, 'text'] as const),
  drops: ({ column, original }) => (original === 'remove' ? [column] : []),
  refuses: (params) =>
    'widths' in params && params.widths.length !== params.into.length - 1
      ? { code: 'bad-params', details: { path: 'params.widths', reason: 'one less than the columns' } }
      : null,
  describe: ({ column, into }) => `Split ${column} into ${listed(into)}`,
  fit: () => null,
  apply: async (table, params, _fit, work) => {
    const { column, into, original } = params;
    const before = columnAs(table, column, 'text');
    const apart = (text: string) => partsOf(text, params).map((part) => part.trim());
    const { columns, rows } = await textPieces(before, into.length, apart, work);
    let [split, short] = [0, 0];
    rows.forEach((cells, code) => {
      if (cells === 0) return;
      const parts = partsOf(before.dictionary.text(code), params).length;
      if (parts > 1) split += cells;
      if (parts < into.length) short += cells;
    });
    const kept =
      original === 'remove' ? columnsCalled(table, (name) => (name === column ? null : name)) : table;
    const added = into.map((name, i) => [name, columns[i]!] as const);
    return { table: withColumns(kept, added), counts: { split, short } };
  },
});

function partsOf(text: string, params: Params): string[] {
  const most = params.into.length;
  if ('widths' in params) return byWidth([...text], params.widths);
  const { delimiter, from } = params;
  const parts = text.split(delimiter);
  if (parts.length <= most) return parts;
  return from === 'end'
    ? [parts.slice(0, parts.length - most + 1).join(delimiter), ...parts.slice(parts.length - most + 1)]
    : [...parts.slice(0, most - 1), parts.slice(most - 1).join(delimiter)];
}

function byWidth(characters: readonly string[], widths: readonly number[]): string[] {
  const parts: string[] = [];
  let at = 0;
  for (const width of [...widths, Infinity]) {
    if (at >= characters.length) break;
    parts.push(characters.slice(at, at + width).join(''));
    at += width;
  }
  return parts;
}
