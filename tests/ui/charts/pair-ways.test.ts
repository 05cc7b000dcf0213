import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import type { PairView } from '../../../src/engine/index';
import { mosaicHeight, pairMosaicSpec, suitsMosaic } from '../../../src/ui/charts/pair-mosaic';
import { pairViolinsHeight, pairViolinsSpec } from '../../../src/ui/charts/pair-violins';
import { waysToDraw } from '../../../src/ui/screens/explore/pair-specs';
import { theme } from '../fixtures/theme';

type Datum = Record<string, number> & { words?: string; fill?: string; group?: number };
const marksOf = (spec: TopLevelSpec): Datum[] =>
  (compile(spec).spec.data ?? []).flatMap((one) => ('values' in one ? (one.values as Datum[]) : []));
const long = 'a name of a category that does not end where it should';

describe('a mosaic', () => {
  const cell = (count: number, times: number | null = 1) => ({ count, times, text: String(count), words: `${count} rows` }); // prettier-ignore
  const grid = { down: ['yes', long], across: [long, 'b'], cells: [cell(30, 4), cell(0, null), cell(10), cell(60)] }; // prettier-ignore

  it('has tiles as large as their rows, and stays within its room', () => {
    for (const width of [320, 864]) {
      const tiles = marksOf(pairMosaicSpec(grid, theme, width)).filter(({ x2 }) => x2 !== undefined);
      const areas = tiles.map(({ x, x2, y, y2 }) => (x2! - x!) * (y2! - y!));
      const whole = areas.reduce((sum, one) => sum + one, 0);
      // Column after column.
      for (const [i, part] of [0.3, 0.1, 0, 0.6].entries()) expect(areas[i]! / whole).toBeCloseTo(part, 10);
      expect(tiles.map(({ fill }) => fill)).toEqual([theme.heat[6], theme.heat[3], theme.paper, theme.heat[3]]); // prettier-ignore
      expect(Math.max(...tiles.map(({ x2 }) => x2!))).toBeLessThanOrEqual(width);
      expect(Math.max(...tiles.map(({ y2 }) => y2!))).toBeLessThanOrEqual(mosaicHeight(grid, width));
    }
  });

  it('names thin rows within its room, and leaves out names that have none', () => {
    const down = ['a', 'b', 'c', 'd', 'e', 'f'];
    const namesOf = (counts: readonly number[]) => {
      const cells = counts.flatMap((rows) => [cell(rows), cell(rows)]);
      const spec = pairMosaicSpec({ down, across: ['long enough', 'b'], cells }, theme, 864);
      return marksOf(spec).filter(({ x, text }) => x === 0 && down.includes(String(text)));
    };
    expect(namesOf([10, 10, 10, 10, 10, 10])).toHaveLength(6);
    const thin = namesOf([1000, 1, 1, 1, 1, 1]);
    expect(thin.map(({ text }) => String(text))).toEqual(['a', 'b']);
    expect(Math.max(...thin.map(({ y }) => y!))).toBeLessThan(28 + 320);
  });

  it('has no place for many values', () => {
    const names = (many: number) => Array.from({ length: many }, String);
    expect(suitsMosaic({ down: names(6), across: names(8) })).toBe(true);
    expect(suitsMosaic({ down: names(7), across: names(3) })).toBe(false);
    expect(suitsMosaic({ down: names(1), across: names(3) })).toBe(false);
  });
});

describe('violins', () => {
  const box = { low: 0, lower: 2, median: 3, upper: 5, high: 9, beyond: 0 };
  const density = [0, 4.5, 9].map((value, i) => ({ value, density: [0.1, 0.4, 0][i]! }));
  const rows = [
    { label: 'a', box, density, words: 'told', rest: false },
    { label: long, box, density: null, words: 'told', rest: true },
  ];

  it('are each as high as their own peak, and a box alone where there is no shape', () => {
    const shapes = marksOf(pairViolinsSpec(rows, { tick: String, name: 'income' }, theme, 864)).filter(
      ({ group }) => group !== undefined,
    );
    expect(shapes.map(({ y, y2 }) => y2! - y!)).toEqual([11, 44, 0]);
    expect(new Set(shapes.map(({ group }) => group))).toEqual(new Set([0]));
    expect(pairViolinsHeight(rows, 864)).toBe(170);
  });

  it('are offered where the scale is even', () => {
    const view = (of: object) => ({ picture: { shape: 'boxes', boxes: [of] } }) as unknown as PairView;
    expect(waysToDraw(view({ box, density }))).toEqual(['boxes', 'violins']);
    expect(waysToDraw(view({ box, density: null }))).toEqual(['boxes']);
    expect(waysToDraw(view({ box: { ...box, high: 900 }, density }))).toEqual(['boxes']);
  });
});
