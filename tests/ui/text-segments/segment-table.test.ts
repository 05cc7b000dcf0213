import { describe, expect, it } from 'vitest';
import { labelColumn, tableColumns, tableNames } from '../../../src/ui/screens/segments/segment-table';
import type { TableHead } from '../../../src/workers/api';
import { orders } from '../fixtures/segmentation-orders';

const head = (names: readonly string[]): TableHead => ({
  rows: 3,
  columns: names.map((name) => ({
    name,
    kind: 'number',
    role: name === 'CustomerID' ? 'customer' : null,
    hasTime: false,
    missing: 0,
    histogram: [],
    distinct: 1,
  })),
});
const NAMES = [
  'recency_days',
  'frequency',
  'monetary',
  'frequency_log',
  'frequency_log_z',
  'CustomerID',
  'Country',
];
const after = head([...NAMES, 'segment_id', 'segment']);

describe('tableColumns', () => {
  it('shows key, segment, features and the rest, without the columns made on the way', () => {
    expect(tableColumns(after, orders)).toEqual([
      'CustomerID',
      'segment',
      'frequency',
      'monetary',
      'recency_days',
      'Country',
    ]);
  });
});

describe('labelColumn', () => {
  it('finds the names taken where the file has columns so called', () => {
    const both = head(['segment_id', 'segment', 'tessera_segment_id', 'tessera_segment']);
    expect([labelColumn(after), labelColumn(both), labelColumn(head(['segment']))]).toEqual([
      'segment',
      'tessera_segment',
      null,
    ]);
  });
});

describe('tableNames', () => {
  it('gives features their words', () => {
    const name = tableNames(after, orders);
    const shown = ['frequency', 'recency_days', 'segment', 'Country'].map((column) =>
      name(after.columns.find((one) => one.name === column)!),
    );
    expect(shown).toEqual(['Orders', 'Days before end', 'Segment', 'Country']);
  });
});
