import { describe, expect, it } from 'vitest';
import { customerList, sourceLabels } from '../../../src/engine/insight/labelled';
import { cellsOf, table } from '../../support/tables';
import { withMeta } from '../../../src/engine/table/meta';
import { take } from '../../../src/engine/table/table';

const segmented = table(
  {
    id: ['b', 'a', 'c'],
    spent: [5, 7, null],
    spent_z: [-1, 1, null],
    segment_id: [2, 1, null],
    segment: ['Low', 'High', null],
  },
  { key: 'id' },
);

describe('customerList', () => {
  it('holds key, features in the order of the table, and labels', () => {
    const { columns } = customerList(segmented, ['spent'], ['id', 'spent']);
    expect(columns.map(({ as }) => as)).toEqual(['id', 'spent', 'segment_id', 'segment']);
  });

  it('knows customers without a key by their row in the file', () => {
    const keyless = take(
      table({ spent: [1, 2, 3], segment_id: [1, 1, 2], segment: ['A', 'A', 'B'] }),
      Uint32Array.of(0, 2),
    );
    const { table: list, columns } = customerList(keyless, ['spent'], ['spent']);
    expect(columns[0]).toEqual({ name: 'row', as: 'row' });
    expect(cellsOf(list)['row']).toEqual([1, 3]);
  });

  it('gives way to columns of the file, and takes the labels of this run for those of an earlier one', () => {
    const again = withMeta(
      table({ id: ['a'], segment_id: [3], segment: ['Old'], x_id: [1], x: ['New'] }, { key: 'id' }),
      {
        labels: { id: 'x_id', name: 'x' },
      },
    );
    const { columns } = customerList(again, [], ['id', 'segment_id', 'Segment', 'tessera_segment']);
    expect(columns.slice(1)).toEqual([
      { name: 'x_id', as: 'tessera_segment_id_2' },
      { name: 'x', as: 'tessera_segment_2' },
    ]);
  });

  it('keeps to the segments asked for', () => {
    expect(cellsOf(customerList(segmented, ['spent'], [], [1]).table)['id']).toEqual(['a']);
  });
});

describe('sourceLabels', () => {
  it('labels every order of a customer and leaves strangers blank', () => {
    const orders = table({ id: ['a', 'x', 'b', null, 'a', 'c'] }, { grain: 'orders', key: 'id' });
    const { names, cell } = sourceLabels(orders, segmented);
    expect(names).toEqual(['segment_id', 'segment']);
    const labels = [0, 1, 2, 3, 4, 5].map((row) => `${cell(row, 0)} ${cell(row, 1)}`.trim());
    expect(labels).toEqual(['1 High', '', '2 Low', '', '1 High', '']);
  });

  it('labels the rows of a customer file by row, rows set aside blank', () => {
    const kept = take(table({ segment_id: [1, 2, 1], segment: ['A', 'B', 'A'] }), Uint32Array.of(2, 1));
    const { cell } = sourceLabels(table({ spent: [1, 2, 3] }), kept);
    expect([0, 1, 2].map((row) => cell(row, 1))).toEqual(['', 'B', 'A']);
  });
});
