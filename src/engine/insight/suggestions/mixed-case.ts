import { CASES, inCase, type LetterCase } from '../../steps/clean-text/letter-case';
import type { TextColumn } from '../../table/columns';
import { columnOf } from '../../table/table';
import { inBlocks } from '../../steps/parts/blocks';
import type { Work } from '../../work';
import { codeCounts } from '../category-facts';
import type { Draft, Studied } from './suggestion';

const MOST_TEXTS = 100_000;

/**
 * Texts that others write in other letters, as "LEEDS" beside "Leeds", where one letter case writes all texts as most
 * cells do: it changes no others. One suggestion a column.
 */
export async function mixedCase({ table, understanding, work }: Studied): Promise<Draft[]> {
  const found: Draft[] = [];
  for (const { name, kind, distinct } of understanding.columns) {
    const column = columnOf(table, name);
    if (kind !== 'text' || column.kind !== 'text' || distinct < 2 || distinct > MOST_TEXTS) continue;
    const counts = await codeCounts(column, work);
    const spellings = await spellingsOf(column, counts, work);
    if (spellings.every((one) => one.length === 1)) continue;
    for (const to of CASES) {
      const strays = straysOf(column, spellings, counts, to);
      if (!strays) continue;
      const [first] = strays as [number];
      const value = column.dictionary.text(first);
      found.push({
        code: 'mixed-case',
        columns: [name],
        step: { op: 'clean-text', params: { columns: [name], case: to } },
        effect: { cells: strays.reduce((sum, code) => sum + counts[code]!, 0) },
        details: { value, into: inCase(value, to) },
      });
      break;
    }
  }
  return found;
}

/** The texts that are used, those together that differ in case alone; the most frequent first. */
async function spellingsOf({ dictionary }: TextColumn, counts: Uint32Array, work: Work): Promise<number[][]> {
  const groups = new Map<string, number[]>();
  await inBlocks(dictionary.size, 'looking', work, (from, to) => {
    for (let code = from; code < to; code++) {
      if (counts[code] === 0) continue;
      const plain = dictionary.text(code).toLowerCase();
      const group = groups.get(plain);
      if (group) group.push(code);
      else groups.set(plain, [code]);
    }
  });
  return [...groups.values()].map((codes) => codes.sort((a, b) => counts[b]! - counts[a]! || a - b));
}

/** The texts that the letter case writes as a more frequent one; null if it writes any otherwise, or changes none. */
function straysOf(
  { dictionary }: TextColumn,
  spellings: readonly number[][],
  counts: Uint32Array,
  to: LetterCase,
): number[] | null {
  const strays: number[] = [];
  for (const codes of spellings) {
    const wanted = inCase(dictionary.text(codes[0]!), to);
    const kept = codes.find((code) => dictionary.text(code) === wanted);
    if (kept === undefined || counts[kept]! < counts[codes[0]!]!) return null;
    strays.push(...codes.filter((code) => code !== kept));
  }
  return strays.length > 0 ? strays : null;
}
