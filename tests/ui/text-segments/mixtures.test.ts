import { compile } from 'vega-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Segmentation } from '../../../src/engine/index';
import { bicPoints, bicSpec } from '../../../src/ui/charts/bic';
import { bicTable } from '../../../src/ui/screens/segments/chart-tables';
import { useLocale } from '../../../src/ui/text/format';
import { gradeWords } from '../../../src/ui/text/grades';
import { groupingOptions, howGrouped, methodWords } from '../../../src/ui/text/methods';
import { bicTitle, bicWords, lowestBic, sureSentence, sureWords } from '../../../src/ui/text/mixtures';
import { describeStep } from '../../../src/ui/text/steps';
import { verdict } from '../../../src/ui/text/verdict';
import { scaleWords, voices, voicesNote } from '../../../src/ui/text/voices';
import { orders } from '../fixtures/segmentation-orders';
import { theme } from '../fixtures/theme';

beforeAll(() => useLocale('en-GB'));

const BICS = [9000, 8000, 7400, 7200, 7300, 7350, 7400, 7500, 7600, 7700];
const withBics = (bics: readonly number[]) =>
  orders.runs.map((run, i) => ({ ...run, bic: bics[i]!, logLikelihood: -bics[i]! / 2 }));
/** Four segments fit best and hold; three were asked for. */
const mixed: Segmentation = {
  ...orders,
  method: 'gaussian-mixture',
  elbow: null,
  chosenBy: 'given',
  runs: withBics(BICS),
  segments: orders.segments.map((segment, i) => ({ ...segment, sure: [0.83, 0.5, 0.996][i]! })),
};

describe('the words for a Gaussian mixture', () => {
  it('say where BIC is lowest, in place of the bend', () => {
    const lowest = lowestBic(mixed)!;
    expect(lowest.k).toBe(4);
    expect(verdict(mixed).why[0]).toBe('You chose three. BIC is lowest at four.');
    expect(voices(mixed)[0]).toEqual({
      name: 'Likely, for its size',
      says: 'four',
      because: 'BIC 7,200 at four, 7,400 at three; less is better.',
    });
    expect(scaleWords(mixed)).toMatch(/^Filled: the lowest BIC\./);
    expect(bicTitle(lowest)).toBe('BIC is lowest at four');
    expect(lowestBic(orders)).toBeNull();
  });

  it('say that the lowest does not hold', () => {
    const runs = mixed.runs.map((run) => (run.k === 4 ? { ...run, overlap: 0.41 } : run));
    const stepped = { ...mixed, runs, chosenBy: 'stability' as const };
    expect(verdict(stepped).why.slice(0, 2)).toEqual([
      'BIC is lowest at four, but four segments do not hold when customers are redrawn (weakest overlap 41\u00a0%).',
      'Three is the largest number below it that does (94\u00a0%).',
    ]);
    expect(bicTitle(lowestBic(stepped)!)).toBe('BIC is lowest at four, but four segments do not hold');
  });

  it('say that segments run into one another', () => {
    const runs = mixed.runs.map((run) => ({ ...run, icl: 9000 + 50 * run.k, overlap: 0.9 }));
    const blurred = { ...mixed, runs, k: 1, chosenBy: 'none' as const, segments: mixed.segments.slice(0, 1) };
    expect(verdict(blurred)).toMatchObject({
      headline: 'No segments here. BIC is lowest at four, but so many segments run into one another.',
      why: [
        'With what it costs that customers are in doubt between them (ICL), one cloud is better: 9,050 against 9,200; less is better.',
      ],
    });
    const apart = runs.map((run) => (run.k === 3 ? { ...run, icl: 8000 } : run));
    expect(verdict({ ...mixed, runs: apart, chosenBy: 'stability' }).why.slice(0, 2)).toEqual([
      'BIC is lowest at four, but four segments run into one another.',
      'Three is the largest number below it that stands apart and holds (90\u00a0%).',
    ]);
  });

  it('say that one cloud is enough', () => {
    const runs = withBics(BICS.map((_, i) => 7000 + i)).map((run) => ({ ...run, top: null }));
    const one = { ...mixed, runs, k: 1, chosenBy: 'none' as const, segments: mixed.segments.slice(0, 1) };
    expect(verdict(one).headline).toBe(
      'No segments here. One cloud describes these customers as well as several.',
    );
  });

  it('say how surely customers belong', () => {
    expect(sureWords(mixed.segments[0]!)).toBe(
      '83\u00a0% of its customers clearly belong here (membership of at least 80\u00a0%).',
    );
    expect(sureWords(orders.segments[0]!)).toBe('');
    expect(sureSentence(mixed)).toMatch(/^\d\d\u00a0% of customers clearly belong to one\.$/);
    expect(verdict(mixed).dek).toContain('of customers clearly belong to one.');
    expect(sureSentence(orders)).toBe('');
    const blurred = { code: 'unsure', value: 0.41, limit: 0.5 } as const;
    expect(gradeWords({ level: 'fair', reasons: [blurred] }).because).toBe(
      '41\u00a0% of its customers clearly belong here; 50\u00a0% would be enough.',
    );
  });

  it('say from whom it was learnt', () => {
    expect(voicesNote({ ...mixed, learntFrom: 10_000 })).toMatch(
      /the mixture is learnt from 10,000 customers drawn by chance, and all are placed\.$/,
    );
  });

  it('name it in the recipe and among the ways to group', () => {
    const step = { id: 's', op: 'segment', version: 1, enabled: true } as const;
    expect(describeStep({ ...step, params: { k: 4, method: 'gaussian-mixture' } })).toBe(
      'Group into 4 segments by a Gaussian mixture',
    );
    expect(methodWords({ method: 'kmeans' })).toBe('');
    expect(methodWords({ method: 'hierarchical' })).toBe(' by a tree');
    expect(howGrouped(mixed)).toBe('gaussian-mixture');
    expect(groupingOptions(mixed).map(({ value }) => value)).toContain('gaussian-mixture');
    expect(groupingOptions({ ...mixed, edited: true })).toEqual([]);
  });

  it('stand beside the curve and in its table', () => {
    const points = bicPoints(mixed.runs);
    const words = { axis: 'Number of segments', chosen: bicWords(points[2]!), shape: bicWords };
    const sets = compile(bicSpec(points, 3, words, theme, 500, 300)).spec.data!.map((one) =>
      'values' in one ? (one.values as object[]) : [],
    );
    expect(sets.find((values) => values.length === 1)).toMatchObject([{ k: 3, words: 'Three: BIC 7,400' }]);
    const { columns, rows, shown } = bicTable(mixed);
    expect(columns.map(({ label }) => label).slice(0, 2)).toEqual(['Segments', 'BIC']);
    expect([rows[3]![1], shown[3]![1]]).toEqual([7200, '7,200.0']);
  });
});
