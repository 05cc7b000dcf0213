import type { Progress, Work } from './work';

/** Work in pieces of a few hundredths of a second: it yields where it may rest, and returns what it found. */
export type Pieces<T> = Generator<undefined, T>;

/** All pieces one after the other, without a rest. */
export function atOnce<T>(pieces: Pieces<T>): T {
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
  }
}

/** All pieces, with a breath between them. @throws Stopped */
export async function withBreaths<T>(pieces: Pieces<T>, work: Work, progress?: Progress): Promise<T> {
  for (;;) {
    const { done, value } = pieces.next();
    if (done) return value;
    const rest = work.breathe(progress);
    if (rest) await rest;
  }
}
