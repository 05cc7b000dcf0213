import { describe, expect, it } from 'vitest';
import type { Segmentation } from '../../../src/engine/index';
import { facesOf, FIRST_FACE, marksOf } from '../../../src/ui/charts/map-face';
import { loadingsTable, mapTable } from '../../../src/ui/screens/segments/map-tables';
import { mapTitle } from '../../../src/ui/text/charts';
import { faceLabel, markTold, marksNote } from '../../../src/ui/text/customer-map';
import { orders } from '../fixtures/segmentation-orders';

const three: Segmentation = {
  ...orders,
  pca: {
    explained: [0.74, 0.19, 0.07],
    loadings: { frequency: [0.62, 0.21, -0.75], monetary: [0.6, 0.43, 0.67], recency_days: [-0.5, 0.88, 0] },
    points: {
      x: Float64Array.of(1, -1),
      y: Float64Array.of(0.5, 0),
      z: Float64Array.of(0.25, 2),
      segment: Uint8Array.of(1, 3),
      row: Uint32Array.of(4, 0),
      who: ['17850', '13047'],
      values: {
        frequency: Float64Array.of(12, 1),
        monetary: Float64Array.of(5391, 76),
        recency_days: Float64Array.of(9, 240),
      },
    },
  },
};
const cells: Segmentation = {
  ...three,
  customers: 5001,
  pca: {
    ...three.pca!,
    density: [
      {
        ...FIRST_FACE,
        x: Float64Array.of(1),
        y: Float64Array.of(2),
        customers: Uint32Array.of(40),
        segment: Uint8Array.of(2),
        most: Uint32Array.of(30),
        values: { frequency: Float64Array.of(3) },
      },
    ],
  },
};
const THIRD = { across: 0, up: 2 };

describe('the faces of the map', () => {
  it('are three where there is a third component', () => {
    expect(facesOf(three.pca!)).toHaveLength(3);
    expect(facesOf(orders.pca!)).toEqual([FIRST_FACE]);
    expect(faceLabel(three, THIRD)).toBe('1 and 3 (74\u00a0% and 7\u00a0% of all differences)');
  });

  it('show the scores of their components and say what they mean', () => {
    expect([...marksOf(three.pca!, THIRD).y]).toEqual([0.25, 2]);
    expect(mapTitle(three, THIRD)).toMatch(/Up: fewer orders, more money \(7\u00a0%\)$/);
  });
});

describe('markTold', () => {
  it('says segment, customer and figures', () => {
    expect(markTold(three, FIRST_FACE)(0)).toEqual({
      title: `A\u00a0 ${orders.segments[0]!.name}`,
      Customer: '17850',
      Orders: '12',
      Spent: '5,391',
      'Days since the last order': '9\u00a0days',
    });
  });

  it('says how many are in a cell, and their medians', () => {
    expect(markTold(cells, FIRST_FACE)(0)).toEqual({
      title: `B\u00a0 ${orders.segments[1]!.name} (75\u00a0%)`,
      Customers: '40',
      'Orders, median': '3',
    });
    expect(marksNote(cells, 1)).toBe('All 5,001 customers, counted in 1 cell.');
  });
});

describe('the tables of the map', () => {
  it('have the figures of each mark', () => {
    const { columns, rows } = mapTable(three, THIRD);
    expect(columns.map(({ label }) => label).slice(0, 4)).toEqual([
      'Row of the customer table',
      'Segment',
      'Left to right',
      'Up',
    ]);
    expect(rows[0]!.slice(0, 4)).toEqual([5, `A ${orders.segments[0]!.name}`, 1, 0.25]);
    expect(mapTable(cells, FIRST_FACE).rows).toEqual([[40, `B ${orders.segments[1]!.name}`, 0.75, 1, 2, 3]]);
  });

  it('have the loadings', () => {
    const { rows, columns } = loadingsTable(three);
    expect(columns.at(-1)!.label).toBe('Direction 3 (7\u00a0%)');
    expect(rows[0]!.slice(1)).toEqual([0.62, 0.21, -0.75]);
  });
});
