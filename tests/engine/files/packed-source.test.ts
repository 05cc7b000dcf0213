import { describe, expect, it } from 'vitest';
import { openTable } from '../../../src/engine/files/open-table';
import { columnNames } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { fileOf } from '../../support/files';
import { gzipSync } from '../../support/fuzz/node-zlib';
import { ownSeeds } from '../../support/fuzz/seed-files';
import { zipped, type ZipPart } from '../../support/fuzz/zip-file';

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const CSV = utf8(
  ['customer;spent', ...Array.from({ length: 5000 }, (_, at) => `C-${at % 700};${at},5`)].join('\n'),
);
const open = (bytes: Uint8Array, name = 'orders.zip') => openTable(fileOf(bytes, name), {}, unwatched);
const part = (name: string, bytes: Uint8Array = CSV): ZipPart => ({ name, bytes });
const workbook = ownSeeds().find(({ name }) => name === 'orders.xlsx')!;

describe('a packed file', () => {
  it.each([
    ['gzip', gzipSync(CSV)],
    ['zip', zipped([part('May/orders.csv')])],
    ['zip that only stores', zipped([part('orders.csv')], false)],
    ['zip with what Apple and Microsoft add', zipped([part('a/', utf8('')), part('a/o.csv'), part('__MACOSX/a/._o.csv'), part('a/.DS_Store'), part('a/Thumbs.db')])], // prettier-ignore
    ['zip of one table and its licence', zipped([part('LICENSE', utf8('free')), part('orders.csv'), part('a.pdf', utf8('%PDF'))])], // prettier-ignore
  ])('opens as the file in it: %s', async (_kind, bytes) => {
    const { read } = await open(bytes);
    expect(columnNames(read.table)).toEqual(['customer', 'spent']);
    expect([read.report.rows, read.report.name, read.report.bytes]).toEqual([
      5000,
      'orders.zip',
      bytes.length,
    ]);
  });

  it('may hold a workbook', async () => {
    const { read } = await open(zipped([part('orders.xlsx', workbook.bytes)]));
    expect(read.report.sheet?.name).toBe('Orders & more');
  });

  it('is no table where none of its files is named as one', async () => {
    const bytes = zipped([part('Index/Document.iwa'), part('Data/a.jpg')]);
    await expect(open(bytes)).rejects.toMatchObject({ code: 'not-a-table', details: { looksLike: 'zip' } });
  });

  it('is no archive because its first letters are those of one', async () => {
    const { read } = await open(utf8('PK,amount\nC1,5\nC2,7\n'));
    expect(columnNames(read.table)).toEqual(['PK', 'amount']);
  });

  const truncated = zipped([part('orders.csv')]);
  truncated.fill(0, 60, truncated.length - 200);
  it.each([
    ['two files', zipped([part('a.csv'), part('b.csv')]), 'several-packed'],
    ['no file', zipped([]), 'empty-archive'],
    ['nothing but a folder', zipped([part('a/', utf8(''))]), 'empty-archive'],
    ['bytes that were changed', truncated, 'damaged-archive'],
    ['an archive that was cut off', zipped([part('orders.csv')]).slice(0, 4000), 'damaged-archive'],
    ['a gzip file that was cut off', gzipSync(CSV).slice(0, 4000), 'damaged-archive'],
    ['300 MB of blanks in a few bytes', gzipSync(new Uint8Array(300 << 20).fill(32)), 'too-packed'],
  ])('is refused with its reason where it holds %s', { timeout: 30_000 }, async (_what, bytes, reason) => {
    await expect(open(bytes)).rejects.toMatchObject({
      code: 'unreadable-file',
      details: { file: 'orders.zip', reason },
    });
  });
});
