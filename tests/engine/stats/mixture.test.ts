import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { membersOf, sharesOf } from '../../../src/engine/stats/memberships';
import { bicOf, fitMixture, iclOf, type Fitted } from '../../../src/engine/stats/mixture';
import type { Points } from '../../../src/engine/stats/points';
import { unwatched, type Progress } from '../../../src/engine/work';
import { pointsFrom, uniforms } from './planted';
import { customers, hasPublicData, NEEDS } from './public-data';

interface Said {
  kind: 'full' | 'diag';
  floor: number;
  logLikelihood: number;
  bic: number;
  weights: number[];
  means: number[][];
  covariances: number[][][];
  shares: number[][];
  labels: string;
}
interface Expected {
  columns: string[] | null;
  k: number;
  start: string;
  sklearn: Said[];
  mclust: Record<'full' | 'diag', Pick<Said, 'logLikelihood' | 'bic' | 'weights'> & { icl: number }>;
}
const expected = JSON.parse(
  readFileSync(new URL('../../expectations/mixture/mixture.json', import.meta.url), 'utf8'),
) as Record<'geysers' | 'blobs' | 'iris', Expected>;
const PROGRESS: Progress = { phase: 'grouping', done: 0, total: 1, unit: 'rounds' };

const normals = (seed: number) => {
  const draw = uniforms(seed);
  return () => Array.from({ length: 12 }, draw).reduce((sum, one) => sum + one, 0) - 6;
};

function geysers(): Points {
  const normal = normals(5);
  const around = (count: number, [x, y]: [number, number], [a, b, c]: [number, number, number]) =>
    Array.from({ length: count }, () => {
      const [one, other] = [normal(), normal()];
      return [x + a * one, y + b * one + c * other];
    });
  return pointsFrom([...around(180, [4.3, 80], [0.4, 5, 3]), ...around(90, [2.2, 60], [0.3, 6, 5])]);
}

function blobs(): Points {
  const normal = normals(9);
  const centres = [
    { at: [0, 0, 0], spread: 1 },
    { at: [2, 1, 0], spread: 0.5 },
    { at: [-4, 4, 1], spread: 2 },
  ];
  return pointsFrom(
    centres.flatMap(({ at, spread }) =>
      Array.from({ length: 60 }, () => at.map((one) => one + spread * normal())),
    ),
  );
}

const ends = { tolerance: 1e-12, rounds: 5000 };
const found = (points: Points, { start, k }: Expected, kind: Said['kind'], floor: number): Promise<Fitted> =>
  fitMixture(
    points,
    Uint8Array.from(start, Number),
    k,
    { floors: points.columns.map(() => floor), diagonal: kind === 'diag', ...ends },
    unwatched,
    PROGRESS,
  );

function near(ours: readonly number[], theirs: readonly number[], within: number) {
  expect(ours).toHaveLength(theirs.length);
  ours.forEach((value, i) => expect(Math.abs(value - theirs[i]!)).toBeLessThan(within));
}

const SETS: [name: keyof typeof expected, points: () => Points, there: boolean][] = [
  ['geysers', geysers, true],
  ['blobs', blobs, true],
  ['iris', () => customers('iris.csv', expected.iris.columns!, false), hasPublicData],
];

describe('fitMixture', () => {
  for (const [name, pointsOf, there] of SETS) {
    it.skipIf(!there)(`ends where scikit-learn does: ${name} ${there ? '' : NEEDS}`, async () => {
      const points = pointsOf();
      for (const said of expected[name].sklearn) {
        const { mixture, logLikelihood } = await found(points, expected[name], said.kind, said.floor);
        near([logLikelihood], [said.logLikelihood], 1e-5);
        near([bicOf(logLikelihood, points, expected[name].k, said.kind === 'diag')], [said.bic], 2e-5);
        near(mixture.weights, said.weights, 1e-4);
        near(mixture.means.flat(), said.means.flat(), 2e-3);
        near(mixture.covariances.flat(2), said.covariances.flat(2), 1e-2);
        said.shares.forEach((shares, i) => near(sharesOf(points, mixture, i * 15), shares, 1e-3));
        const { labels } = await membersOf(points, mixture, unwatched, PROGRESS);
        expect([...labels].join('')).toBe(said.labels);
      }
    });

    it.skipIf(!there)(`is as likely as with mclust: ${name} ${there ? '' : NEEDS}`, async () => {
      const points = pointsOf();
      for (const kind of ['full', 'diag'] as const) {
        const said = expected[name].mclust[kind];
        const { mixture, logLikelihood } = await found(points, expected[name], kind, 0);
        near([logLikelihood], [said.logLikelihood], 1e-4);
        const bic = bicOf(logLikelihood, points, expected[name].k, kind === 'diag');
        const { membership } = await membersOf(points, mixture, unwatched, PROGRESS);
        near([bic], [said.bic], 2e-4);
        near([iclOf(bic, membership)], [said.icl], 5e-3);
        near(mixture.weights, said.weights, 1e-4);
      }
    });
  }
});
