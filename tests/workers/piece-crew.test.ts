import { describe, expect, it } from 'vitest';
import { CrewLost, Stopped, unwatched, type Progress, type Work } from '../../src/engine/index';
import { PieceCrew, type Helper } from '../../src/workers/piece-crew';
import { PieceWorker } from '../../src/workers/piece-worker';

const CLOUD = { columns: [Float64Array.of(0, 0.5, 1, 4, 4.5, 5, 9, 10)], n: 8, d: 1 };
const PIECES = Array.from({ length: 7 }, (_, seed) => ({ cloud: CLOUD, seed }));
const rounds = (): Progress => ({ phase: 'judging', done: 0, total: PIECES.length, unit: 'rounds' });

/** A helper in this thread; `changed` replaces some of what it does. */
function helperWith(
  changed: Partial<Record<keyof PieceWorker, () => Promise<never>>>,
  stopped: string[] = [],
) {
  return (name: string): Helper => {
    const worker = new PieceWorker();
    const api = {
      begin: (job: number, trade: string, ground: unknown) =>
        Promise.resolve(worker.begin(job, trade, structuredClone(ground))),
      do: (job: number, piece: unknown) => worker.do(job, structuredClone(piece)),
      end: (job: number) => Promise.resolve(worker.end(job)),
      ...changed,
    };
    return { api: api as Helper['api'], stop: () => stopped.push(name) };
  };
}

const crewOf = (count: number, begin: (name: string) => Helper, work: Work = unwatched) =>
  new PieceCrew(work, count, begin);
const forever = () => new Promise<never>(() => undefined);

describe('PieceCrew', () => {
  it.each([1, 2, 3, 9])('gives what came of each piece in their order, with %i helpers', async (count) => {
    const progress = rounds();
    const crew = crewOf(count, helperWith({}));
    const found = await crew.doAll('evenly', { most: 3 }, PIECES, progress);
    expect(found).toHaveLength(PIECES.length);
    expect(found).toEqual(await crewOf(1, helperWith({})).doAll('evenly', { most: 3 }, PIECES, rounds()));
    expect(progress.done).toBe(PIECES.length);
  });

  it('does several jobs one after the other', async () => {
    const crew = crewOf(2, helperWith({}));
    const first = await crew.doAll('evenly', { most: 2 }, PIECES, rounds());
    const second = await crew.doAll('evenly', { most: 3 }, PIECES, rounds());
    expect((first as number[][]).map((curve) => curve.length)).toEqual(PIECES.map(() => 2));
    expect((second as number[][]).map((curve) => curve.slice(0, 2))).toEqual(first);
  });

  it('stops while helpers are at work, once the work is stopped', async () => {
    const work = { ...unwatched, breathe: () => Promise.reject(new Stopped()) };
    const crew = crewOf(2, helperWith({ do: forever }), work);
    await expect(crew.doAll('evenly', { most: 2 }, PIECES, rounds())).rejects.toThrow(Stopped);
  });

  it('is lost when a helper fails, when it could not begin, and when it dies', async () => {
    const failing = () => Promise.reject(new Error('gone'));
    for (const changed of [{ do: failing }, { begin: failing }])
      await expect(
        crewOf(2, helperWith(changed)).doAll('evenly', { most: 2 }, PIECES, rounds()),
      ).rejects.toThrow(CrewLost);
    const dying = (name: string, lost: (reason: string) => void): Helper => {
      lost('out of memory');
      return helperWith({ do: forever })(name);
    };
    await expect(
      new PieceCrew(unwatched, 2, dying).doAll('evenly', { most: 2 }, PIECES, rounds()),
    ).rejects.toThrow(CrewLost);
  });

  it('ends every helper', async () => {
    const stopped: string[] = [];
    const crew = crewOf(3, helperWith({}, stopped));
    crew.end();
    expect(stopped).toEqual([]);
    crew.ready();
    crew.end();
    expect(stopped).toEqual(['helper 1', 'helper 2', 'helper 3']);
    await expect(crew.doAll('evenly', { most: 2 }, PIECES, rounds())).rejects.toThrow(CrewLost);
  });
});
