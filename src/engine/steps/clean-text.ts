import * as v from 'valibot';
import { defineStep } from '../recipe/step';
import { CASES, inCase } from './clean-text/letter-case';
import { foldAccents } from './parts/fold-accents';
import { rewriteColumns } from './parts/rewrite-columns';
import { inTextColumns, somethingToDo, textColumns } from './parts/text-columns';
import { listed } from './parts/words';

const Params = v.strictObject({
  ...textColumns,
  /** NFC writes equal letters in one way; NFKC also wide, joined and raised ones as plain ones. */
  unicode: v.optional(v.picklist(['NFC', 'NFKC'])),
  /** Tabs and line ends become blanks; other control characters and invisible ones go. */
  controls: v.optional(v.literal('remove')),
  accents: v.optional(v.literal('remove')),
  /** Runs of white space become one blank. */
  blanks: v.optional(v.literal('collapse')),
  /** White space at the ends goes. */
  ends: v.optional(v.literal('trim')),
  case: v.optional(v.picklist(CASES)),
});
type Params = v.InferOutput<typeof Params>;

const BREAKS = /[\t-\r\x85\u2028\u2029]/g;
/** Control characters, soft hyphens, blanks of no width, marks of direction and of byte order. */
const INVISIBLE =
  /[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/**
 * Cleans text, in the order of the parameters above. A cell of which nothing is left is blank; blanks stay.
 * Counts: `changed` cells.
 */
export const cleanText = defineStep({
  op: 'clean-text',
  version: 1,
  params: v.pipe(Params, somethingToDo<Params>()),
  ...inTextColumns,
  describe: (params) => `Clean ${listed(params.columns)}: ${listed(wordsOf(params))}`,
  fit: () => null,
  apply: (table, params, _fit, work) => {
    const parts = cleaners(params);
    return rewriteColumns(
      table,
      params.columns,
      (text) => parts.reduce((now, clean) => clean(now), text),
      work,
    );
  },
});

function cleaners({
  unicode,
  controls,
  accents,
  blanks,
  ends,
  case: to,
}: Params): ((text: string) => string)[] {
  return [
    unicode && ((text: string) => text.normalize(unicode)),
    controls && ((text: string) => text.replace(BREAKS, ' ').replace(INVISIBLE, '')),
    accents && foldAccents,
    blanks && ((text: string) => text.replace(/\s+/g, ' ')),
    ends && ((text: string) => text.trim()),
    to && ((text: string) => inCase(text, to)),
  ].filter((clean) => clean !== undefined);
}

const CASE_WORDS = {
  lower: 'small letters',
  upper: 'capitals',
  title: 'each word with a capital',
  sentence: 'the first letter a capital',
};

function wordsOf({ unicode, controls, accents, blanks, ends, case: to }: Params): string[] {
  return [
    unicode && `letters in ${unicode}`,
    controls && 'no invisible characters',
    accents && 'no accents',
    blanks && 'single blanks',
    ends && 'no blanks at the ends',
    to && CASE_WORDS[to],
  ].filter((words) => words !== undefined);
}
