import { uint32 } from '../../table/buffers';
import { MISSING, TextColumn } from '../../table/columns';
import { Dictionary } from '../../table/dictionary';
import type { Work } from '../../work';
import { inBlocks } from './blocks';

/**
 * New columns of text made of one, each distinct text taken apart once; a piece that is null or empty is a blank.
 * `rows` says how many cells each of the texts has: `rows[code]`.
 */
export async function textPieces(
  { codes, dictionary }: TextColumn,
  pieces: number,
  apart: (text: string) => readonly (string | null)[],
  work: Work,
): Promise<{ columns: TextColumn[]; rows: Uint32Array }> {
  const known = Array.from({ length: pieces }, () => new Map<string, number>());
  const codeOf = known.map(() => new Uint32Array(dictionary.size).fill(MISSING));
  await inBlocks(dictionary.size, 'rewriting', work, (from, to) => {
    for (let code = from; code < to; code++) {
      const found = apart(dictionary.text(code));
      for (let i = 0; i < pieces; i++) {
        const piece = found[i] ?? '';
        if (piece === '') continue;
        const there = known[i]!.get(piece);
        if (there === undefined) known[i]!.set(piece, known[i]!.size);
        codeOf[i]![code] = there ?? known[i]!.size - 1;
      }
    }
  });
  const made = known.map(() => uint32(codes.length));
  const rows = new Uint32Array(dictionary.size);
  await inBlocks(codes.length, 'rewriting', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = codes[row]!;
      if (code !== MISSING) rows[code]!++;
      for (let i = 0; i < pieces; i++) made[i]![row] = code === MISSING ? MISSING : codeOf[i]![code]!;
    }
  });
  return {
    columns: made.map((cells, i) => new TextColumn(cells, Dictionary.of([...known[i]!.keys()]))),
    rows,
  };
}
