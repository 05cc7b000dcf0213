import { inBlocks } from '../../steps/parts/blocks';
import type { TextColumn } from '../../table/columns';
import type { Dictionary } from '../../table/dictionary';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import { cellsOf } from './cells-of';
import type { Draft, Studied } from './suggestion';

const SPACE = 0x20;
const BEYOND_ASCII = 0x80;

/** Text with white space at its ends, several blanks in a row, or white space other than blanks; one suggestion a column. */
export async function extraBlanks({ table, understanding, work }: Studied): Promise<Draft[]> {
  const found: Draft[] = [];
  for (const { name } of understanding.columns) {
    const column = columnOf(table, name);
    if (column.kind !== 'text') continue;
    const { ends, within, any } = await marked(column, work);
    if (!any) continue;
    const [atEnds, inside] = [await cellsOf(column, ends, work), await cellsOf(column, within, work)];
    const cells = await cellsOf(
      column,
      ends.map((mark, code) => mark | within[code]!),
      work,
    );
    if (cells === 0) continue;
    found.push({
      code: inside === 0 ? 'blanks-at-ends' : atEnds === 0 ? 'blanks-within' : 'extra-blanks',
      columns: [name],
      step: { op: 'clean-text', params: { columns: [name], blanks: 'collapse', ends: 'trim' } },
      effect: { cells },
      details: { ends: atEnds, within: inside },
    });
  }
  return found;
}

/** Which texts have white space to spare at their ends, and which between. */
async function marked({ dictionary }: TextColumn, work: Work) {
  const ends = new Uint8Array(dictionary.size);
  const within = new Uint8Array(dictionary.size);
  let any = false;
  await inBlocks(dictionary.size, 'looking', work, (from, to) => {
    for (let code = from; code < to; code++) {
      if (!mayHaveBlanks(dictionary, code)) continue;
      const text = dictionary.text(code);
      const trimmed = text.trim();
      ends[code] = Number(trimmed !== text);
      within[code] = Number(trimmed.replace(/\s+/g, ' ') !== trimmed);
      any ||= trimmed !== text || within[code] === 1;
    }
  });
  return { ends, within, any };
}

/** A look at the bytes, which spares making a text of each. */
function mayHaveBlanks({ bytes, offsets }: Dictionary, code: number): boolean {
  const [start, end] = [offsets[code]!, offsets[code + 1]!];
  if (start === end) return false;
  let before = SPACE;
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte < SPACE || byte >= BEYOND_ASCII || (byte === SPACE && before === SPACE)) return true;
    before = byte;
  }
  return before === SPACE;
}
