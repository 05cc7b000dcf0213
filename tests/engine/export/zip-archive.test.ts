import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { Stopped } from '../../../src/engine/errors';
import { zipArchive, type ArchiveLook } from '../../../src/engine/export/zip-archive';
import { unzipEntry } from '../../../src/engine/files/spreadsheet/unzip-entry';
import { zipEntries } from '../../../src/engine/files/spreadsheet/zip-entries';
import { bytesSource } from '../../../src/engine/files/source';
import { bytesOf } from '../../support/odd-table';
import { python } from '../../support/peers/python';

async function* parts(...texts: string[]) {
  await Promise.resolve();
  for (const text of texts) yield new TextEncoder().encode(text);
}
const LIMIT = { harmless: 2 ** 30, times: 200 };
const LONG = 'tessera '.repeat(50_000);
const files = () => [
  { name: 'A Größe.csv', parts: parts('a,b\n', '1,2\n') },
  { name: 'empty.txt', parts: parts() },
  { name: 'long.txt', parts: parts(...Array.from({ length: 10 }, () => 'tessera '.repeat(5000))) },
];
const HELD: readonly (readonly [string, string])[] = [
  ['A Größe.csv', 'a,b\n1,2\n'],
  ['empty.txt', ''],
  ['long.txt', LONG],
];
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** As if files were larger, or more, than the plain format can say. */
const LOOKS: readonly (readonly [string, ArchiveLook])[] = [
  ['plain', {}],
  ['zip64, for every number', { far: 1 }],
  ['zip64, for what lies far behind', { far: 100 }],
  ['zip64, for very many files', { many: 3 }],
];

describe.each(LOOKS)('zipArchive, %s', (_, look) => {
  it('is unpacked by fflate', async () => {
    const found = Object.entries(unzipSync(await bytesOf(zipArchive(files(), look))));
    expect(found.map(([name, bytes]) => [name, text(bytes)])).toEqual(HELD);
  });

  it('is read by our own reader, sums and all', async () => {
    const source = bytesSource('a.zip', await bytesOf(zipArchive(files(), look)));
    const entries = (await zipEntries(source))!;
    expect(entries.map(({ size }) => size)).toEqual(HELD.map(([, held]) => Buffer.byteLength(held)));
    const found: string[] = [];
    for (const entry of entries) {
      let held = '';
      for await (const { bytes } of unzipEntry(source, entry, LIMIT)) held += text(bytes);
      found.push(held);
    }
    expect(found).toEqual(HELD.map(([, held]) => held));
  });
});

const folder = mkdtempSync(join(tmpdir(), 'tessera-zip-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const READ = `
import json, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as z:
    assert z.testzip() is None
    print(json.dumps([[i.filename, z.read(i).decode(), list(i.date_time)] for i in z.infolist()]))
`;

describe('zipArchive', () => {
  it.skipIf(!python)('is read by Python, each file with the moment that was said', async () => {
    const moment = Date.UTC(2026, 10, 28, 21, 58, 31);
    for (const [at, [, look]] of LOOKS.entries()) {
      const path = join(folder, `${at}.zip`);
      writeFileSync(path, await bytesOf(zipArchive(files(), { ...look, moment })));
      const found: unknown = JSON.parse(
        execFileSync(python!, ['-c', READ, path], { encoding: 'utf8', env: { PYTHONIOENCODING: 'utf8' } }),
      );
      // The format counts two seconds at a time.
      expect(found).toEqual(HELD.map(([name, held]) => [name, held, [2026, 11, 28, 21, 58, 30]]));
    }
  });

  it.each([
    ['none', undefined, 0x0021, 0],
    ['one before its first day', Date.UTC(1979, 11, 31), 0x0021, 0],
    ['its first day', Date.UTC(1980, 0, 1), 0x0021, 0],
    ['its last', Date.UTC(2107, 11, 31, 23, 59, 59), 0xff9f, 0xbf7d],
    ['one behind its last', Date.UTC(2108, 0, 1), 0x0021, 0],
  ])('bears a moment the format knows: %s', async (_, moment, day, time) => {
    const bytes = await bytesOf(zipArchive([{ name: 'a', parts: parts('b') }], { moment }));
    const view = new DataView(bytes.buffer);
    const central = bytes.length - 22 - 47;
    expect([view.getUint16(12, true), view.getUint16(10, true)]).toEqual([day, time]);
    expect([view.getUint16(central + 14, true), view.getUint16(central + 12, true)]).toEqual([day, time]);
  });

  it('throws what a file throws', async () => {
    const failing = async function* () {
      yield* parts('a');
      throw new Stopped();
    };
    await expect(bytesOf(zipArchive([{ name: 'a', parts: failing() }]))).rejects.toBeInstanceOf(Stopped);
  });
});
