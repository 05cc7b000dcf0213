import { describe, expect, it } from 'vitest';
import { repeatedNames } from '../../../src/engine/files/repeated-names';
import { openTable } from '../../../src/engine/files/open-table';
import { bytesSource } from '../../../src/engine/files/source';
import { understand } from '../../../src/engine/insight/understand';
import { unwatched } from '../../../src/engine/work';
import { findingText } from '../../../src/ui/text/findings';
import { cellsOf, columnFrom } from '../../support/tables';

const ROWS = Array.from({ length: 30 }, (_, at) => `c${at % 7},${at},2025-01-${10 + (at % 9)}\n`).join('');
const open = async (text: string) =>
  (await openTable(bytesSource('orders.csv', new TextEncoder().encode(text)), {}, unwatched)).read;
const HEADER = 'customer,amount,day\n';

describe('readTable: lines that repeat the names', () => {
  it('are counted and told, with the rows below', async () => {
    const { table, report } = await open(`${HEADER}${ROWS}${HEADER}${ROWS}"customer","amount",day\n${ROWS}`);
    expect([report.rows, report.repeatedNames]).toEqual([92, { count: 2, first: [31, 62] }]);
    const { findings } = await understand({ table, report }, {}, unwatched);
    const finding = findings.find(({ code }) => code === 'repeated-names')!;
    expect([finding.count, [...finding.rows!]]).toEqual([2, [30, 61]]);
    expect(findingText(finding)).toEqual({
      sentence: 'rows repeat the names of the columns; the first is row 32',
      effect: 'Another table may begin there. The 61 rows below count like the others.',
    });
  });

  it('are left out where that is said, and columns have the kinds of the other rows', async () => {
    const text = `${HEADER}${ROWS}${HEADER}${ROWS} customer ,amount\n${ROWS}`;
    const options = { dropRepeats: true };
    const plain = await open(HEADER + ROWS + ROWS + ROWS);
    for (const sliceBytes of [7, 100, 1 << 20]) {
      const source = bytesSource('orders.csv', new TextEncoder().encode(text));
      const { read } = await openTable(source, { options }, unwatched, { sliceBytes });
      expect(read.report.columns.map(({ kind }) => kind)).toEqual(['text', 'number', 'date']);
      expect(cellsOf(read.table)).toEqual(cellsOf(plain.table));
      expect(read.report.repeatedNames).toEqual({ count: 2, first: [31, 62], leftOut: true });
      expect(read.report.options.dropRepeats).toBe(true);
    }
  });

  it('are told where they were left out, too', async () => {
    const text = new TextEncoder().encode(`${HEADER}${ROWS}${HEADER}${ROWS}`);
    const options = { dropRepeats: true };
    const { read } = await openTable(bytesSource('a.csv', text), { options }, unwatched);
    const { findings } = await understand(read, {}, unwatched);
    const finding = findings.find(({ code }) => code === 'repeated-names')!;
    const effect = 'Left out. The 30 rows below count like the others.';
    expect([finding.rows, finding.details['row'], findingText(finding).effect]).toEqual([null, 32, effect]);
  });

  it('may name fewer columns, as a second table does', async () => {
    const { report } = await open(`${HEADER}${ROWS}customer,amount\n${ROWS}`);
    expect(report.repeatedNames).toEqual({ count: 1, first: [31] });
  });

  it('are none where a cell says its own name by chance, or nothing repeats', async () => {
    expect((await open(`${HEADER}${ROWS}customer,5,2025-01-01\n`)).report.repeatedNames).toBeUndefined();
    expect((await open(`${HEADER}${ROWS}customer,amount,2025-01-01\n`)).report.repeatedNames).toBeUndefined();
    expect((await open(HEADER + ROWS)).report.repeatedNames).toBeUndefined();
    expect((await open('name\nAnn\nname\nBo\n')).report.repeatedNames).toBeUndefined();
  });

  it('are found behind a blank first cell, and not in columns without a name', () => {
    const columns = [columnFrom(['a', null]), columnFrom(['x', 'b']), columnFrom(['y', 'c'])];
    expect(repeatedNames(['', 'b', 'c'], columns)).toEqual({ count: 1, first: [2] });
    expect(repeatedNames(['', '', ''], columns)).toBeNull();
  });
});

describe('readTable: several lines that name the columns', () => {
  it('are told', async () => {
    const names = 'customer,amount,day\n';
    const { table, report } = await open(names + names + ROWS);
    expect(report.options.headerRows).toBe(2);
    const { findings } = await understand({ table, report }, {}, unwatched);
    const finding = findings.find(({ code }) => code === 'header-rows')!;
    expect([finding.count, findingText(finding).sentence]).toEqual([2, 'rows name the columns together']);
  });
});
