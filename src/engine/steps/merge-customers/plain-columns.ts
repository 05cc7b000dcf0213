import type { ColumnTable } from 'arquero';
import { uint32 } from '../../table/buffers';
import { MISSING, TextColumn } from '../../table/columns';
import { Dictionary } from '../../table/dictionary';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import { rewritten } from '../parts/rewritten';
import { asText } from '../parts/text-of';
import { plainName } from './plain-contact';

/** Letters by which names of a block begin. */
const BEGINNING = 3;

/** The column as text with each cell written plainly; blank where nothing is left. */
export async function plainColumn(
  table: ColumnTable,
  name: string,
  plain: (text: string) => string,
  work: Work,
): Promise<TextColumn> {
  const column = columnOf(table, name);
  const text = column.kind === 'text' ? column : asText(column);
  return (await rewritten(text, plain, work)).column;
}

/** The plain name of each row. */
export interface Names {
  codes: Uint32Array;
  texts: readonly string[];
  /** The place of each text in the alphabet. */
  ranks: Uint32Array;
  /** What the first and the last word of each name begins with. */
  beginnings: readonly TextColumn[];
}

export async function namesOf(table: ColumnTable, columns: readonly string[], work: Work): Promise<Names> {
  const whole = columns.length === 1 ? columnOf(table, columns[0]!) : null;
  const joined = whole?.kind === 'text' ? whole : await joinedColumns(table, columns, work);
  const { column } = await rewritten(joined, plainName, work);
  const texts = Array.from({ length: column.dictionary.size }, (_, code) => column.dictionary.text(code));
  const rising = [...texts.keys()].sort((a, b) => (texts[a]! < texts[b]! ? -1 : 1));
  const ranks = new Uint32Array(texts.length);
  rising.forEach((code, at) => (ranks[code] = at));
  const words = [
    (text: string) => text.slice(0, BEGINNING),
    (text: string) => text.slice(text.lastIndexOf(' ') + 1).slice(0, BEGINNING),
  ];
  const beginnings: TextColumn[] = [];
  for (const word of words) beginnings.push((await rewritten(column, word, work)).column);
  return { codes: column.codes, texts, ranks, beginnings };
}

async function joinedColumns(
  table: ColumnTable,
  columns: readonly string[],
  work: Work,
): Promise<TextColumn> {
  const parts = columns.map((name) => {
    const column = columnOf(table, name);
    return column.kind === 'text' ? column : asText(column);
  });
  const codes = uint32(table.numRows());
  const known = new Map<string, number>();
  await inBlocks(codes.length, 'rewriting', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const text = parts.flatMap((part) => part.at(row) ?? []).join(' ');
      let code = text === '' ? MISSING : known.get(text);
      if (code === undefined) known.set(text, (code = known.size));
      codes[row] = code;
    }
  });
  return new TextColumn(codes, Dictionary.of([...known.keys()]));
}
