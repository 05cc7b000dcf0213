import * as v from 'valibot';
import { defineStep, type Example } from '../recipe/step';
import { MISSING, type TextColumn } from '../table/columns';
import { metaOf } from '../table/meta';
import { columnAs, withColumns } from '../table/table';
import type { Work } from '../work';
import { inBlocks } from './parts/blocks';
import { rewritten } from './parts/rewritten';
import { inTextColumns, textColumns } from './parts/text-columns';
import { listed } from './parts/words';
import { COUNTRY_FORMS, isCountryCode, standardCountry } from './standardise/country';
import { standardEMail } from './standardise/e-mail';
import { phoneReader } from './standardise/phone';
import { standardPostalCode } from './standardise/postal-code';

const MOST_EXAMPLES = 20;
/** Marks of texts: not valid, and already among the examples or one too many. */
const INVALID = 1;
const TOLD = 2;

const shared = {
  ...textColumns,
  /** What becomes of cells that are not valid; they stay as they are, if not said. */
  otherwise: v.optional(v.picklist(['keep', 'blank'])),
};
/** ISO 3166-1 alpha-2. */
const country = v.optional(v.pipe(v.string(), v.check(isCountryCode, 'no-country')));

const Params = v.variant('as', [
  v.strictObject({ ...shared, as: v.literal('e-mail') }),
  /** `country`: of numbers that do not begin with +; without it they are not valid. */
  v.strictObject({ ...shared, as: v.literal('phone'), country }),
  /** `write`: alpha-2, if not said. */
  v.strictObject({ ...shared, as: v.literal('country'), write: v.optional(v.picklist(COUNTRY_FORMS)) }),
  v.strictObject({ ...shared, as: v.literal('postal-code'), country }),
]);
type Params = v.InferOutput<typeof Params>;

/** A text in standard form; null where it is not valid. */
type Standard = (text: string) => string | null;

/**
 * Writes e-mail addresses, telephone numbers (E.164), countries (ISO 3166-1) and postal codes in one form, in place.
 * Blanks stay; white space alone becomes blank. Counts: `changed` cells, those made blank among them, and `failed`
 * cells, which are not valid; examples: the first 20 texts that failed, each where it stands first, column by column.
 */
export const standardise = defineStep({
  op: 'standardise',
  version: 1,
  params: Params,
  ...inTextColumns,
  describe: (params) => `Write ${listed(params.columns)} as ${wordsOf(params)}`,
  fit: () => null,
  apply: async (table, params, _fit, work) => {
    const standard = await standardOf(params);
    const { sourceRows } = metaOf(table);
    const counts = { changed: 0, failed: 0 };
    const examples: Example[] = [];
    const made: (readonly [string, TextColumn])[] = [];
    for (const name of params.columns) {
      const before = columnAs(table, name, 'text');
      const invalid = new Uint8Array(before.dictionary.size);
      const write = writer(standard, params.otherwise === 'blank', invalid);
      const { column, changed } = await rewritten(before, write, work);
      counts.changed += changed;
      if (changed > 0) made.push([name, column]);
      counts.failed += await eachInvalid(before, invalid, work, (row, value) => {
        if (examples.length >= MOST_EXAMPLES) return;
        examples.push({ column: name, row: (sourceRows?.[row] ?? row) + 1, value });
      });
    }
    return { table: made.length > 0 ? withColumns(table, made) : table, counts, examples };
  },
});

function standardOf(params: Params): Standard | Promise<Standard> {
  if (params.as === 'e-mail') return standardEMail;
  if (params.as === 'phone') return phoneReader(params.country);
  if (params.as === 'country') return (text) => standardCountry(text, params.write ?? 'alpha-2');
  return (text) => standardPostalCode(text, params.country);
}

/** Writes a text in standard form and marks the code of one that has none. */
const writer =
  (standard: Standard, blank: boolean, invalid: Uint8Array) =>
  (text: string, code: number): string => {
    if (text.trim() === '') return '';
    const made = standard(text);
    if (made !== null) return made;
    invalid[code] = INVALID;
    return blank ? '' : text;
  };

/** Counts the cells whose text is marked, and tells of the first cell of each such text. */
async function eachInvalid(
  { codes, dictionary }: TextColumn,
  invalid: Uint8Array,
  work: Work,
  tell: (row: number, text: string) => void,
): Promise<number> {
  if (!invalid.includes(INVALID)) return 0;
  let count = 0;
  await inBlocks(codes.length, 'rewriting', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = codes[row]!;
      if (code === MISSING || invalid[code] === 0) continue;
      count++;
      if (invalid[code] === TOLD) continue;
      invalid[code] = TOLD;
      tell(row, dictionary.text(code));
    }
  });
  return count;
}

const COUNTRY_WORDS = {
  'alpha-2': 'country codes of two letters',
  'alpha-3': 'country codes of three letters',
  name: 'names of countries',
};

function wordsOf(params: Params): string {
  if (params.as === 'e-mail') return 'e-mail addresses';
  if (params.as === 'country') return COUNTRY_WORDS[params.write ?? 'alpha-2'];
  const what = params.as === 'phone' ? 'phone numbers (E.164)' : 'postal codes';
  if (params.country === undefined) return what;
  return params.as === 'phone'
    ? `${what}, without + those of ${params.country}`
    : `${what} of ${params.country}`;
}
