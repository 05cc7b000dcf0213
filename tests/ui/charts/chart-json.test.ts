import { compile, type TopLevelSpec } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { chartJson } from '../../../src/ui/charts/chart-json';
import { customerMapSpec } from '../../../src/ui/charts/customer-map';
import { FIRST_FACE, marksOf } from '../../../src/ui/charts/map-face';
import { inertiaPoints, inertiaSpec } from '../../../src/ui/charts/inertia';
import { orders } from '../fixtures/segmentation-orders';
import { theme } from '../fixtures/theme';

const look = {
  names: new Map(orders.segments.map(({ id, name }) => [id, name])),
  axes: { left: '', right: '', up: '', down: '' },
  chosen: null,
  told: (at: number) => ({ Customer: `Ms Ada ${at}` }),
  labels: true,
  width: 600,
  height: 400,
};

describe('chartJson', () => {
  it('leaves out who a mark is and which row it stands for', () => {
    const spec = customerMapSpec(marksOf(orders.pca!, FIRST_FACE), look, theme);
    const json = chartJson(spec);
    expect(json).not.toMatch(/Ada|tooltip|"at"|"told"/);
    const { layer } = JSON.parse(json) as {
      layer: { data: { values: Record<string, unknown>[] }; mark: { type: string } }[];
    };
    const marks = layer.find(({ mark }) => mark.type === 'point')!.data.values;
    expect(marks.length).toBe(orders.pca!.points.x.length);
    expect(Object.keys(marks[0]!).sort()).toEqual(['fill', 'shape', 'stroke', 'x', 'y']);
  });

  it('is a specification that Vega-Lite takes, with what expressions read', () => {
    const words = { axis: 'Segments', chosen: 'Three: 39 % left', shape: ({ k }: { k: number }) => `${k}` };
    const spec = inertiaSpec(inertiaPoints(orders.runs), 3, words, theme, 640, 320);
    const read = JSON.parse(chartJson(spec)) as TopLevelSpec;
    expect(compile(read).spec.marks?.length).toBeGreaterThan(0);
    const computed = chartJson({
      data: { values: [{ a: 1, b: 2, c: 3 }] },
      transform: [{ calculate: 'datum.b * 2', as: 'd' }],
      mark: 'point',
      encoding: { x: { field: 'a' }, y: { field: 'd' }, tooltip: { field: 'c' } },
    } as TopLevelSpec);
    expect((JSON.parse(computed) as { data: unknown }).data).toEqual({ values: [{ a: 1, b: 2 }] });
  });
});
