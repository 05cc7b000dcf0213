import { compile } from 'vega-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { barOf, gridRows, rfmGridSpec } from '../../../src/ui/charts/rfm-grid';
import { rfmTable } from '../../../src/ui/screens/segments/rfm-table';
import { useLocale } from '../../../src/ui/text/format';
import {
  cellShares,
  cellWords,
  levelsOffered,
  levelWords,
  mapNote,
  mapTitle,
  nameChoices,
  spendersWords,
} from '../../../src/ui/text/rfm-map';
import { map, mapped } from '../fixtures/segmentation-map';
import { theme } from '../fixtures/theme';

beforeAll(() => useLocale('en-GB'));

const plain = (words: string) => words.replaceAll('\u00a0', ' ');
const best = map.cells.at(-1)!;

describe('the words of the map', () => {
  it('say the finding', () => {
    expect(plain(mapTitle(map, mapped))).toBe(
      'The 21 % who score best in recency and frequency bring 63 % of revenue',
    );
    const without = { ...map, cells: map.cells.map((cell) => ({ ...cell, revenueShare: null })) };
    expect(plain(mapTitle(without, mapped))).toBe(
      '21 % of customers score best in both recency and frequency',
    );
    const nobody = { ...map, cells: [...map.cells.slice(0, -1), { ...best, customers: 0 }] };
    expect(mapTitle(nobody, mapped)).toBe('Nobody scores best in both recency and frequency');
  });

  it('say where levels begin, and which nobody has', () => {
    const words = (measure: 'recency' | 'frequency') =>
      [1, 2, 3].map((level) => levelWords(map, measure, level));
    expect(words('recency')).toEqual(['longer ago', 'up to 101', 'up to 29 days']);
    expect(words('frequency')).toEqual(['fewer', 'from 2', 'from 4 orders']);
    const cells = map.cells.map((cell) => (cell.frequency === 2 ? { ...cell, customers: 0 } : cell));
    expect(levelWords({ ...map, cells }, 'frequency', 2)).toBe('nobody');
  });

  it('say all of a cell to those who do not see it', () => {
    const said = (i: number) => {
      const cell = map.cells[i]!;
      return plain(cellWords(cell, cellShares(map, mapped).get(cell)!, mapped));
    };
    expect(said(8)).toBe(
      'Recency 3, frequency 3: Champions, 890 customers, 21 %, 63 % of revenue, 701 big spenders',
    );
    expect(said(6)).toBe('Recency 3, frequency 1: New customers, nobody');
  });

  it('say what shares are of, and what the levels are by themselves', () => {
    expect(plain(mapNote(mapped))).toMatch(/^Shares of 4,339 customers and of 8.29 M\./);
    expect(levelsOffered(map)[0]!.label).toBe('1 to 3, as proposed');
    expect(levelsOffered({ ...map, auto: false })[0]!.label).toMatch(/^as proposed/);
  });

  it('offer names in use first, each once', () => {
    const names = nameChoices(map);
    expect(names.slice(0, 2)).toEqual(['Champions', 'At risk']);
    expect(new Set(names).size).toBe(names.length);
    expect(names).toContain('Lost');
  });
});

describe('the grid', () => {
  it('has the most recent above and bars beside the fullest cell', () => {
    expect(gridRows(map).map((row) => row.map(({ recency }) => recency))).toEqual([
      [3, 3, 3],
      [2, 2, 2],
      [1, 1, 1],
    ]);
    expect([barOf(map, 0.63), barOf(map, 0.315), barOf(map, -0.1), barOf(map, null)]).toEqual([1, 0.5, 0, 0]);
  });

  it('compiles to a picture with every cell and every level', () => {
    const words = {
      head: (m: string, level: number) => `${m} ${level}`,
      says: () => 'many',
      worth: () => '',
    };
    const { data = [] } = compile(rfmGridSpec(map, words, theme, 600)).spec;
    const values = data.flatMap((one) =>
      'values' in one ? (one.values as { name?: string; text?: string }[]) : [],
    );
    expect(values.flatMap(({ name }) => name ?? [])).toEqual([
      'New customers',
      'B  At risk',
      'A  Champions',
      'C  Hibernating',
      'B  At risk',
      'A  Champions',
      'C  Hibernating',
      'B  At risk',
      'B  At risk',
    ]);
    expect(values.flatMap(({ text }) => text ?? [])).toHaveLength(6);
  });

  it('says how many customers of a cell are big spenders', () => {
    const [first] = map.cells;
    expect(plain(spendersWords(map.cells[8]!, map))).toBe(
      '701 of 890 are big spenders: 3 in money, from 1,077 up.',
    );
    expect(plain(spendersWords({ ...first!, bigSpenders: 1 }, map))).toContain('1 of 847 is a big spender');
    expect(plain(spendersWords({ ...first!, bigSpenders: 0 }, map))).toContain(
      'Nobody here is a big spender',
    );
    expect(spendersWords(map.cells[6]!, map)).toBe('');
    const unreached = { ...map, limits: { ...map.limits, monetary: [371, null] } };
    expect(spendersWords(first!, unreached)).toBe('');
  });

  it('is a table too, the best cell first, with what to do', () => {
    const { columns, rows, shown } = rfmTable(map, mapped);
    expect(columns.map(({ label }) => label)).toEqual([
      'Recency',
      'Frequency',
      'Name',
      'Customers',
      'Share of customers',
      'Big spenders',
      'Revenue',
      'Share of revenue',
      'What to do',
    ]);
    expect(rows[0]!.slice(0, 4)).toEqual([3, 3, 'Champions', 890]);
    expect(shown[0]!.map(plain).slice(3, 8)).toEqual(['890', '21.3 %', '701', '5,222,070.00', '63.0 %']);
    expect(rows.every((row) => row.length === columns.length)).toBe(true);
  });
});
