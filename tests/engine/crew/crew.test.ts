import { afterEach, describe, expect, it } from 'vitest';
import { CrewLost, type Crew } from '../../../src/engine/crew/crew';
import { beginTrade } from '../../../src/engine/crew/trades';
import { Stopped } from '../../../src/engine/errors';
import { usePlainKernels } from '../../../src/engine/kernels/room';
import type { ReadReport } from '../../../src/engine/files/read-report';
import { columnFacts } from '../../../src/engine/insight/column-facts';
import { customersInOrder } from '../../../src/engine/insight/customers-in-order';
import { beginFacts } from '../../../src/engine/insight/facts-elsewhere';
import { beginPcaView } from '../../../src/engine/insight/pca-view';
import { beginSilhouettes } from '../../../src/engine/insight/silhouette-view';
import { canonicalOrder } from '../../../src/engine/stats/canonical-order';
import { pointsOf, takePoints, type Points } from '../../../src/engine/stats/points';
import { DateColumn, NumberColumn } from '../../../src/engine/table/columns';
import { makeTable } from '../../../src/engine/table/table';
import { gaussianMixture } from '../../../src/engine/steps/segment/methods/gaussian-mixture';
import { kPrototypesMethod } from '../../../src/engine/steps/segment/methods/k-prototypes';
import { learnRuns } from '../../../src/engine/steps/segment/methods/kmeans';
import { unwatched, type Progress, type Work } from '../../../src/engine/work';
import { table } from '../../support/tables';
import { uniforms } from '../stats/planted';

/** Hands that work by turns; what crosses to them and back is copied, as between threads. */
class ByTurns implements Crew {
  taken = 0;

  constructor(
    readonly count: number,
    /** Pieces after which they are lost. */
    readonly last = Infinity,
  ) {}

  async doAll(trade: string, ground: unknown, pieces: readonly unknown[], progress: Progress | null) {
    const told: Progress = { phase: 'judging', done: 0, total: pieces.length, unit: 'rounds' };
    const results: unknown[] = [];
    let next = 0;
    const hand = async () => {
      const shift = beginTrade(trade, structuredClone(ground));
      while (next < pieces.length) {
        const at = next++;
        if (this.taken++ >= this.last) throw new CrewLost();
        results[at] = structuredClone(
          await shift.do(structuredClone(pieces[at]), unwatched, progress ?? told),
        );
        if (progress) progress.done++;
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

describe('aside', { timeout: 30_000 }, () => {
  it('gives the same map and silhouettes whoever counts them', async () => {
    const { columns, n } = points(21_000, 3);
    const features = columns.map((values, j) => ({ column: `f${j}`, scaled: `f${j}_z`, values }));
    const customers = table(Object.fromEntries(features.map(({ column, values }) => [column, [...values]])));
    const ids = Uint8Array.from({ length: n }, (_, row) => 1 + (columns[0]![row]! > 3 ? 1 : 0));
    const said = async (work: Work) => {
      const inOrder = await customersInOrder(features, ids, 2, work);
      const silhouettes = beginSilhouettes(inOrder, work);
      const map = await beginPcaView(customers, inOrder, work);
      return { silhouettes: await silhouettes(), map: await map() };
    };
    const alone = await said(unwatched);
    expect(alone.map?.density).toHaveLength(3);
    const crew = new ByTurns(2);
    expect(await said({ ...unwatched, crew })).toEqual(alone);
    expect(crew.taken).toBe(2);
    expect(await said({ ...unwatched, crew: new ByTurns(2, 0) })).toEqual(alone);
  });

  it('gives the same facts of columns whoever looks at them', async () => {
    const n = 100_001;
    const draw = uniforms(3);
    const filled = (value: () => number) =>
      Float64Array.from({ length: n }, (_, row) => (row % 7 ? value() : NaN));
    const shared = (values: Float64Array) => {
      const own = new Float64Array(new SharedArrayBuffer(n * 8));
      own.set(values);
      return own;
    };
    const of = makeTable([
      ['amount', new NumberColumn(shared(filled(draw)))],
      ['day', new DateColumn(shared(filled(() => Math.floor(draw() * 400) * 86_400_000)), false)],
      ['pieces', new NumberColumn(shared(filled(() => Math.floor(draw() * 9))))],
    ]);
    const report = { columns: [] } as unknown as ReadReport;
    const crew = new ByTurns(1);
    const work = { ...unwatched, crew };
    const found = await columnFacts(of, report, work, beginFacts(of, work));
    expect(found).toEqual(await columnFacts(of, report, unwatched));
    expect(crew.taken).toBe(1);
  });
});
