import { describe, expect, it } from 'vitest';
import { openTable } from '../../../src/engine/files/open-table';
import { bytesSource } from '../../../src/engine/files/source';
import { understand } from '../../../src/engine/insight/understand';
import { columnOf } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { findingText } from '../../../src/ui/text/findings';
import samples from '../../expectations/encoded-names.json';

const PLAIN = 110_000;
const ascii = (text: string): Uint8Array => new TextEncoder().encode(text);
const joined = (...pieces: readonly Uint8Array[]): Uint8Array => Uint8Array.from(Buffer.concat(pieces));
const open = async (bytes: Uint8Array) =>
  (await openTable(bytesSource('orders.csv', bytes), {}, unwatched)).read;

/** More than a megabyte in which no letter tells the encoding, and then such as do. */
const late = (base64: string): Uint8Array =>
  joined(ascii(`no,city\n${'1234,plain\n'.repeat(PLAIN)}`), Uint8Array.from(Buffer.from(base64, 'base64')));

describe('readTable: an encoding that shows late', () => {
  const oneByte = samples.filter(({ label }) => /^(windows-125[01]|windows-1253|koi8-r)$/.test(label));
  it.each(oneByte.map(({ label, base64 }) => [label, base64]))(
    'is found by its letters as at the beginning: %s',
    async (label, base64) => {
      const { report } = await open(late(base64));
      expect(report.options.encoding).toBe(label);
      expect(report.evidence?.encoding).toMatchObject({ encoding: label, why: 'letters' });
      expect(report.evidence?.encoding.late?.row).toBeGreaterThan(PLAIN);
    },
  );

  it('says in which row, and what the file is read as', async () => {
    const bytes = joined(
      ascii(`no,city\n${'1234,plain\n'.repeat(PLAIN)}`),
      Uint8Array.from(
        '7,Łódź\n8,Kraków\n',
        (letter) => ({ Ł: 0xa3, ó: 0xf3, ź: 0x9f })[letter] ?? letter.charCodeAt(0),
      ),
    );
    const { table, report } = await open(bytes);
    expect(columnOf(table, 'city').at(PLAIN)).toBe('Łódź');
    expect(report.evidence?.encoding.late).toEqual({ column: 'city', row: PLAIN + 1, count: 2 });
    const finding = (await understand({ table, report }, {}, unwatched)).findings.find(
      ({ code }) => code === 'encoding-late',
    );
    expect(finding).toMatchObject({
      count: 2,
      details: { column: 'city', row: PLAIN + 2, encoding: 'windows-1250' },
    });
    expect(findingText(finding!)).toEqual({
      sentence: 'cells are not UTF-8, as the beginning of the file is; the first is in row 110,002 (city)',
      effect: 'The whole file is read as Central European (Windows). “Change” says otherwise.',
    });
  });
});

describe('readTable: a few spoilt letters', () => {
  it('are counted in a file of UTF-8, wherever they stand', async () => {
    const good = Array.from({ length: 40 }, (_, at) => `${at},Kraków ${at}\n`).join('');
    const bytes = joined(
      ascii(`no,city\n${good}`),
      Uint8Array.from([0x37, 0x2c, 0x4c, 0xf3, 0x64, 0x7a, 0x0a]),
      ascii(good),
    );
    const { table, report } = await open(bytes);
    expect([report.options.encoding, report.spoilt]).toEqual([
      'utf-8',
      { column: 'city', row: 41, count: 1 },
    ]);
    expect(columnOf(table, 'city').at(40)).toBe('L\ufffddz');
    expect((await open(ascii(`no,city\n${good}`))).report.spoilt).toBeUndefined();
  });
});
