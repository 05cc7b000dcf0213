import { inBlocks } from '../../steps/parts/blocks';
import type { Work } from '../../work';
import type { Answer } from './consent';
import type { Destination } from './destination';
import type { FieldCells } from './field-cells';

/** The fields that tell who is one person, the first that has a cell first. */
export const keysOf = ({ keys }: Destination, cells: readonly FieldCells[]): readonly FieldCells[] =>
  keys.flatMap((is) => cells.filter(({ field }) => field.is === is));

/** Rows among which some may be one person. */
interface Rows {
  rows: number;
  keys: readonly FieldCells[];
  /** Whether the row would be written so far. */
  mayBe: (row: number) => boolean;
}

interface RowsAsked extends Rows {
  said: (row: number) => Answer;
  refuse: (row: number) => void;
}

/**
 * Refuses each row that has an e-mail or phone number of a customer, of whatever segment, who said no. A customer who
 * said nothing speaks for no other.
 */
export async function refused({ rows, keys, mayBe, said, refuse }: RowsAsked, work: Work): Promise<void> {
  const noes = keys.map(() => new Set<string>());
  await inBlocks(rows, 'checking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      if (said(row) !== 'no') continue;
      for (let at = 0; at < keys.length; at++) {
        const text = keys[at]!.cell(row);
        if (text) noes[at]!.add(text);
      }
    }
  });
  await inBlocks(rows, 'checking', work, (from, to) => {
    for (let row = from; row < to; row++)
      if (mayBe(row) && keys.some(({ cell }, at) => noes[at]!.has(cell(row) ?? ''))) refuse(row);
  });
}

interface RowsCompared extends Rows {
  /** Whether the first of two rows goes before the second, which stands further down. */
  goesBefore: (above: number, below: number) => boolean;
  drop: (row: number) => void;
}

/** Drops all rows of one person but one; for each dropped row the one it lost to. */
export async function duplicates(
  { rows, keys, mayBe, goesBefore, drop }: RowsCompared,
  work: Work,
): Promise<Map<number, number>> {
  const kept = new Map<string, number>();
  const instead = new Map<number, number>();
  await inBlocks(rows, 'checking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      if (!mayBe(row)) continue;
      const text = keyOf(keys, row);
      if (text === '') continue;
      const other = kept.get(text);
      const loses = other !== undefined && goesBefore(other, row) ? row : other;
      if (loses !== row) kept.set(text, row);
      if (loses === undefined) continue;
      drop(loses);
      instead.set(loses, loses === row ? other! : row);
    }
  });
  return instead;
}

/** What makes two rows one person; '' where nothing does. */
function keyOf(keys: readonly FieldCells[], row: number): string {
  for (const { cell } of keys) {
    const text = cell(row);
    if (text) return text;
  }
  return '';
}
