import { defineStep } from '../recipe/step';
import { float64 } from '../table/buffers';
import { MISSING, NumberColumn, type Column, type TextColumn } from '../table/columns';
import { columnAs, withColumns } from '../table/table';
import type { Work } from '../work';
import { EXTRACTORS } from './extract/extractors';
import { inBlocks } from './parts/blocks';
import { textPieces } from './parts/text-pieces';
import { listed } from './parts/words';
import { measureOf, type Measure } from './text-to-numbers/measures';
import { Params, partColumn, type Part } from './text-to-numbers/params';

const MOST_NAMED = 3;

function said(part: Part, { find }: Params): string {
  if (part === 'contains') return `whether it contains ‘${find ?? ''}’`;
  if (part === 'e-mail-domain') return 'e-mail domain';
  return part === 'capitals' ? 'share of capitals' : part;
}

/**
 * Adds what can be told of a text: its `length` in characters, its `words` (parted by white space), how many `digits`, the
 * share of `capitals` among its letters (blank without letters), whether it `contains` something (0 or 1), and, as
 * text, the `e-mail-domain`. **Blanks** stay blank. Counts: `blank` cells; `without` cells that hold no e-mail address.
 * @see pandas, Series.str.len, split, count, contains
 */
export const textToNumbers = defineStep({
  op: 'text-to-numbers',
  version: 1,
  params: Params,
  reads: ({ column }) => [column],
  needs: ({ column }) => [[column, ['text']]],
  adds: (params) => params.parts.map((part) => partColumn(params, part)),
  makes: (params) =>
    params.parts.includes('e-mail-domain') ? [[partColumn(params, 'e-mail-domain'), 'text'] as const] : [],
  refuses: ({ parts, find }) =>
    parts.includes('contains') === (find !== undefined)
      ? null
      : { code: 'bad-params', details: { path: 'params.find', reason: 'goes with "contains"' } },
  describe: (params) => {
    const { column, parts } = params;
    const what =
      parts.length > MOST_NAMED ? `${parts.length} things` : listed(parts.map((part) => said(part, params)));
    return `Tell of ${column}: ${what}`;
  },
  fit: () => null,
  apply: async (table, params, _fit, work) => {
    const text = columnAs(table, params.column, 'text');
    let blank = 0;
    for (const code of text.codes) if (code === MISSING) blank++;
    const counts = { blank, without: 0 };
    const made: [string, Column][] = [];
    for (const part of params.parts) {
      const name = partColumn(params, part);
      if (part !== 'e-mail-domain') {
        made.push([name, await measured(text, measureOf(part, params), work)]);
        continue;
      }
      const { columns } = await textPieces(text, 1, (one) => [EXTRACTORS['e-mail-domain'](one)], work);
      for (const code of columns[0]!.codes) if (code === MISSING) counts.without++;
      counts.without -= blank;
      made.push([name, columns[0]!]);
    }
    return { table: withColumns(table, made), counts };
  },
});

/** Each different text is measured once. */
async function measured(
  { codes, dictionary }: TextColumn,
  measure: Measure,
  work: Work,
): Promise<NumberColumn> {
  const known = new Float64Array(dictionary.size);
  await inBlocks(dictionary.size, 'reading-text', work, (from, to) => {
    for (let code = from; code < to; code++) known[code] = measure(dictionary.text(code));
  });
  const values = float64(codes.length);
  await inBlocks(codes.length, 'reading-text', work, (from, to) => {
    for (let row = from; row < to; row++) values[row] = codes[row] === MISSING ? NaN : known[codes[row]!]!;
  });
  return new NumberColumn(values);
}
