import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { table } from '../../support/tables';
import { evaluated } from './evaluated';

interface Expected {
  table: Record<string, (string | number | null)[]>;
  numbers: Record<string, (number | null)[]>;
  dates: Record<string, (string | null)[]>;
}
const EXPECTED = JSON.parse(
  readFileSync(new URL('../../expectations/formula/formula.json', import.meta.url), 'utf8'),
) as Expected;
const moment = (text: string | null) => (text === null ? null : new Date(`${text}Z`));
const ROWS = table({ ...EXPECTED.table, Date: (EXPECTED.table.Date as string[]).map(moment) });

/** Numbers to thirteen digits; blanks where pandas has them. */
const digits = (cells: readonly unknown[]) =>
  cells.map((cell) => (typeof cell === 'number' ? Number(cell.toPrecision(13)) + 0 : cell));

describe('formulas give what pandas does', () => {
  it.each(Object.keys(EXPECTED.numbers))('%s', async (text) => {
    const { cells } = await evaluated(text, ROWS);
    expect(digits(cells)).toEqual(digits(EXPECTED.numbers[text]!));
  });

  it.each(Object.keys(EXPECTED.dates))('%s', async (text) => {
    expect((await evaluated(text, ROWS)).cells).toEqual(EXPECTED.dates[text]!.map(moment));
  });
});
