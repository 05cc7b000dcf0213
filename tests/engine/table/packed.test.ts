import { describe, expect, it } from 'vitest';
import { packCells, packTable, unpackTable } from '../../../src/engine/table/packed';
import { metaOf } from '../../../src/engine/table/meta';
import { columnNames, columnOf } from '../../../src/engine/table/table';
import { cellsOf, table } from '../../support/tables';

const before = table(
  {
    customer: ['C-1', 'C-2', null, 'C-1'],
    spent: [1.5, null, -3, 0],
    since: [new Date('2025-03-03'), null, new Date('2025-03-04T10:30:00Z'), null],
    consent: [true, false, null, true],
    __proto__x: ['ä', '', '𝄞', 'ä'],
  },
  {
    grain: 'orders',
    key: 'customer',
    roles: new Map([['customer', 'customer']]),
    origins: new Map([['a', 'b']]),
  },
);

const stored = () => {
  // As storage does it: plain data by structured clone, cells by copy.
  const plain = structuredClone(packTable(before));
  const cells = columnNames(before).map((name) =>
    packCells(columnOf(before, name)).map((bytes) => bytes.slice()),
  );
  return unpackTable(plain, cells);
};

describe('packTable and unpackTable', () => {
  it('bring back every cell, missing ones too', () => {
    expect(cellsOf(stored())).toEqual(cellsOf(before));
  });

  it('bring back what the table knows of itself', () => {
    const { grain, key, roles, origins } = metaOf(stored());
    expect({ grain, key, roles, origins }).toEqual({
      grain: 'orders',
      key: 'customer',
      roles: new Map([['customer', 'customer']]),
      origins: new Map([['a', 'b']]),
    });
  });

  it('keep the column classes', () => {
    const back = stored();
    const kinds = columnNames(back).map((name) => columnOf(back, name).kind);
    expect(kinds).toEqual(['text', 'number', 'date', 'boolean', 'text']);
  });

  it('take an empty table', () => {
    const empty = table({ customer: [], spent: [] });
    const back = unpackTable(
      packTable(empty),
      columnNames(empty).map((name) => packCells(columnOf(empty, name))),
    );
    expect(cellsOf(back)).toEqual({ customer: [], spent: [] });
  });
});
