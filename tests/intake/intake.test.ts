import { describe, expect, it } from 'vitest';
import { hasFolder } from './folders';
import { measureCells, measureSpectrum } from './measure-cells';
import { measureDialects } from './measure-dialects';
import { measureEncodings } from './measure-encodings';

const there = ['csv-dialects', 'csv-polluted', 'csv-survey', 'csv-spectrum', 'encodings'].every(hasFolder);

describe.skipIf(!there)('intake of real files (skipped where ../shared/data is absent)', () => {
  it('finds delimiter and quote of at least 97 % of the annotated files, and more than PapaParse', () => {
    const rows = measureDialects().filter(({ counts }) => counts);
    expect(rows.length).toBeGreaterThanOrEqual(100);
    const right = rows.filter((row) => row.right).length;
    expect(right / rows.length).toBeGreaterThanOrEqual(0.97);
    expect(right).toBeGreaterThan(rows.filter((row) => row.papaRight).length);
  });

  it('reads every cell of csv-spectrum', async () => {
    const rows = await measureSpectrum();
    expect(rows.map(({ wrong }) => wrong)).toEqual(rows.map(() => 0));
  });

  it('reads at least 90 % of the broken files as their clean version, and says what it did with the rest', async () => {
    const rows = await measureCells('csv-polluted');
    expect(rows.filter(({ wrong }) => wrong === 0).length / rows.length).toBeGreaterThanOrEqual(0.9);
    const silent = rows.filter(({ wrong, said }) => wrong > 0 && said.length === 0).map(({ file }) => file);
    expect(silent).toEqual([]);
    const saidOf = (file: string) => rows.find((row) => row.file === file)?.said;
    expect(saidOf('file_header_multirow_3.csv')).toEqual(['3 rows joined to one name each']);
    expect(saidOf('file_multitable_same.csv')).toContain(
      '1 rows repeat the names, first row 84: another table may begin there',
    );
    expect(saidOf('file_multitable_less.csv')).toContain(
      '1 rows repeat the names, first row 84: another table may begin there',
    );
  });

  it('finds the encodings', async () => {
    const wrong = (await measureEncodings()).filter(({ right }) => !right).map(({ file }) => file);
    // Said to be UTF-8, but its bytes are not.
    expect(wrong).toEqual(['movies.tsv']);
  });

  it('reads files of open-data portals without a crash', async () => {
    const rows = await measureCells('csv-survey');
    expect(rows.filter(({ wrong }) => wrong === 0).length).toBeGreaterThanOrEqual(29);
  });
});
