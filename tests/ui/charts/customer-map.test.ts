import { compile } from 'vega-lite';
import { describe, expect, it } from 'vitest';
import { customerMapSpec } from '../../../src/ui/charts/customer-map';
import { labelOf, type MapLook } from '../../../src/ui/charts/map-look';
import { orders } from '../fixtures/segmentation-orders';
import { theme } from '../fixtures/theme';

const look: MapLook = {
  names: new Map(orders.segments.map(({ id, name }) => [id, name])),
  axes: { left: 'Fewer', right: 'More', up: 'Longer ago', down: 'More recent' },
  chosen: null,
  labels: true,
  width: 864,
  height: 480,
};
interface Mark {
  id: number;
  x: number;
  y: number;
  fill: string;
  shape: string;
}
const marksOf = (wanted: MapLook): Mark[] => {
  const { data } = compile(customerMapSpec(orders.pca!.points, wanted, theme)).spec;
  const sets = data!.map((one) => ('values' in one ? (one.values as Mark[]) : []));
  return sets.reduce((most, each) => (each.length > most.length ? each : most));
};

describe('customerMapSpec', () => {
  it('draws one mark per customer inside the frame', () => {
    const marks = marksOf(look);
    expect(marks).toHaveLength(1000);
    expect(marks.every(({ x, y }) => x >= 0 && x <= 864 && y >= 0 && y <= 480)).toBe(true);
  });

  it('gives each segment its own colour and shape', () => {
    const seen = new Map(marksOf(look).map(({ id, fill, shape }) => [id, `${fill} ${shape}`]));
    expect(new Set(seen.values()).size).toBe(3);
    expect(seen.get(1)).toMatch(/^segment-a /);
  });

  it('turns all but the chosen segment grey and draws it last', () => {
    const marks = marksOf({ ...look, chosen: 2 });
    expect(new Set(marks.filter(({ id }) => id !== 2).map(({ fill }) => fill))).toEqual(new Set(['context']));
    expect(marks.at(-1)!.id).toBe(2);
  });

  it('leaves the labels to the list where it is narrow', () => {
    const layers = (labels: boolean) => {
      const spec = customerMapSpec(orders.pca!.points, { ...look, labels }, theme);
      return 'layer' in spec ? spec.layer.length : 0;
    };
    expect(layers(true)).toBeGreaterThan(layers(false));
  });
});

describe('labelOf', () => {
  const named = (name: string) => labelOf(2, { ...look, names: new Map([[2, name]]) });

  it('gives the first part of a long name and short names whole', () => {
    expect(named('Many deals purchases, many web purchases')).toBe('B\u00a0 Many deals purchases…');
    expect(named('At risk, big baskets')).toBe('B\u00a0 At risk, big baskets');
  });
});
