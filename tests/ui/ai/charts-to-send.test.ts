import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import type { Segmentation } from '../../../src/engine/index';
import { chartsToSend, chartToSend } from '../../../src/ui/ai/charts-to-send';
import { crowdsOf } from '../../../src/ui/ai/crowds';
import { nameless } from '../../../src/ui/ai/nameless';
import { CHART_LABELS, type AiChart } from '../../../src/ui/text/ai';
import { told } from '../fixtures/segmentation-told';
import { theme } from '../fixtures/theme';

const ALL = Object.keys(CHART_LABELS) as AiChart[];
const COLUMNS = ['zz_recency', 'zz_frequency', 'zz_money'];
const SECRET = /zz|secret/i;

const renamed = <T>(record: Readonly<Record<string, T>>) =>
  Object.fromEntries(Object.values(record).map((value, i) => [COLUMNS[i]!, value]));
const points = (count: number) => ({
  x: Float64Array.from({ length: count }, (_, i) => (i % 2 === 0 ? -1 : 1)),
  y: Float64Array.from({ length: count }, (_, i) => (i % 2 === 0 ? -1 : 1)),
  segment: Uint8Array.from({ length: count }, (_, i) => (i % 2) + 1),
  row: Uint32Array.from({ length: count }, (_, i) => i),
  who: Array.from({ length: count }, (_, i) => `secret-${i}`),
  values: { zz_money: new Float64Array(count) },
});

/** Everything that is written in a file holds a word that must not be seen. */
const secretive = {
  ...told,
  features: told.features.map((feature, i) => ({
    ...feature,
    column: COLUMNS[i]!,
    scaled: `${COLUMNS[i]}_scaled`,
    label: `ZZ ${i}`,
    unit: 'secret',
  })),
  segments: told.segments.map((segment, i) => ({
    ...segment,
    name: `Secret ${i}`,
    action: 'Secret plan',
    size: i === 2 ? 9 : segment.size,
    means: renamed(segment.means),
    medians: renamed(segment.medians),
    index: renamed(segment.index),
    deviations: renamed(segment.deviations),
    positions: renamed(segment.positions),
    traits: [{ column: 'zz_city', value: 'Secret town', segment: 0.5, all: 0.1 }],
    conditions: [{ column: 'zz_money', atLeast: 1, atMost: null }],
  })),
  money: { columns: ['zz_money'], label: 'Secret money' },
  currency: 'secret',
  kept: ['zz_email'],
  pca: { explained: [0.7, 0.2, 0.1], loadings: renamed(told.segments[0]!.means), points: points(40) },
} as unknown as Segmentation;

const drawn = (chart: AiChart, columns = false) => {
  const { words, spec, prompt } = chartToSend(chart, secretive, columns);
  return { prompt, all: JSON.stringify([words, spec(theme), compile(spec(theme)).spec, prompt]) };
};

describe('chartToSend', () => {
  it('is there for each chart', () => {
    expect(chartsToSend(secretive)).toEqual(ALL);
  });

  it('tells the shares that its tiles stand for', () => {
    const { line } = chartToSend('sizes', secretive, false).words;
    expect(line).toMatch(/^Each whole is 100 tiles\. Customers: A\u00a0\d+\u00a0%, B\u00a0\d+\u00a0%/);
    expect(line).toMatch(/ Money: A\u00a0/);
    expect(line).not.toContain('C\u00a0');
  });

  it('writes the letter of each segment beside its marks on the map', () => {
    const { all } = drawn('map');
    expect(all).toMatch(/"name":"A"/);
    expect(all).toMatch(/"name":"B"/);
    expect(all).not.toMatch(/"name":"[C-Z]"/);
  });

  it.each(ALL)('draws %s without anything that is written in the file', (chart) => {
    const { all, prompt } = drawn(chart);
    expect(SECRET.exec(all)).toBeNull();
    expect(prompt).not.toMatch(/undefined|NaN/);
  });

  it.each(['profiles', 'differences'] as const)(
    'names the columns in %s only where that is allowed',
    (chart) => {
      expect(drawn(chart).all.includes('Feature 1')).toBe(true);
      const { all } = drawn(chart, true);
      expect(all.includes('ZZ 1')).toBe(true);
      expect(/secret/i.exec(all)).toBeNull();
      expect(all.includes('Feature 1')).toBe(false);
    },
  );

  it.each(['profiles', 'differences', 'sizes'] as const)('leaves out who are fewer than ten: %s', (chart) => {
    const { all, prompt } = drawn(chart);
    expect(/Segment C|"C {2}|"text":"C"|"letter":"C"/.exec(all)).toBeNull();
    expect(prompt).toContain('two customer segments');
    expect(prompt).toContain('1 segment with fewer than ten customers left out.');
  });
});

describe('nameless', () => {
  it('keeps nothing that is written in the file', () => {
    expect(JSON.stringify(nameless(secretive, false))).not.toMatch(SECRET);
    expect(nameless(secretive, false).leftOut).toBe(1);
  });

  it('changes nothing', () => {
    const before = JSON.stringify(secretive);
    nameless(secretive, true);
    expect(JSON.stringify(secretive)).toBe(before);
  });
});

describe('crowdsOf', () => {
  it('shows no cell of fewer than ten', () => {
    const of = (count: number) => crowdsOf({ ...secretive.pca!, points: points(count) });
    expect([...of(40).customers]).toEqual([20, 20]);
    expect([...of(40).segment]).toEqual([1, 2]);
    expect([...of(18).customers]).toEqual([]);
    expect([...of(19).customers]).toEqual([10]);
  });

  it('takes cells that were counted as they are', () => {
    const plane = {
      across: 0,
      up: 1,
      x: Float64Array.of(0, 1, 2),
      y: Float64Array.of(0, 1, 2),
      customers: Uint32Array.of(9, 10, 11),
      segment: Uint8Array.of(1, 2, 3),
      most: Uint32Array.of(9, 10, 11),
      values: {},
    };
    const { x, segment } = crowdsOf({ ...secretive.pca!, density: [plane] });
    expect([[...x], [...segment]]).toEqual([
      [1, 2],
      [2, 3],
    ]);
  });
});
