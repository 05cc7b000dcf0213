import type { Progress, Work } from '../../work';

/** Rows done between two breaths. */
const BLOCK = 8192;

/** Does `rows` rows in blocks of 8,192, breathing between them. */
export async function inBlocks(
  rows: number,
  phase: string,
  work: Work,
  block: (from: number, to: number) => void,
): Promise<void> {
  for (let from = 0; from < rows; from += BLOCK) {
    const progress: Progress = { phase, done: from, total: rows, unit: 'rows' };
    const rest = work.breathe(progress);
    if (rest) await rest;
    block(from, Math.min(from + BLOCK, rows));
  }
}
