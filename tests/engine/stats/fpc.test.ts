import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { canonicalOrder } from '../../../src/engine/stats/canonical-order';
import { takePoints } from '../../../src/engine/stats/points';
import { adjustedRand } from '../../../src/engine/stats/rand-index';
import { silhouettes } from '../../../src/engine/stats/silhouette';
import { bestJaccards } from '../../../src/engine/stats/stability';
import { unwatched } from '../../../src/engine/work';
import { customers, hasPublicData, NEEDS } from './public-data';

interface ByR {
  byK: Record<string, { silhouette: number; bySegment: number[]; ch: number }>;
  rand: number;
  redraws: { rows: number[]; labels: string; best: number[] }[];
}
interface Judged {
  names: string[];
  byK: Record<string, { labels: string; ch: number }>;
}
const expectation = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../expectations/indices/${name}`, import.meta.url), 'utf8'));
// R 4.2.2, fpc 2.2-10 and cluster 2.1.4, on labels of scikit-learn: tests/expectations/indices/fpc.R.
const byR = expectation('fpc.json') as Record<string, ByR>;
const judged = expectation('indices.json') as Record<string, Judged>;

const labelsOf = (digits: string) => Uint8Array.from(digits, Number);

describe.each(Object.keys(byR))('R, cluster and fpc, on %s', (name) => {
  const { byK, rand, redraws } = byR[name]!;
  const own = judged[name]!.byK;

  it('agree on how much of a segment comes back in a redraw', () => {
    const all = labelsOf(own['3']!.labels);
    for (const { rows, labels, best } of redraws) {
      const found = bestJaccards(
        Uint8Array.from(rows, (row) => all[row]!),
        labelsOf(labels),
        3,
      );
      found.forEach((overlap, segment) => expect(overlap).toBeCloseTo(best[segment]!, 10));
    }
  });

  it('agree on how two labellings agree, and with scikit-learn on what the means explain', () => {
    expect(adjustedRand(labelsOf(own['2']!.labels), labelsOf(own['5']!.labels))).toBeCloseTo(rand, 10);
    for (const [k, { ch }] of Object.entries(byK)) expect(own[k]!.ch / ch).toBeCloseTo(1, 10);
  });
});

const FILES = {
  iris: 'iris.csv',
  mall: 'Mall_Customers.csv',
  arrests: 'USArrests.csv',
  wholesale: 'Wholesale_customers_with_total.csv',
};

describe.runIf(hasPublicData).each(Object.entries(FILES))(`silhouettes on %s ${NEEDS}`, (name, file) => {
  it('equal those of cluster, whatever the order of the rows', async () => {
    const given = customers(file, judged[name]!.names, true);
    const order = canonicalOrder(given, 1);
    const points = takePoints(given, order);
    const ks = Object.keys(byR[name]!.byK);
    const labellings = ks.map((k) => {
      const labels = labelsOf(judged[name]!.byK[k]!.labels);
      return Uint8Array.from(order, (row) => labels[row]!);
    });
    const found = await silhouettes(points, labellings, unwatched);
    ks.forEach((k, i) => {
      expect(found[i]!.mean).toBeCloseTo(byR[name]!.byK[k]!.silhouette, 10);
    });
  });
});
