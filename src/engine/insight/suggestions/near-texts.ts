import { loosely } from '../../steps/parts/loose-codes';
import type { TextColumn } from '../../table/columns';
import { isOneSlipAway } from './one-slip';

/** A slip is made in so few cells, as a share of those that are right. */
const SLIPS = 0.02;

/** By code, each text that less frequent ones are near to, and those. Each text is in one group at most. */
export function nearTexts({ dictionary }: TextColumn, counts: Uint32Array): Map<number, number[]> {
  const texts = [...counts.keys()]
    .filter((code) => counts[code]! > 0)
    .sort((a, b) => counts[b]! - counts[a]! || a - b)
    .map((code) => {
      const text = dictionary.text(code);
      return { code, loose: loosely(text), words: wordsOf(text) };
    });
  const groups = new Map<number, number[]>();
  const taken = new Set<number>();
  for (const [at, main] of texts.entries()) {
    if (taken.has(main.code)) continue;
    for (const other of texts.slice(at + 1)) {
      if (taken.has(other.code) || main.loose === other.loose) continue;
      const isSlip = () =>
        counts[other.code]! <= counts[main.code]! * SLIPS && isOneSlipAway(main.loose, other.loose);
      if (!(main.words !== '' && main.words === other.words) && !isSlip()) continue;
      taken.add(other.code);
      groups.set(main.code, [...(groups.get(main.code) ?? []), other.code]);
    }
  }
  return groups;
}

/** The words in the order of the alphabet, without accents and marks; points within a word do not part it ("U.K."). */
const wordsOf = (text: string): string =>
  [
    ...new Set(
      text
        .normalize('NFKD')
        .replace(/[\p{M}.'’]/gu, '')
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .filter((word) => word !== ''),
    ),
  ]
    .sort()
    .join(' ');
