import { describe, expect, it } from 'vitest';
import { orderBy, pageOf, rowsEqual } from '../../../src/engine/table/page';
import { table } from '../../support/tables';

const people = table({
  name: ['Cy', 'Al', null, 'Bo', 'Al'],
  spent: [3, 1, 2, null, 1],
  yes: [true, null, false, true, false],
});

describe('pageOf', () => {
  it('gives the rows asked for, missing cells as null, booleans as they were written', () => {
    expect(pageOf(people, null, { from: 1, count: 2, columns: ['name', 'spent', 'yes'] })).toEqual({
      from: 1,
      total: 5,
      rows: [1, 2],
      columns: [
        { name: 'name', cells: ['Al', null] },
        { name: 'spent', cells: [1, 2] },
        { name: 'yes', cells: [null, 'no'] },
      ],
    });
  });

  it('follows an order, stops at the end and passes over columns that are not there', () => {
    const order = Uint32Array.of(4, 0, 2);
    expect(pageOf(people, order, { from: 2, count: 10, columns: ['spent', 'gone'] })).toEqual({
      from: 2,
      total: 3,
      rows: [2],
      columns: [{ name: 'spent', cells: [2] }],
    });
    expect(pageOf(people, null, { from: 99, count: 3, columns: [] }).rows).toEqual([]);
  });
});

describe('orderBy', () => {
  it('sorts numbers and text, missing last either way, ties in their own order', () => {
    const by = (column: string, descending: boolean) => [...orderBy(people, null, { column, descending })];
    expect(by('spent', false)).toEqual([1, 4, 2, 0, 3]);
    expect(by('spent', true)).toEqual([0, 2, 1, 4, 3]);
    expect(by('name', false)).toEqual([1, 4, 3, 0, 2]);
    expect(by('name', true)).toEqual([0, 3, 1, 4, 2]);
    expect(by('yes', false)).toEqual([2, 4, 0, 3, 1]);
  });

  it('keeps to the rows given', () => {
    expect([...orderBy(people, Uint32Array.of(3, 0, 1), { column: 'spent', descending: false })]).toEqual([
      1, 0, 3,
    ]);
  });
});

describe('rowsEqual', () => {
  it('finds the rows of a number', () => {
    expect([...rowsEqual(people, 'spent', 1)]).toEqual([1, 4]);
    expect([...rowsEqual(people, 'spent', 9)]).toEqual([]);
  });
});
