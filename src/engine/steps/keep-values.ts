import * as v from 'valibot';
import { ColumnName } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { MISSING } from '../table/columns';
import { columnAs, keep } from '../table/table';
import { inBlocks } from './parts/blocks';

const NAMED = 3;

/**
 * Keeps the rows in which a column of text says one of some values, as they are written; all others are set aside.
 * Rows with a blank there are set aside too, unless `blanks` is `keep`. Counts: `dropped` rows.
 */
export const keepValues = defineStep({
  op: 'keep-values',
  version: 1,
  params: v.strictObject({
    column: ColumnName,
    values: v.pipe(
      v.array(v.string()),
      v.minLength(1),
      v.check((values) => new Set(values).size === values.length, 'a value stands twice'),
    ),
    blanks: v.optional(v.picklist(['keep', 'set-aside'])),
  }),
  reads: ({ column }) => [column],
  needs: ({ column }) => [[column, ['text']]],
  adds: () => [],
  describe: ({ column, values }) => `Keep rows whose ${column} is ${few(values)}`,
  fit: () => null,
  apply: async (table, { column, values, blanks }, _fit, work) => {
    const { codes, dictionary } = columnAs(table, column, 'text');
    const wanted = new Set(values);
    const isWanted = Uint8Array.from({ length: dictionary.size }, (_, code) =>
      Number(wanted.has(dictionary.text(code))),
    );
    const blank = blanks === 'keep' ? 1 : 0;
    const marks = new Uint8Array(codes.length);
    let kept = 0;
    await inBlocks(codes.length, 'looking', work, (from, to) => {
      for (let row = from; row < to; row++) {
        marks[row] = codes[row] === MISSING ? blank : isWanted[codes[row]!]!;
        kept += marks[row]!;
      }
    });
    return { table: keep(table, marks), counts: { dropped: codes.length - kept } };
  },
});

/** "A", "A or B", "A, B, C or 4 more". */
function few(values: readonly string[]): string {
  const more = values.length - NAMED;
  const named = more > 0 ? [...values.slice(0, NAMED), `${more} more`] : values;
  return named.length < 2 ? named.join('') : `${named.slice(0, -1).join(', ')} or ${named.at(-1)}`;
}
