import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { read as sheetjs, utils } from 'xlsx';
import { describe, expect, it } from 'vitest';
import { openTable } from '../../src/engine/files/open-table';
import { bytesSource } from '../../src/engine/files/source';
import { unwatched } from '../../src/engine/work';
import { cellsOf } from '../support/tables';
import { cells, fixture, workplace } from './runner';

const { folder, tessera, text } = workplace();
const ORDERS = fixture('cli-orders.csv');

describe('--out', { timeout: 90_000 }, () => {
  it('writes the format the path ends with', async () => {
    const csv = tessera(ORDERS, '--out', 'list.csv', '--save-model', 'm.json');
    const xlsx = tessera(ORDERS, '--model', 'm.json', '--out', 'list.xlsx');
    const parquet = tessera(ORDERS, '--model', 'm.json', '--rows', 'source', '--out', 'rows.PARQUET');
    expect([csv.code, xlsx.code, parquet.code]).toEqual([0, 0, 0]);
    const [head, ...rows] = cells(text('list.csv'));
    const book = sheetjs(readFileSync(join(folder, 'list.xlsx')));
    expect(utils.sheet_to_json(book.Sheets['Customers']!, { header: 1, raw: false })).toEqual([
      head,
      ...rows,
    ]);
    const bytes = readFileSync(join(folder, 'rows.PARQUET'));
    const { read } = await openTable(bytesSource('rows.parquet', bytes), {}, unwatched);
    expect(Object.keys(cellsOf(read.table)).slice(-2)).toEqual(['segment_id', 'segment']);
    expect(read.report.rows).toBe(130);
  });

  it('makes formulas harmless and says so, unless told not to', () => {
    const orders = readFileSync(ORDERS, 'utf8');
    writeFileSync(join(folder, 'formula.csv'), orders.replace(/\n[^;\n]+;/, '\n=1+1;'));
    const guarded = tessera('formula.csv', '--rows', 'source', '--out', 'guarded.csv');
    expect(guarded.err).toContain('1 cell began like a formula and has an apostrophe in front');
    expect(text('guarded.csv')).toContain("\n'=1+1,");
    const kept = tessera('formula.csv', '--rows', 'source', '--keep-formulas', '--out', 'kept.csv');
    expect(kept.err).not.toContain('formula and has');
    expect(text('kept.csv')).toContain('\n=1+1,');
  });
});
