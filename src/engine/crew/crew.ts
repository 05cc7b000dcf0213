import type { Progress, Work } from '../work';

/**
 * One kind of work that falls into pieces. What a piece gives hangs on the ground and on the piece alone, so that it is
 * the same whoever does it, in whatever order. Ground, piece and result are plain data: objects, numbers, typed arrays.
 */
export interface Trade<Ground, Piece, Result> {
  readonly name: string;
  /** Makes ready what all pieces need. */
  begin(ground: Ground): Shift<Piece, Result>;
}

/** A trade on one ground. It must be ended, whatever happens. */
export interface Shift<Piece, Result> {
  do(piece: Piece, work: Work, progress: Progress): Promise<Result>;
  end(): void;
}

/** Others that do pieces at the same time. */
export interface Crew {
  /**
   * Does all pieces, beginning them in their order, and gives what came of each. Each that is done counts one in
   * `progress`, if that is to be told, and the host is heard meanwhile.
   * @throws Stopped; CrewLost where the crew itself fails
   */
  doAll(
    trade: string,
    ground: unknown,
    pieces: readonly unknown[],
    progress: Progress | null,
  ): Promise<unknown[]>;
}

/** Thrown where the others could not be started or died: the pieces must be done without them. */
export class CrewLost extends Error {}

/**
 * What comes of each piece, in their order: by the crew of the host where there is one, else here, one after the other.
 * Each that is done counts one in `progress`. The large ones should come first.
 * @throws Stopped; whatever a piece throws
 */
export async function doAll<Ground, Piece, Result>(
  trade: Trade<Ground, Piece, Result>,
  ground: Ground,
  pieces: readonly Piece[],
  work: Work,
  progress: Progress,
): Promise<Result[]> {
  const before = progress.done;
  try {
    if (work.crew && pieces.length > 1)
      return (await work.crew.doAll(trade.name, ground, pieces, progress)) as Result[];
  } catch (thrown) {
    if (!(thrown instanceof CrewLost)) throw thrown;
    progress.done = before;
  }
  return here(trade, ground, pieces, work, progress);
}

async function here<Ground, Piece, Result>(
  trade: Trade<Ground, Piece, Result>,
  ground: Ground,
  pieces: readonly Piece[],
  work: Work,
  progress: Progress,
): Promise<Result[]> {
  const shift = trade.begin(ground);
  const results: Result[] = [];
  try {
    for (const piece of pieces) {
      results.push(await shift.do(piece, work, progress));
      progress.done++;
      const rest = work.breathe(progress);
      if (rest) await rest;
    }
  } finally {
    shift.end();
  }
  return results;
}

/**
 * Has one piece done by the crew while the caller goes on; the function gives what came of it. Where there is no crew,
 * or it is lost, `here` is asked for it then.
 * @throws Stopped; whatever `here` throws
 */
export function aside<Ground, Piece, Result>(
  trade: Trade<Ground, Piece, Result>,
  ground: Ground,
  piece: Piece,
  here: () => Promise<Result>,
  work: Work,
): () => Promise<Result> {
  if (!work.crew) return here;
  // What the caller goes on with is told, not this.
  const begun = work.crew.doAll(trade.name, ground, [piece], null);
  // It may fail before anybody waits for it.
  begun.catch(() => undefined);
  return async () => {
    try {
      return (await begun)[0] as Result;
    } catch (thrown) {
      if (!(thrown instanceof CrewLost)) throw thrown;
      return here();
    }
  };
}
