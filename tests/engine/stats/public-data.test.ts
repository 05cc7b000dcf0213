import { describe, expect, it } from 'vitest';
import { canonicalOrder } from '../../../src/engine/stats/canonical-order';
import { elbow } from '../../../src/engine/stats/elbow';
import { kmeansCurve, type KMeansRun } from '../../../src/engine/stats/kmeans';
import { pca } from '../../../src/engine/stats/pca';
import { takePoints, type Points } from '../../../src/engine/stats/points';
import { silhouettes } from '../../../src/engine/stats/silhouette';
import { overlaps } from '../../../src/engine/stats/stability';
import { unwatched } from '../../../src/engine/work';
import expected from '../../expectations/clustering/clustering.json';
import { clustered, sizesOf } from './clustered';
import { customers, hasPublicData, marketing, NEEDS, onlineRetail } from './public-data';

// scikit-learn 1.2.1, n_init=10: tests/expectations/clustering/clustering.py.
function neverWorse(runs: readonly KMeansRun[], reference: { runs: { k: number; inertia: number }[] }): void {
  for (const { k, inertia } of reference.runs) {
    expect(runs[k - 1]!.inertia, `k = ${k}`).toBeLessThanOrEqual(inertia * 1.0001);
  }
}

const mall = () => customers('Mall_Customers.csv', ['Annual Income (k$)', 'Spending Score (1-100)'], false);
const IRIS = ['Petal.Length', 'Petal.Width', 'Sepal.Length', 'Sepal.Width'];
const ARRESTS = ['Assault', 'Murder', 'Rape', 'UrbanPop'];

describe.skipIf(!hasPublicData)(`k-means on public data ${NEEDS}`, { timeout: 60_000 }, () => {
  it('groups mall customers into the five groups everybody finds', async () => {
    const runs = await clustered(mall(), 10);
    expect(sizesOf(runs[4]!)).toEqual([22, 23, 35, 39, 81]);
    // R 4.2.2, kmeans(nstart = 50): data/reference/known_results.json, Mall_income_score_raw_elbow_1_to_10.
    const published = [
      269981.28, 181363.5959596, 106348.3730621, 73679.7890395, 44448.4554479, 37233.8145107, 30227.6065132,
      24986.5256406, 21794.8856091, 19657.7836087,
    ];
    runs.forEach(({ inertia }, i) => expect(inertia / published[i]!).toBeLessThan(1 + 1e-9));
    runs.slice(0, 5).forEach(({ inertia }, i) => expect(inertia / published[i]!).toBeCloseTo(1, 10));
    neverWorse(runs, expected.mall);
  });

  it('reaches the published sums of squares on iris and US arrests', async () => {
    const iris = await clustered(customers('iris.csv', IRIS, false), 10);
    expect(iris[2]!.inertia).toBeCloseTo(78.8514414261, 8);
    expect(sizesOf(iris[2]!)).toEqual([38, 50, 62]);
    neverWorse(iris, expected.iris);
    const arrests = await clustered(customers('USArrests.csv', ARRESTS, true), 10);
    // R scales with divisor n − 1: the sum of squares is 49/50 of ours.
    expect((arrests[3]!.inertia * 49) / 50).toBeCloseTo(56.4031734583, 8);
    expect(sizesOf(arrests[3]!)).toEqual([8, 13, 13, 16]);
    neverWorse(arrests, expected.arrests);
  });

  it('is never worse than scikit-learn on twelve columns of marketing_campaign', async () => {
    const runs = await clustered(marketing(), 10);
    neverWorse(runs, expected.marketing);
    expect(
      elbow(
        runs.map(({ k }) => k),
        runs.map(({ inertia }) => inertia),
      ),
    ).toBe(expected.marketing.elbow);
  });

  it('finds the deviations and axes of prcomp on US arrests', () => {
    const found = pca(customers('USArrests.csv', ARRESTS, true));
    // R 4.2.2, prcomp(scale. = TRUE); our z has divisor n, so deviations are larger by sqrt(50/49).
    const deviations = found.deviations.map((deviation) => deviation * Math.sqrt(49 / 50));
    const published = [1.574878274391, 0.994869414818, 0.597129115503, 0.416449381954];
    deviations.forEach((deviation, i) => expect(deviation).toBeCloseTo(published[i]!, 10));
    const first = [0.58318363491, 0.535899474938, 0.543432091446, 0.278190874619];
    found.loadings[0]!.forEach((loading, i) => expect(loading).toBeCloseTo(first[i]!, 10));
    expect(found.loadings[1]!).toEqual(
      [0.187985604232, 0.418180865421, -0.167318635402, -0.87280619306].map((loading) =>
        expect.closeTo(-loading, 10),
      ),
    );
  });
});

describe.skipIf(!hasPublicData)(`Online Retail ${NEEDS}`, { timeout: 60_000 }, () => {
  const learn = async (): Promise<{ points: Points; runs: KMeansRun[] }> => {
    const given = onlineRetail();
    const points = takePoints(given, canonicalOrder(given, 1));
    return { points, runs: await kmeansCurve(points, { kMin: 1, kMax: 10, seed: 1, work: unwatched }) };
  };

  it('is never worse than scikit-learn, bends at three and holds as LOOK.md says', async () => {
    const { points, runs } = await learn();
    expect(points.n).toBe(4339);
    neverWorse(runs, expected.online_retail);
    expect(
      elbow(
        runs.map(({ k }) => k),
        runs.map(({ inertia }) => inertia),
      ),
    ).toBe(3);
    expect(sizesOf(runs[2]!)).toEqual([769, 1715, 1855]);
    const [two, three] = await silhouettes(points, [runs[1]!.labels, runs[2]!.labels], unwatched);
    expect(two!.mean).toBeCloseTo(0.4275, 3);
    expect(three!.mean).toBeCloseTo(0.333, 3);
    const [atThree, atFive] = await overlaps(points, [runs[2]!, runs[4]!], { seed: 1, work: unwatched });
    expect(Math.min(...atThree!)).toBeCloseTo(0.94, 1);
    expect(Math.min(...atFive!)).toBeCloseTo(0.82, 1);
  });
});
