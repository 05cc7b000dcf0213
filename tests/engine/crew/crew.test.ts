import { afterEach, describe, expect, it } from 'vitest';
import { CrewLost, type Crew } from '../../../src/engine/crew/crew';
import { beginTrade } from '../../../src/engine/crew/trades';
import { Stopped } from '../../../src/engine/errors';
import { usePlainKernels } from '../../../src/engine/kernels/room';
import { canonicalOrder } from '../../../src/engine/stats/canonical-order';
import { pointsOf, takePoints, type Points } from '../../../src/engine/stats/points';
import { gaussianMixture } from '../../../src/engine/steps/segment/methods/gaussian-mixture';
import { kPrototypesMethod } from '../../../src/engine/steps/segment/methods/k-prototypes';
import { learnRuns } from '../../../src/engine/steps/segment/methods/kmeans';
import { unwatched, type Progress, type Work } from '../../../src/engine/work';
import { uniforms } from '../stats/planted';

/** Hands that work by turns; what crosses to them and back is copied, as between threads. */
class ByTurns implements Crew {
  taken = 0;

  constructor(
    readonly count: number,
    /** Pieces after which they are lost. */
    readonly last = Infinity,
  ) {}

  async doAll(trade: string, ground: unknown, pieces: readonly unknown[], progress: Progress) {
    const results: unknown[] = [];
    let next = 0;
    const hand = async () => {
      const shift = beginTrade(trade, structuredClone(ground));
      while (next < pieces.length) {
        const at = next++;
        if (this.taken++ >= this.last) throw new CrewLost();
        results[at] = structuredClone(await shift.do(structuredClone(pieces[at]), unwatched, progress));
        progress.done++;
      }
      shift.end();
    };
    await Promise.all(Array.from({ length: this.count }, hand));
    return results;
  }
}

/** Clouds that overlap, every third value rounded, so that there are ties. */
function points(n: number, d: number): Points {
  const draw = uniforms(n + d);
  const value = (row: number) => (row % 3 === 0 ? Math.floor(draw() * 4) : draw() * 4 + (row % 4));
  const given = pointsOf(
    Array.from({ length: d }, () => Float64Array.from({ length: n }, (_, row) => value(row))),
  );
  return takePoints(given, canonicalOrder(given, 1));
}

const learnt = (given: Points, work: Work) =>
  learnRuns({ points: given, rows: new Uint32Array(given.n), distinct: 256 }, TASK, null, work);
const TASK = { maxK: 4, beyond: null, seed: 1 };

describe('doAll', { timeout: 30_000 }, () => {
  afterEach(() => usePlainKernels(false));

  it.each([
    [300, 2],
    [9_001, 3],
    [21_000, 2],
  ])('gives the same segments and figures whoever does the pieces: %i rows, %i columns', async (n, d) => {
    const given = points(n, d);
    const alone = await learnt(given, unwatched);
    for (const count of [1, 2, 3]) {
      const crew = new ByTurns(count);
      expect(await learnt(given, { ...unwatched, crew })).toEqual(alone);
      expect(crew.taken).toBeGreaterThan(50);
    }
    usePlainKernels(true);
    expect(await learnt(given, unwatched)).toEqual(alone);
  });

  it.each([
    [300, 2],
    [10_500, 3],
  ])('gives the same mixtures whoever does the pieces: %i rows, %i columns', async (n, d) => {
    const given = { points: points(n, d), rows: new Uint32Array(n), distinct: 256 };
    const mixed = (work: Work) => gaussianMixture.learn(given, TASK, null, work);
    const alone = await mixed(unwatched);
    expect(await mixed({ ...unwatched, crew: new ByTurns(2) })).toEqual(alone);
    usePlainKernels(true);
    expect(await mixed(unwatched)).toEqual(alone);
  });

  it.each([300, 10_500])('gives the same prototypes whoever does the pieces: %i rows', async (n) => {
    const codes = Float64Array.from({ length: n }, (_, row) => row % 3);
    const categories = { columns: ['word'], levels: [['a', 'b', 'c']], codes: [codes] };
    const given = { points: points(n, 2), rows: new Uint32Array(n), distinct: 256, categories };
    const found = (work: Work) => kPrototypesMethod.learn(given, TASK, null, work);
    const alone = await found(unwatched);
    expect(await found({ ...unwatched, crew: new ByTurns(2) })).toEqual(alone);
  });

  it('does the pieces itself where the crew is lost', async () => {
    const given = points(300, 2);
    const alone = await learnt(given, unwatched);
    for (const last of [0, 2, 20])
      expect(await learnt(given, { ...unwatched, crew: new ByTurns(2, last) })).toEqual(alone);
  });

  it('stops when the crew is stopped', async () => {
    const crew = { doAll: () => Promise.reject(new Stopped()) };
    await expect(learnt(points(300, 2), { ...unwatched, crew })).rejects.toThrow(Stopped);
  });
});

describe('beginTrade', () => {
  it('knows no other trade', () => {
    expect(() => beginTrade('juggling', {})).toThrow('no such trade: juggling');
  });
});
