import * as v from 'valibot';
import { defineStep } from '../recipe/step';
import { rewriteColumns } from './parts/rewrite-columns';
import { inTextColumns, textColumns } from './parts/text-columns';
import { listed } from './parts/words';
import { patternFault, patternOf } from './pattern/pattern';
import { replaceMatches, templateOf } from './pattern/replace-matches';

const Params = v.strictObject({
  ...textColumns,
  /** The text to find, or a regular expression. */
  find: v.pipe(v.string(), v.minLength(1), v.maxLength(400)),
  /** What stands there instead; with a pattern, `$1` is what its first group found. */
  with: v.string(),
  as: v.picklist(['text', 'pattern']),
  /** Every place in the cell, or only cells that say nothing else. */
  where: v.picklist(['anywhere', 'whole']),
  /** `any`: small letters and capitals are one. */
  case: v.optional(v.literal('any')),
});
type Params = v.InferOutput<typeof Params>;

/**
 * Finds text and replaces it, in place. A cell of which nothing is left is blank; blanks stay. Counts: `changed` cells.
 * Patterns are those of `patternOf`. @throws EngineError `bad-pattern`
 */
export const replaceText = defineStep({
  op: 'replace-text',
  version: 1,
  params: Params,
  ...inTextColumns,
  refuses: ({ as, find }) => (as === 'pattern' ? patternFault(find) : null),
  describe: ({ columns, find, with: instead, where }) => {
    const whole = where === 'whole' ? ' where it is all there is' : '';
    return `Replace ‘${find}’ by ${instead === '' ? 'nothing' : `‘${instead}’`} in ${listed(columns)}${whole}`;
  },
  fit: () => null,
  apply: (table, params, _fit, work) => rewriteColumns(table, params.columns, replacer(params), work),
});

function replacer({ find, with: instead, as, where, case: letters }: Params): (text: string) => string {
  const options = { anyCase: letters === 'any', whole: where === 'whole' };
  if (as === 'text' && !options.anyCase)
    return options.whole
      ? (text) => (text === find ? instead : text)
      : (text) => text.replaceAll(find, () => instead);
  const pattern = patternOf(as === 'text' ? literal(find) : find, options);
  const filled = as === 'text' ? () => instead : templateOf(instead, pattern);
  return (text) => replaceMatches(text, pattern, filled);
}

/** The text as a pattern that means nothing but itself. */
const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
