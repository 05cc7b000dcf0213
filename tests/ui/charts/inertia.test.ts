import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { inertiaPoints, inertiaSpec, mostGainedAfter } from '../../../src/ui/charts/inertia';
import { leftWords } from '../../../src/ui/text/charts';
import { NOT_JUDGED } from '../../support/not-judged';
import { orders } from '../fixtures/segmentation-orders';
import { theme } from '../fixtures/theme';

const run = (k: number, inertia: number) => ({
  k,
  inertia,
  overlap: null,
  silhouette: null,
  ...NOT_JUDGED,
  top: null,
});

describe('inertiaPoints', () => {
  it('gives what is left as a share of one segment', () => {
    expect(inertiaPoints([run(1, 200), run(2, 50)])).toEqual([
      { k: 1, left: 1 },
      { k: 2, left: 0.25 },
    ]);
  });

  it('draws nothing where nothing varies', () => {
    expect(inertiaPoints([run(1, 0)])).toEqual([]);
  });
});

describe('mostGainedAfter', () => {
  const points = inertiaPoints([run(1, 100), run(2, 60), run(3, 50), run(4, 45)]);

  it('gives the largest gain of one further segment', () => {
    expect(mostGainedAfter(points, 2)).toBeCloseTo(0.1);
  });

  it('has nothing to say after the last', () => {
    expect(mostGainedAfter(points, 4)).toBeNull();
  });
});

describe('inertiaSpec', () => {
  it('compiles with one chosen point', () => {
    const words = { axis: 'Number of segments', chosen: 'Three', shape: leftWords };
    const spec = inertiaSpec(inertiaPoints(orders.runs), 3, words, theme, 500, 300);
    const sets = compile(spec).spec.data!.map((one) =>
      'values' in one ? (one.values as { k: number }[]) : [],
    );
    expect(sets.find((values) => values.length === 1)).toMatchObject([
      { k: 3, words: 'Three: 39\u00a0% left' },
    ]);
  });
});
