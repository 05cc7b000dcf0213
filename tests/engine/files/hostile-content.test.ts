import { describe, expect, it } from 'vitest';
import {
  columnNames,
  openTable,
  parseModel,
  run,
  segmentationOf,
  sourceTable,
  understand,
  unwatched,
  type ByteSource,
} from '../../../src/engine/index';
import { MOST_RECORD_BYTES } from '../../../src/engine/files/reading-limits';
import { columnOf } from '../../../src/engine/table/table';
import { fileOf } from '../../support/files';

const open = (content: string) => openTable(fileOf(content), {}, unwatched);
const lines = (header: string, rows: number, row: (at: number) => string): string =>
  [header, ...Array.from({ length: rows }, (_, at) => row(at))].join('\n');

/** Opens, understands, segments, and segments again with what a saved model has learnt. */
async function segmented(content: string) {
  const { read } = await open(content);
  const { recipe } = await understand(read, {}, unwatched);
  if (!recipe.ok) throw new Error(recipe.code);
  const source = sourceTable(read.table, recipe.recipe.sources[0]!);
  const learnt = await run(recipe.recipe, source, { mode: 'learn', work: unwatched });
  const saved = { format: 'tessera-model', version: 1, recipe: recipe.recipe, fits: learnt.fits };
  const model = parseModel(JSON.stringify(saved));
  const reused = await run(model.recipe, source, { mode: 'reuse', fits: model.fits, work: unwatched });
  const sizes = async (outcome: typeof learnt) =>
    (await segmentationOf(recipe.recipe, outcome, [], unwatched))!.segments.map(({ size }) => size);
  return { names: columnNames(read.table), learnt: await sizes(learnt), reused: await sizes(reused) };
}

/** Names every object of JavaScript has, and names of what steps add. */
const NAMES = [
  '__proto__',
  'constructor',
  'toString',
  'then',
  'dropped',
  'frequency_log',
  'segment',
  'monetary',
];

describe('names of columns', { timeout: 60_000 }, () => {
  it.each(NAMES)('may be %s in a file of customers', async (name) => {
    const header = `customer_id,${name},visits`;
    const { names, learnt, reused } = await segmented(
      lines(header, 300, (at) => `C${1000 + at},${((at * 37) % 91) + (at % 2) * 300}.5,${(at * 7) % 23}`),
    );
    expect(names).toEqual(header.split(','));
    expect(learnt.reduce((sum, size) => sum + size)).toBe(300);
    expect(reused).toEqual(learnt);
  });

  it.each(NAMES)('may be %s in a file of orders', async (name) => {
    const header = `customer,order,${name},amount`;
    const { names, learnt, reused } = await segmented(
      lines(
        header,
        400,
        (at) => `C${at % 40},O${at},2025-0${1 + ((at * 7) % 9)}-1${at % 10},${(at * 37) % 91}.5`,
      ),
    );
    expect(names).toEqual(header.split(','));
    expect(learnt.reduce((sum, size) => sum + size)).toBe(40);
    expect(reused).toEqual(learnt);
  });

  it('are made unique where they are equal but for blanks around them, and can be told apart', async () => {
    const { read } = await open(lines('a, a,"a "," a (2)",\u00a0a,A', 9, (at) => `1,2,3,4,5,${at}`));
    const names = columnNames(read.table);
    expect(new Set(names).size).toBe(6);
    expect(names.map((name) => columnOf(read.table, name).at(0))).toEqual([1, 2, 3, 4, 5, 0]);
    expect(read.report.renamed.map(({ from }) => from)).toEqual([' a', 'a ', ' a (2)', '\u00a0a']);
  });

  it('may be written from the right, joined of several signs, and half a megabyte long', async () => {
    const long = 'n'.repeat(500_000);
    const names = ['שם', '👩‍👩‍👧', '\u202eabc', 'e\u0301', 'é'];
    expect(
      columnNames((await open(lines(names.join(','), 30, (at) => `C${at},x,${at},1,2`))).read.table),
    ).toEqual(names);
    const { read } = await open(lines(`customer,${long},amount`, 30, (at) => `C${at},x,${at}`));
    // A plain comparison: a failure would print both.
    expect(columnNames(read.table)[1] === long).toBe(true);
    expect(read.report.ragged).toBe(null);
  });
});

describe('sizes', { timeout: 60_000 }, () => {
  it('opens and understands 10,000 columns', async () => {
    const row = (at: number) =>
      Array.from({ length: 10_000 }, (_, c) => (c * 7919 + at * 31) % 9973).join(',');
    const { read } = await open(lines(Array.from({ length: 10_000 }, (_, c) => `c${c}`).join(','), 12, row));
    expect(columnNames(read.table)).toHaveLength(10_000);
    expect((await understand(read, {}, unwatched)).columns).toHaveLength(10_000);
  });

  it.each([
    ['in the header', ','.repeat(20_000) + '\n1,2\n', 20_001],
    ['in a row far below', 'a,b\n' + '1,2\n'.repeat(9000) + 'x,'.repeat(50_000), 50_000],
  ])('refuses more columns than a worksheet has, %s', async (_where, content, columns) => {
    await expect(open(content)).rejects.toMatchObject({
      code: 'too-many-columns',
      details: { file: 'orders.csv', columns, limit: 16_384 },
    });
  });

  it('reads 200,000 long texts that are all different', async () => {
    const text = (at: number) => `${'x'.repeat(60)}${(at * 7919) % 1_000_003}`;
    const { read } = await open(lines('id,text', 200_000, (at) => `${at % 10},${text(at)}`));
    expect(columnOf(read.table, 'text').at(199_999)).toBe(text(199_999));
  });

  it.each([
    ['a quote that never closes', 'x'],
    ['no line at all', 'no line at all'],
  ])('refuses a record that does not end before it fills the memory: %s', async (what) => {
    const source = endlessLine(what === 'no line at all' ? 'a,' : 'a,b\n1,2\n3,"');
    const error: unknown = await openTable(source, {}, unwatched).catch((thrown: unknown) => thrown);
    const row = what === 'no line at all' ? 1 : 3;
    expect(error).toMatchObject({
      code: 'record-too-long',
      details: { file: 'endless.csv', row, limit: MOST_RECORD_BYTES },
    });
    // The record is read once, in steps that double; nothing near the file's size is ever asked for.
    expect(source.asked).toBeLessThan(MOST_RECORD_BYTES * 4);
  });
});

describe('a record at the end of the file', { timeout: 60_000 }, () => {
  it('is refused too where it alone is longer than any may be', async () => {
    const bytes = new Uint8Array(MOST_RECORD_BYTES + (12 << 20)).fill(0x78);
    bytes.set(new TextEncoder().encode('a,b\n1,2\n3,"'));
    await expect(openTable(fileOf(bytes), {}, unwatched)).rejects.toMatchObject({
      code: 'record-too-long',
      details: { row: 3 },
    });
  });
});

/** A file of 2 GB, made where it is read: the beginning given, then one letter for ever. */
function endlessLine(beginning: string): ByteSource & { asked: number } {
  const head = new TextEncoder().encode(beginning);
  const size = 2 ** 31 - 1;
  return {
    name: 'endless.csv',
    size,
    asked: 0,
    read(start, end) {
      const bytes = new Uint8Array(Math.min(end, size) - start).fill(0x78);
      if (start < head.length) bytes.set(head.subarray(start, Math.min(end, head.length)));
      this.asked += bytes.length;
      return Promise.resolve(bytes);
    },
  };
}
