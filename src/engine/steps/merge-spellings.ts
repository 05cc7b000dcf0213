import * as v from 'valibot';
import { ColumnName } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { rewriteColumns } from './parts/rewrite-columns';

const Spelling = v.pipe(v.string(), v.minLength(1));

/**
 * Writes spellings that were accepted as one in one way: each text of `from` becomes `to`, as they are written; all
 * others stay. Counts: `changed` cells.
 */
export const mergeSpellings = defineStep({
  op: 'merge-spellings',
  version: 1,
  params: v.strictObject({
    column: ColumnName,
    merges: v.pipe(
      v.array(v.strictObject({ from: v.pipe(v.array(Spelling), v.minLength(1)), to: Spelling })),
      v.minLength(1),
      v.check((merges) => {
        const all = merges.flatMap(({ from }) => from);
        return new Set(all).size === all.length;
      }, 'a spelling stands twice'),
    ),
  }),
  reads: ({ column }) => [column],
  needs: ({ column }) => [[column, ['text']]],
  adds: () => [],
  makes: ({ column }) => [[column, 'text']],
  describe: ({ column, merges }) => {
    const [only] = merges;
    const spellings = merges.reduce((sum, { from }) => sum + from.length, 0);
    return merges.length === 1 && only!.from.length === 1
      ? `Write ‘${only!.from[0]}’ as ‘${only!.to}’ in ${column}`
      : `Write ${spellings} spellings of ${column} as ${merges.length}`;
  },
  fit: () => null,
  apply: (table, { column, merges }, _fit, work) => {
    const to = new Map(merges.flatMap((merge) => merge.from.map((text) => [text, merge.to] as const)));
    return rewriteColumns(table, [column], (text) => to.get(text) ?? text, work);
  },
});
