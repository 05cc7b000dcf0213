import * as v from 'valibot';
import { ColumnName } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { float64 } from '../table/buffers';
import { MISSING, NumberColumn, type Column, type TextColumn } from '../table/columns';
import { columnAs, withColumns } from '../table/table';
import type { Work } from '../work';
import { byPattern, EXTRACTORS, firstNumber } from './extract/extractors';
import { inBlocks } from './parts/blocks';
import { textPieces } from './parts/text-pieces';
import { patternFault } from './pattern/pattern';

const common = { column: ColumnName, as: ColumnName };
const READY = ['e-mail-domain', 'first-word', 'last-word'] as const;
const Params = v.variant('what', [
  v.strictObject({ ...common, what: v.picklist(READY) }),
  v.strictObject({ ...common, what: v.literal('number'), decimal: v.optional(v.picklist(['.', ','])) }),
  v.strictObject({
    ...common,
    what: v.literal('pattern'),
    /** A regular expression; what its first group finds is taken, the whole match where it has none. */
    pattern: v.string(),
    case: v.optional(v.literal('any')),
  }),
]);
type Params = v.InferOutput<typeof Params>;

const WORDS = {
  'e-mail-domain': 'the domain',
  'first-word': 'the first word',
  'last-word': 'the last word',
  number: 'the first number',
};

/**
 * Takes something out of a text column into a new one, `as`: a number column for `number`, else text. Where there is
 * no such thing, and in blanks, it is blank. Counts: `found` and `without` cells.
 * @throws EngineError `bad-pattern`
 */
export const extract = defineStep({
  op: 'extract',
  version: 1,
  params: Params,
  reads: ({ column }) => [column],
  needs: ({ column }) => [[column, ['text']]],
  adds: ({ as }) => [as],
  makes: ({ as, what }) => [[as, what === 'number' ? 'number' : 'text']],
  refuses: (params) => (params.what === 'pattern' ? patternFault(params.pattern) : null),
  describe: (params) => {
    const { column, as } = params;
    return `Take ${params.what === 'pattern' ? `‘${params.pattern}’` : WORDS[params.what]} out of ${column} as ${as}`;
  },
  fit: () => null,
  apply: async (table, params, _fit, work) => {
    const before = columnAs(table, params.column, 'text');
    const made = await taken(before, params, work);
    let [found, without] = [0, 0];
    before.codes.forEach((code, row) => {
      if (code === MISSING) return;
      if (made.at(row) === null) without++;
      else found++;
    });
    return { table: withColumns(table, [[params.as, made]]), counts: { found, without } };
  },
});

async function taken(before: TextColumn, params: Params, work: Work): Promise<Column> {
  if (params.what === 'number') return numbersIn(before, params.decimal ?? '.', work);
  const take =
    params.what === 'pattern' ? byPattern(params.pattern, params.case === 'any') : EXTRACTORS[params.what];
  const { columns } = await textPieces(before, 1, (text) => [take(text)], work);
  return columns[0]!;
}

async function numbersIn(
  { codes, dictionary }: TextColumn,
  decimal: '.' | ',',
  work: Work,
): Promise<NumberColumn> {
  const known = Float64Array.from({ length: dictionary.size }, (_, code) =>
    firstNumber(dictionary.text(code), decimal),
  );
  const values = float64(codes.length);
  await inBlocks(codes.length, 'converting', work, (from, to) => {
    for (let row = from; row < to; row++) values[row] = codes[row] === MISSING ? NaN : known[codes[row]!]!;
  });
  return new NumberColumn(values);
}
