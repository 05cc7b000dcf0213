import { describe, expect, it } from 'vitest';
import type { EngineError } from '../../../src/engine/errors';
import {
  BooleanColumn,
  countMissing,
  DateColumn,
  isMissing,
  NumberColumn,
  TextColumn,
} from '../../../src/engine/table/columns';
import { Dictionary } from '../../../src/engine/table/dictionary';
import { columnWithRole, metaOf, originOf, withMeta } from '../../../src/engine/table/meta';
import {
  columnAs,
  columnNames,
  columnOf,
  keep,
  makeTable,
  numbers,
  take,
  withColumns,
} from '../../../src/engine/table/table';
import { cellsOf, table, textColumn } from '../../support/tables';

const CLASSES = [NumberColumn, DateColumn, TextColumn, BooleanColumn];
const day = (iso: string) => new Date(`${iso}Z`);
const small = () =>
  table(
    {
      n: [1, null, 3],
      day: [day('2020-01-01'), null, day('2020-01-03')],
      name: ['a', null, 'é'],
      paid: [true, null, false],
    },
    {
      grain: 'orders',
      key: 'name',
      roles: new Map([['day', 'date']]),
      origins: new Map([
        ['n', 'm'],
        ['m', 'l'],
      ]),
    },
  );
const classesOf = (of: ReturnType<typeof small>) =>
  columnNames(of).map((name) => columnOf(of, name).constructor);
const code = (run: () => unknown) => {
  try {
    run();
  } catch (error) {
    return (error as EngineError).code;
  }
  return null;
};

describe('makeTable', () => {
  it('keeps the classes, the order and the missing cells of its columns', () => {
    expect(classesOf(small())).toEqual(CLASSES);
    expect(columnNames(small())).toEqual(['n', 'day', 'name', 'paid']);
    expect(['n', 'day', 'name', 'paid'].map((name) => countMissing(columnOf(small(), name)))).toEqual([
      1, 1, 1, 1,
    ]);
    expect(isMissing(columnOf(small(), 'paid'), 1)).toBe(true);
  });

  it('stands hostile names', () => {
    const made = makeTable(
      ['__proto__', 'constructor', 'toString'].map((name) => [name, textColumn([name])]),
    );
    expect(columnNames(made)).toEqual(['__proto__', 'constructor', 'toString']);
    expect(columnOf(made, '__proto__').at(0)).toBe('__proto__');
  });
});

describe('columnOf, columnAs, numbers', () => {
  it('refuse what is not there or of another kind', () => {
    expect(code(() => columnOf(small(), 'toString'))).toBe('missing-column');
    expect(code(() => columnAs(small(), 'n', 'text'))).toBe('wrong-kind');
    expect(code(() => numbers(small(), 'name'))).toBe('wrong-kind');
  });

  it('give the column and its raw numbers, not a copy', () => {
    const made = small();
    expect(columnAs(made, 'name', 'text').at(2)).toBe('é');
    expect(numbers(made, 'n')).toBe(columnAs(made, 'n', 'number').values);
    expect([...numbers(made, 'n')]).toEqual([1, NaN, 3]);
  });
});

describe('take', () => {
  it('gives the rows asked for, in that order, in columns of the same classes', () => {
    const taken = take(small(), Uint32Array.of(2, 1, 2));
    expect(classesOf(taken)).toEqual(CLASSES);
    expect(cellsOf(taken)).toEqual({
      n: [3, null, 3],
      day: [day('2020-01-03'), null, day('2020-01-03')],
      name: ['é', null, 'é'],
      paid: [false, null, false],
    });
    expect(metaOf(taken)).toEqual({ ...metaOf(small()), sourceRows: Uint32Array.of(2, 1, 2) });
  });
});

describe('keep', () => {
  it('remembers the rows of the source through several cuts', () => {
    const kept = keep(take(small(), Uint32Array.of(2, 1, 0)), Uint8Array.of(1, 0, 1));
    expect(metaOf(kept).sourceRows).toEqual(Uint32Array.of(2, 0));
  });

  it('keeps the marked rows', () => {
    const kept = keep(small(), Uint8Array.of(1, 0, 1));
    expect(classesOf(kept)).toEqual(CLASSES);
    expect(cellsOf(kept).name).toEqual(['a', 'é']);
    expect(kept.totalRows()).toBe(2);
  });

  it('is the table itself where every row is kept, and empty where none is', () => {
    const made = small();
    expect(keep(made, Uint8Array.of(1, 1, 1))).toBe(made);
    expect(keep(made, new Uint8Array(3)).totalRows()).toBe(0);
  });
});

describe('withColumns', () => {
  it('adds at the end, replaces in place and shares the others', () => {
    const made = small();
    const after = withColumns(made, [
      ['z', Float64Array.of(1, 2, 3)],
      ['day', textColumn(['x', 'y', null])],
    ]);
    expect(columnNames(after)).toEqual(['n', 'day', 'name', 'paid', 'z']);
    expect(classesOf(after)).toEqual([NumberColumn, TextColumn, TextColumn, BooleanColumn, NumberColumn]);
    expect(columnOf(after, 'name')).toBe(columnOf(made, 'name'));
    expect(columnOf(made, 'day').kind).toBe('date');
    expect(metaOf(after)).toEqual(metaOf(made));
  });
});

describe('metaOf and withMeta', () => {
  it('changes what is asked for and leaves the table given as it was', () => {
    const made = small();
    const changed = withMeta(made, { grain: 'customers' });
    expect([metaOf(made).grain, metaOf(changed).grain]).toEqual(['orders', 'customers']);
    expect(metaOf(changed).key).toBe('name');
    expect(classesOf(changed)).toEqual(CLASSES);
    expect(columnOf(changed, 'n')).toBe(columnOf(made, 'n'));
  });

  it('follows origins to the first and finds roles', () => {
    expect(originOf(small(), 'n')).toBe('l');
    expect(originOf(small(), 'day')).toBe('day');
    expect(columnWithRole(small(), 'date')).toBe('day');
    expect(columnWithRole(small(), 'amount')).toBe(null);
  });
});

describe('Dictionary', () => {
  it('gives back the strings it was made of', () => {
    const texts = ['', 'a', 'é', '日本', '😀', 'x'.repeat(3000), '\ufeffmark'];
    const dictionary = Dictionary.of(texts);
    expect(dictionary.size).toBe(texts.length);
    expect(texts.map((_, at) => dictionary.text(at))).toEqual(texts);
    expect(Dictionary.of([]).size).toBe(0);
  });

  it('packs more than fits into one piece', () => {
    const texts = Array.from({ length: 3 }, (_, at) => String(at).repeat(600_000));
    const dictionary = Dictionary.of(texts);
    expect(texts.every((text, at) => dictionary.text(at) === text)).toBe(true);
  });
});
