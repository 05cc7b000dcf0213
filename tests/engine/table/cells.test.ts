import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  BooleanColumn,
  DateColumn,
  NumberColumn,
  rememberWhole,
  unmarkMissing,
} from '../../../src/engine/table/columns';
import { columnOf, keep, makeTable } from '../../../src/engine/table/table';
import { metaOf } from '../../../src/engine/table/meta';

const table = (values: readonly number[]) =>
  makeTable([
    ['n', new NumberColumn(Float64Array.from(values))],
    [
      'd',
      new DateColumn(
        Float64Array.from(values, (value) => value * 1000),
        false,
      ),
    ],
    [
      'b',
      new BooleanColumn(
        Uint8Array.from(values, (_, row) => row % 3),
        ['no', 'yes'],
      ),
    ],
  ]);

describe('columns that were taken out of others', () => {
  it('hold what taking row by row gives, however often rows are dropped and whatever is looked at between', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(NaN)), { minLength: 1, maxLength: 60 }),
        fc.array(fc.tuple(fc.array(fc.boolean(), { minLength: 60, maxLength: 60 }), fc.boolean()), {
          maxLength: 4,
        }),
        (values, drops) => {
          let now = table(values);
          let rows = values.map((_, row) => row);
          for (const [kept, look] of drops) {
            now = keep(
              now,
              Uint8Array.from(rows, (_, at) => Number(kept[at])),
            );
            rows = rows.filter((_, at) => kept[at]);
            if (look) expect(columnOf(now, 'n').length).toBe(rows.length);
            if (look)
              expect([...columnOf(now, 'n')]).toHaveLength(
                (columnOf(now, 'n') as NumberColumn).values.length,
              );
          }
          for (const name of ['n', 'd', 'b'])
            expect([...columnOf(now, name)]).toEqual(
              rows.map((row) => columnOf(table(values), name).at(row)),
            );
          expect([...(metaOf(now).sourceRows ?? rows)]).toEqual(rows);
        },
      ),
    );
  });

  it('know their blanks without being copied', () => {
    const column = new NumberColumn(Float64Array.of(1, NaN, 3, NaN)).take(Uint32Array.of(3, 2, 1));
    const marks = new Uint8Array(3).fill(1);
    expect([unmarkMissing(column, marks, 0, 3), ...marks]).toEqual([2, 0, 1, 0]);
    expect(column.placed.rows).not.toBeNull();
    expect([column.values.length, column.placed.rows]).toEqual([3, null]);
    expect(column.at(9)).toBeNull();
  });

  it('have no blanks where those they were taken from are known to have none', () => {
    const column = new NumberColumn(Float64Array.of(1, 2, 3));
    rememberWhole(column);
    const other = new NumberColumn(Float64Array.of(1, NaN, 3));
    const marks = new Uint8Array(2).fill(1);
    const rows = Uint32Array.of(1, 2);
    expect([unmarkMissing(column.take(rows), marks, 0, 2), ...marks]).toEqual([0, 1, 1]);
    rememberWhole(other.take(Uint32Array.of(0, 2)));
    expect([unmarkMissing(other.take(rows), marks, 0, 2), ...marks]).toEqual([1, 0, 1]);
  });
});
