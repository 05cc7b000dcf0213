import { describe, expect, it } from 'vitest';
import { splitColumn } from '../../../src/engine/steps/split-column';
import { columnNames } from '../../../src/engine/table/table';
import expected from '../../expectations/text-steps/text-steps.json';
import { itKeepsTheLaws } from '../../support/step-laws';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply } from './apply';

const names = () => table({ name: expected.names, n: [1, 2, 3, 4, 5] });
const split = (choices: object) =>
  learnAndApply(splitColumn, names(), { column: 'name', into: ['a', 'b'], delimiter: ',', ...choices });

describe('splitColumn', () => {
  itKeepsTheLaws(splitColumn, {
    table: names,
    params: { column: 'name', into: ['last', 'first'], delimiter: ',', original: 'remove' },
    describe: 'Split name into last and first',
    reads: ['name'],
    adds: ['last', 'first'],
    wrongKind: {
      params: { column: 'n', into: ['a'], delimiter: ' ' },
      details: { column: 'n', kind: 'number', needed: 'text' },
    },
  });

  // pandas: tests/expectations/text-steps/text-steps.py
  it('splits from the left, from the right and into three as pandas does', async () => {
    const { table: left, counts } = await split({});
    expect([cellsOf(left).a, cellsOf(left).b]).toEqual(expected.split.left);
    expect(counts).toEqual({ split: 3, short: 1 });
    const { a, b } = cellsOf((await split({ from: 'end' })).table);
    expect([a, b]).toEqual(expected.split.right);
    const three = cellsOf((await split({ into: ['a', 'b', 'c'] })).table);
    expect([three.a, three.b, three.c]).toEqual(expected.split.three);
  });

  it('splits by width, whole characters, and takes the column out where that is said', async () => {
    const before = table({ code: ['DE10115', '😀😀x', 'F', null] });
    const params: Parameters<typeof splitColumn.describe>[0] = {
      column: 'code',
      into: ['land', 'zip'],
      widths: [2],
      original: 'remove',
    };
    const { table: after, counts } = await learnAndApply(splitColumn, before, params);
    expect(columnNames(after)).toEqual(['land', 'zip']);
    expect(cellsOf(after)).toEqual({ land: ['DE', '😀😀', 'F', null], zip: ['10115', 'x', null, null] });
    expect(counts).toEqual({ split: 2, short: 1 });
    expect(splitColumn.refuses!({ ...params, widths: [2, 3] })).toMatchObject({ code: 'bad-params' });
    expect(splitColumn.refuses!(params)).toBeNull();
  });
});
