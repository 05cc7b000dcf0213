import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { parquetWriteBuffer } from 'hyparquet-writer';
import * as XLSX from 'xlsx';
import { databaseOf } from '../database-of';
import { gzipSync } from './node-zlib';
import { unzipped, zipped } from './zip-file';

/** A small whole file that mutations start from. */
export interface SeedFile {
  format: string;
  name: string;
  bytes: Uint8Array;
}

const ROWS = 60;
const DAY = 86_400_000;
const START = Date.UTC(2025, 0, 1);

interface Order {
  customer: string;
  order: number;
  date: string;
  amount: number;
  note: string;
}

const orders = Array.from({ length: ROWS }, (_, at): Order => ({
  customer: `C-${String(at % 17).padStart(4, '0')}`,
  order: 1000 + at,
  date: new Date(START + ((at * 7) % 300) * DAY).toISOString().slice(0, 10),
  amount: ((at * 3701) % 9100) / 100,
  note: ['', 'Zoë "Z"', 'a,b;c\td', 'two\nlines', '  blank ', 'NA', '日本 😀'][at % 7]!,
}));

const NAMES = ['customer', 'order', 'date', 'amount', 'note'] as const;

function delimited(delimiter: string, newline: string, decimal = '.'): string {
  const cell = (value: string | number): string => {
    const text = typeof value === 'number' ? String(value).replace('.', decimal) : value;
    return /["\n\r]/.test(text) || text.includes(delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const rows = orders.map((order) => NAMES.map((name) => cell(order[name])).join(delimiter));
  return [NAMES.join(delimiter), ...rows, ''].join(newline);
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin = (text: string): Uint8Array =>
  Uint8Array.from(text.replace(/[^\0-\u00ff]/g, '?'), (letter) => letter.charCodeAt(0));

function utf16(text: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(text.length * 2 + 2));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let at = 0; at < text.length; at++) view.setUint16(at * 2 + 2, text.charCodeAt(at), littleEndian);
  return new Uint8Array(view.buffer);
}

const blanks = orders.map(
  ({ customer, date, amount }) =>
    ` ${customer}  ${date.replaceAll('-', '')}\t${amount.toFixed(2).padStart(8)}`,
);

function workbook(bookType: XLSX.BookType, packed = true): Uint8Array {
  const book = XLSX.utils.book_new();
  const sheet = XLSX.utils.json_to_sheet(orders.map((order) => ({ ...order, date: new Date(order.date) })));
  sheet['F2'] = { t: 'e', v: 42 };
  sheet['F3'] = { t: 'n', v: 0.5, f: 'D3/2', z: '0%' };
  sheet['!ref'] = `A1:F${ROWS + 1}`;
  sheet['!merges'] = [{ s: { r: 1, c: 5 }, e: { r: 2, c: 5 } }];
  XLSX.utils.book_append_sheet(book, sheet, 'Orders & more');
  XLSX.utils.book_append_sheet(
    book,
    XLSX.utils.aoa_to_sheet([
      ['a', 'b'],
      [1, true],
    ]),
    'Second',
  );
  const bytes = new Uint8Array(XLSX.write(book, { bookType, type: 'array' }) as ArrayBuffer);
  // Packed anew, for SheetJS writes the time of day into its archives.
  return bytes[0] === 0x50 ? zipped(unzipped(bytes), packed) : bytes;
}

function parquet(): Uint8Array {
  const columnData = NAMES.map((name) => ({ name, data: orders.map((order) => order[name]) }));
  return new Uint8Array(parquetWriteBuffer({ columnData }));
}

/** Pages of the least size, so that orders take a tree of them and long notes go on elsewhere; what tables can have. */
function database(encoding: 'UTF-8' | 'UTF-16le', wal = false): Uint8Array {
  const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
  const values = orders.map(
    ({ customer, order, date, amount, note }) =>
      `(${text(customer)}, ${order}, ${text(date)}, ${amount}, ${text(note.repeat(1 + (order % 90)))})`,
  );
  const bytes = databaseOf(`
    pragma page_size = 512; pragma encoding = '${encoding}';
    create table orders (customer text, "order" integer primary key, date datetime, amount real, note,
      euros generated always as (amount * 1.1));
    insert into orders values ${values.join(', ')};
    create index by_customer on orders (customer, date);
    create table shops (shop text primary key, opened date, data blob, open boolean) without rowid;
    insert into shops values ('North', 1700000000, x'00ff80', 1), ('South', 2460000.5, null, 0);
    create view spent as select customer, sum(amount) as total from orders group by customer;`);
  if (wal) bytes[18] = bytes[19] = 2;
  return bytes;
}

/** Files made here, of every format that can be written here. */
export function ownSeeds(): SeedFile[] {
  const csv = delimited(',', '\n');
  const seed = (format: string, name: string, bytes: Uint8Array): SeedFile => ({ format, name, bytes });
  return [
    seed('csv', 'orders.csv', utf8(csv)),
    seed('csv', 'bom.csv', utf8(`\ufeff${delimited(';', '\r\n', ',')}`)),
    seed('csv', 'preamble.csv', utf8(`Report of May\n\nmade "today"\n${csv}\nTotal,,,4550.5,\n`)),
    seed('csv', 'sep.csv', utf8(`sep=|\r\n${delimited('|', '\r\n')}`)),
    seed('tsv', 'orders.tsv', utf8(delimited('\t', '\r'))),
    seed('blanks', 'orders.txt', utf8(blanks.join('\r\n'))),
    seed('utf-16', 'le.csv', utf16(delimited(',', '\r\n'), true)),
    seed('utf-16', 'be.txt', utf16(delimited('\t', '\n'), false)),
    seed('windows-1252', 'orders.csv', latin(delimited(';', '\r\n', ',').replaceAll('日', '\u0080'))),
    seed('gz', 'orders.csv.gz', gzipSync(utf8(csv))),
    seed('zip', 'orders.zip', zipped([{ name: 'orders.csv', bytes: utf8(csv) }])),
    seed('xlsx', 'orders.xlsx', workbook('xlsx')),
    seed('xlsx', 'stored.xlsx', workbook('xlsx', false)),
    seed('xlsm', 'orders.xlsm', workbook('xlsm')),
    seed('xlsb', 'orders.xlsb', workbook('xlsb')),
    seed('ods', 'orders.ods', workbook('ods')),
    seed('xls', 'orders.xls', workbook('biff8')),
    seed('xls', 'biff5.xls', workbook('biff5')),
    seed('parquet', 'orders.parquet', parquet()),
    seed('sqlite', 'orders.sqlite', database('UTF-8')),
    seed('sqlite', 'wide.db', database('UTF-16le')),
    seed('sqlite', 'wal.sqlite3', database('UTF-8', true)),
  ];
}

const FORMATS: readonly (readonly [RegExp, string])[] = [
  [/\.(csv|dat)$/i, 'csv'],
  [/\.tsv$/i, 'tsv'],
  [/\.txt$/i, 'blanks'],
  [/\.xlsx$/i, 'xlsx'],
  [/\.xlsm$/i, 'xlsm'],
  [/\.xlsb$/i, 'xlsb'],
  [/\.ods$/i, 'ods'],
  [/\.xls$/i, 'xls'],
  [/\.parquet$/i, 'parquet'],
  [/\.(sqlite|db)$/i, 'sqlite'],
];
const MOST_BYTES = 120_000;

/** The small files of a folder and of all below it, in the order of their paths; none where the folder is absent. */
export function seedsBelow(folder: string): SeedFile[] {
  if (!existsSync(folder)) return [];
  const seeds: SeedFile[] = [];
  for (const path of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
    const format = FORMATS.find(([pattern]) => pattern.test(path))?.[1];
    const whole = join(folder, path);
    if (!format || statSync(whole).size > MOST_BYTES || statSync(whole).size === 0) continue;
    seeds.push({ format, name: path.split(/[/\\]/).pop()!, bytes: new Uint8Array(readFileSync(whole)) });
  }
  return seeds;
}
