import { appendFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test, type Page } from '@playwright/test';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { ownSeeds } from '../tests/support/fuzz/seed-files';
import { unzipped, zipped } from '../tests/support/fuzz/zip-file';
import { orders } from './support/files';
import { chooseFile, chooseText, segment } from './support/job';

test.use({ locale: 'en-GB' });

const alert = (page: Page) => page.getByRole('alert');
const said = (page: Page) => alert(page).locator('p');
const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const seed = (name: string): Uint8Array => ownSeeds().find((one) => one.name === name)!.bytes;
const half = (bytes: Uint8Array): Uint8Array => bytes.slice(0, bytes.length / 2);

const hidden = (bytes: Uint8Array): Uint8Array => bytes.map((byte, at) => byte ^ ((at * 151 + 77) & 0xff));
const lzo = (): Uint8Array =>
  new Uint8Array(
    parquetWriteBuffer({
      columnData: [{ name: 'amount', data: [1, 2, 3], type: 'INT32' }],
      codec: 'LZO',
      compressors: { LZO: (bytes: Uint8Array) => bytes },
    }),
  );

/** A workbook one of whose sheets is no XML any more, packed again as if nothing had happened. */
const withBrokenSheet = (): Uint8Array =>
  zipped(
    unzipped(seed('orders.xlsx')).map((part) =>
      part.name.endsWith('sheet1.xml') ? { ...part, bytes: half(part.bytes) } : part,
    ),
  );

const broken: [what: string, name: string, bytes: Uint8Array, sentence: RegExp][] = [
  ['a workbook cut off', 'orders.xlsx', half(seed('orders.xlsx')), /^orders\.xlsx begins as a spreadsheet does, but the rest is damaged or missing\./],
  ['a workbook with a broken part', 'part.xlsx', withBrokenSheet(), /^part\.xlsx begins as a spreadsheet does, but the rest is damaged or missing\./],
  ['an old workbook cut off', 'orders.xls', half(seed('orders.xls')), /^orders\.xls begins as a spreadsheet does/],
  ['a gzip file cut off', 'orders.csv.gz', half(gzipSync(orders())), /^orders\.csv\.gz is packed, and damaged or cut off\. Download it again, or unpack it/],
  ['an archive of two files', 'may.zip', zipped([{ name: 'a.csv', bytes: utf8(orders()) }, { name: 'b.csv', bytes: utf8(orders()) }]), /^may\.zip holds 2 files\. Unpack it and choose one of them\.$/],
  ['an empty archive', 'none.zip', zipped([]), /^none\.zip is an archive without a file in it\. Choose another one\.$/],
  ['a zip cut off', 'cut.zip', half(zipped([{ name: 'a.csv', bytes: utf8(orders()) }])), /^cut\.zip is packed, and damaged or cut off\. Download it again, or unpack it/],
  ['a database cut off', 'orders.sqlite', half(seed('orders.sqlite')), /^orders\.sqlite begins as an SQLite file does, but the rest is damaged or missing\./],
  ['a database that is encrypted', 'shop.db', hidden(seed('orders.sqlite')), /^shop\.db is no SQLite database, or an encrypted one\. Save it without a password/],
  ['a Parquet file cut off', 'orders.parquet', half(seed('orders.parquet')), /^orders\.parquet begins as a Parquet file does/],
  ['a Parquet file of an unknown compression', 'lzo.parquet', lzo(), /^lzo\.parquet is packed with lzo, which Tessera cannot unpack\. Save it with snappy, zstd or gzip/],
  ['bytes of zero', 'zeros.csv', new Uint8Array(50_000), /^zeros\.csv is not a table: its first bytes are not text\./],
  ['20,000 columns', 'wide.csv', utf8(`${Array.from({ length: 20_000 }, (_, at) => `c${at}`).join(',')}\n1,2\n`), /^wide\.csv has 20,000 columns; 16,384 fit\./],
]; // prettier-ignore

/** The whole job with the sample, in the same tab. */
async function sampleShopWorks(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Try the sample shop' }).click();
  await segment(page);
  await expect(alert(page)).toHaveCount(0);
}

test('broken files are refused with a sentence each, one after the other, and the app goes on', async ({
  page,
}) => {
  await page.goto('./');
  for (const [what, name, bytes, sentence] of broken) {
    await test.step(what, async () => {
      await chooseText(page, name, Buffer.from(bytes));
      await expect(said(page)).toHaveText(sentence);
      await expect(alert(page).getByRole('button', { name: 'Choose a file' })).toBeVisible();
    });
  }
  await sampleShopWorks(page);
});

const packed: [name: string, content: Buffer][] = [
  ['orders.csv.gz', gzipSync(orders())],
  ['orders.zip', Buffer.from(zipped([{ name: 'orders.csv', bytes: utf8(orders()) }]))],
  ['within-a-letter.csv', Buffer.from(`${orders()}C1,O999,2025-01-01,7.5é`).subarray(0, -1)],
];
for (const [name, content] of packed) {
  test(`an export opens as it comes, packed or cut off: ${name}`, async ({ page }) => {
    await page.goto('./');
    await chooseText(page, name, content);
    await expect(alert(page)).toHaveCount(0);
    await expect(page.getByRole('heading', { level: 1 })).toContainText('order lines from 40 customers');
    await expect(page.getByRole('button', { name: 'Segment my customers' })).toBeVisible();
  });
}

test.describe('on disk', () => {
  let folder = '';
  test.beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'broken-'));
  });
  test.afterEach(() => rm(folder, { recursive: true }));

  test('a quote that never closes ends at 64 MB, whatever the size', async ({ page }) => {
    const path = join(folder, 'long.csv');
    await writeFile(path, 'customer,date,amount\nC1,2025-01-01,5\nC2,2025-01-02,"');
    await appendFile(path, Buffer.alloc(80 << 20, 'x,y\n'));
    await page.goto('./');
    await chooseFile(page, path);
    await expect(said(page)).toHaveText(
      /^Row 3 of long\.csv goes on for more than 67(\.1)?\sMB\. A quotation mark that opens there may never close/,
      { timeout: 60_000 },
    );
    await sampleShopWorks(page);
  });

  test('a folder is not a file', async ({ page }) => {
    await mkdir(join(folder, 'exports'));
    await page.goto('./');
    const browser = await page.context().newCDPSession(page);
    const data = { items: [], files: [join(folder, 'exports')], dragOperationsMask: 1 };
    for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
      await browser.send('Input.dispatchDragEvent', { type, x: 300, y: 300, data });
    await expect(said(page)).toHaveText('exports is a folder. Open it and choose the file in it.');
    await sampleShopWorks(page);
  });

  test('a file that was taken away since it was chosen is said to be', async ({ page }) => {
    const path = join(folder, 'orders.csv');
    await writeFile(path, orders());
    await page.goto('./');
    await chooseFile(page, path);
    await segment(page);
    await rm(path);
    await page.getByRole('link', { name: 'Export' }).click();
    await page
      .getByRole('button', { name: /Download .*(file|rows)/ })
      .first()
      .click();
    await expect(said(page)).toHaveText(
      'orders.csv is not where it was: it was moved, renamed or taken away after it was chosen. Choose it again.',
    );
  });
});
