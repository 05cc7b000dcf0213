import { compile, type TopLevelSpec } from 'vega-lite';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Box, Segmentation } from '../../../src/engine/index';
import { boxesHeight, boxesSpec, hasLongTail } from '../../../src/ui/charts/box-plots';
import { farthestApart, profileHeight, profileSpec, sideStepped } from '../../../src/ui/charts/profile-lines';
import { silhouetteSpec } from '../../../src/ui/charts/silhouette-bars';
import { valueScale } from '../../../src/ui/charts/value-scale';
import { told } from '../fixtures/segmentation-told';
import { theme } from '../fixtures/theme';

const LOOK = { chosen: null, width: 864, narrow: false };
type Datum = Record<string, unknown>;
const marksOf = (spec: TopLevelSpec): Datum[] =>
  (compile(spec).spec.data ?? []).flatMap((one) => ('values' in one ? (one.values as Datum[]) : []));
const many = (count: number): Segmentation => {
  const columns = Array.from({ length: count }, (_, i) => `c${i}`);
  const features = columns.map((column) => ({ ...told.features[0]!, column, label: column }));
  const each = <T>(value: (i: number) => T) =>
    Object.fromEntries(columns.map((column, i) => [column, value(i)]));
  const segments = Array.from({ length: 10 }, (_, s) => ({
    ...told.segments[0]!,
    id: s + 1,
    positions: each((i) => ((s * 7 + i) % 10) / 10),
    boxes: each(() => told.segments[0]!.boxes['frequency']!),
  }));
  return { ...told, features, segments };
};

const PROFILE = {
  tick: String,
  label: ({ label }: { label: string }) => label,
  mark: (name: string) => name,
};
const BOXES = { all: 'all', label: PROFILE.label, tick: String, mark: (name: string) => name };

describe('profileSpec', () => {
  it('draws a tile for each segment on each column, farthest apart first', () => {
    expect(farthestApart(told, 3).map(({ column }) => column)).toEqual([
      'frequency',
      'monetary',
      'recency_days',
    ]);
    const letters = marksOf(profileSpec(told, PROFILE, LOOK, theme)).filter(({ text }) =>
      ['A', 'B', 'C'].includes(String(text)),
    );
    expect(letters).toHaveLength(9);
    // The first segment orders more than all do: right of the middle.
    expect(Number(letters.find(({ text }) => text === 'A')!['x'])).toBeGreaterThan(548);
    expect(profileHeight(told)).toBe(28 + 3 * 44);
  });

  it('turns the others grey where one is chosen', () => {
    const strokes = marksOf(profileSpec(told, PROFILE, { ...LOOK, chosen: 2 }, theme)).map(
      ({ stroke }) => stroke,
    );
    expect(strokes).toContain('context');
    expect(strokes).toContain('segment-b');
    expect(strokes).not.toContain('segment-a');
  });

  it('sets tiles that coincide above each other, and leaves the others where they are', () => {
    expect(sideStepped([100, 300, 105])).toEqual([-8.5, 0, 8.5]);
    expect(sideStepped([100, 200, 300])).toEqual([0, 0, 0]);
  });

  it('stays below 1,000 marks with 10 segments on 200 columns', () => {
    expect(marksOf(profileSpec(many(200), PROFILE, LOOK, theme)).length).toBeLessThan(1000);
    expect(marksOf(boxesSpec(many(200), BOXES, LOOK, theme)).length).toBeLessThan(1000);
  });
});

describe('boxesSpec', () => {
  it('draws the box of each segment and of all from quartile to quartile', () => {
    const drawn = marksOf(boxesSpec(told, BOXES, LOOK, theme)).filter(({ words }) => words !== undefined);
    expect(drawn).toHaveLength(3 * 4);
    expect(drawn.every(({ x, x2 }) => Number(x) < Number(x2))).toBe(true);
    expect(boxesHeight(told)).toBe(3 * (34 + 4 * 22 + 34));
  });

  it('leaves out a segment that has nobody', () => {
    const none: Box = { low: NaN, lower: NaN, median: NaN, upper: NaN, high: NaN, beyond: 0 };
    const [first, ...others] = told.segments;
    const boxes = { ...first!.boxes, frequency: none };
    const drawn = marksOf(
      boxesSpec({ ...told, segments: [{ ...first!, boxes }, ...others] }, BOXES, LOOK, theme),
    );
    expect(drawn.filter(({ words }) => words !== undefined)).toHaveLength(11);
    expect(drawn.flatMap(({ x }) => (x === undefined ? [] : [x]))).not.toContain(NaN);
  });

  it('knows a long tail', () => {
    expect(told.features.map(hasLongTail)).toEqual([true, true, true]);
    expect(hasLongTail({ ...told.features[0]!, mean: 50, median: 49 })).toBe(false);
  });
});

describe('silhouetteSpec', () => {
  it('draws one bar per customer from 0, and the mean of each segment', () => {
    const said = { score: String, mark: (name: string) => name };
    const bars = marksOf(silhouetteSpec(told, told.silhouettes!, said, LOOK, theme)).filter(
      ({ words }) => words !== undefined,
    );
    expect(bars).toHaveLength(told.silhouettes!.scores.length);
    const zero = Number(bars[0]!['x']);
    const below = bars.filter(({ x2 }) => Number(x2) <= zero);
    expect(below).toHaveLength(told.silhouettes!.scores.filter((score) => score <= 0).length);
    const downwards = bars.map(({ y }) => Number(y));
    expect(downwards).toEqual([...downwards].sort((a, b) => a - b));
  });
});

describe('valueScale', () => {
  it('has round ticks', () => {
    expect(valueScale([0, 97], false, [0, 400], 72).ticks).toEqual([0, 20, 40, 60, 80]);
    expect(valueScale([1, 29], true, [0, 800], 72).ticks).toEqual([1, 2, 5, 10, 20]);
    expect(valueScale([-1200, 11_000], true, [0, 800], 72).ticks).toEqual([
      -1000, -100, -10, 0, 10, 100, 1000, 10_000,
    ]);
  });

  it('places larger values farther right, ticks apart and within', () => {
    const value = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(value, value, fc.boolean(), (one, other, long) => {
        const [low, high] = [Math.min(one, other), Math.max(one, other)];
        const { place, ticks } = valueScale([low, high], long, [40, 840], 72);
        const places = [low, ...ticks, high].map(place);
        expect([...places].sort((a, b) => a - b)).toEqual(places);
        const gaps = ticks.slice(1).map((tick, i) => place(tick) - place(ticks[i]!));
        expect(gaps.every((gap) => gap >= 72 - 1e-9)).toBe(true);
      }),
    );
  });
});
