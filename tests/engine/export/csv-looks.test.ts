import { describe, expect, it } from 'vitest';
import { newNotes } from '../../../src/engine/export/export-notes';
import type { CsvStyle } from '../../../src/engine/files/cell-writer';
import { toWindows1252 } from '../../../src/engine/files/to-windows-1252';
import { fromWindows1252 } from '../../../src/engine/files/from-windows-1252';
import { writeCsv } from '../../../src/engine/files/write-csv';
import { unwatched } from '../../../src/engine/work';
import { written } from '../../support/files';
import { bytesOf } from '../../support/odd-table';
import { table } from '../../support/tables';

const made = table({
  day: [new Date('2025-12-03Z'), null],
  at: [new Date('2025-12-03T08:26:00.250Z'), new Date('2025-01-02Z')],
});
const lines = async (dates: NonNullable<CsvStyle['dates']>, delimiter = ',') =>
  (
    await written(
      writeCsv(made, [{ name: 'day' }, { name: 'at' }], { delimiter, decimal: '.', dates }, unwatched),
    )
  )
    .trimEnd()
    .split('\n')
    .slice(1);

describe('days in a written file', () => {
  it.each([
    ['iso', ['2025-12-03,2025-12-03 08:26:00.250', ',2025-01-02 00:00:00']],
    ['excel', ['2025-12-03,2025-12-03 08:26:00', ',2025-01-02 00:00:00']],
    ['day-first', ['03/12/2025,03/12/2025 08:26:00.250', ',02/01/2025 00:00:00']],
    ['month-first', ['12/03/2025,12/03/2025 08:26:00.250', ',01/02/2025 00:00:00']],
    ['dotted', ['03.12.2025,03.12.2025 08:26:00.250', ',02.01.2025 00:00:00']],
  ] as const)('%s', async (dates, expected) => expect(await lines(dates)).toEqual(expected));
});

describe('windows-1252', () => {
  const parts = (text: string) =>
    async function* () {
      await Promise.resolve();
      yield new TextEncoder().encode(text);
    };

  it('has what the Encoding Standard has, the rest is ? and counted', async () => {
    const notes = newNotes();
    const bytes = await bytesOf(toWindows1252(parts('é€“ÿ\u00a0 Ł 😀 \u0081\n')(), notes));
    expect([...bytes]).toEqual([0xe9, 0x80, 0x93, 0xff, 0xa0, 0x20, 0x3f, 0x20, 0x3f, 0x20, 0x81, 0x0a]);
    expect(notes.unfit).toBe(2);
  });

  it('is what is read back', async () => {
    const every = Uint8Array.from({ length: 256 }, (_, byte) => byte);
    const text = new TextDecoder().decode(fromWindows1252(every));
    const notes = newNotes();
    expect(await bytesOf(toWindows1252(parts(text)(), notes))).toEqual(every);
    expect(notes.unfit).toBe(0);
  });
});
