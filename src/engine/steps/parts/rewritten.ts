import { uint32 } from '../../table/buffers';
import { MISSING, TextColumn } from '../../table/columns';
import { Dictionary } from '../../table/dictionary';
import type { Work } from '../../work';
import { inBlocks } from './blocks';

/**
 * The column with each distinct text written anew, and how many cells that changed. Texts that become equal share a
 * code; one that becomes empty is a blank. `write` is asked once for each text, with its code.
 */
export async function rewritten(
  { codes, dictionary }: TextColumn,
  write: (text: string, code: number) => string,
  work: Work,
): Promise<{ column: TextColumn; changed: number }> {
  const texts = new Map<string, number>();
  const codeOf = new Uint32Array(dictionary.size);
  const differs = new Uint8Array(dictionary.size);
  await inBlocks(dictionary.size, 'rewriting', work, (from, to) => {
    for (let code = from; code < to; code++) {
      const before = dictionary.text(code);
      const after = write(before, code);
      differs[code] = after === before ? 0 : 1;
      const there = after === '' ? MISSING : texts.get(after);
      if (there === undefined) texts.set(after, texts.size);
      codeOf[code] = there ?? texts.size - 1;
    }
  });
  const made = uint32(codes.length);
  let changed = 0;
  await inBlocks(codes.length, 'rewriting', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const code = codes[row]!;
      made[row] = code === MISSING ? MISSING : codeOf[code]!;
      if (code !== MISSING) changed += differs[code]!;
    }
  });
  return { column: new TextColumn(made, Dictionary.of([...texts.keys()])), changed };
}
