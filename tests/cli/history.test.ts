import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cells, fixture, workplace } from './runner';

const { folder, tessera, text } = workplace();
const PATIENT = { timeout: 60_000 };

/** Each of 60 customers orders every `1 + n % 4` months of 2023, and again on 5 January. */
function orders(): string {
  const lines = Array.from({ length: 60 }, (_, n) =>
    Array.from({ length: 13 }, (_, month) => ({ n, month })).filter(
      ({ month }) => month === 12 || month % (1 + (n % 4)) === n % 3,
    ),
  ).flat();
  const dated = lines.map(({ n, month }, i) => {
    const day = new Date(Date.UTC(2023, month, 5)).toISOString().slice(0, 10);
    return `O-${i},C-${String(n).padStart(2, '0')},${day},${10 + n}.50`;
  });
  writeFileSync(join(folder, 'shop.csv'), ['order,customer,date,amount', ...dated].join('\n'));
  return 'shop.csv';
}

describe('--history and --transitions', PATIENT, () => {
  it('write sizes and moves of each month, and say which', () => {
    const { code, err, out } = tessera(
      orders(),
      '--k',
      '2',
      '--history',
      'sizes.csv',
      '--transitions',
      'moves.csv',
    );
    expect([code, out]).toEqual([0, '']);
    expect(err).toBe('tessera: segments looked back at on 13 days, by month, 2023-01-31 to 2024-01-05\n');
    const [head, ...sizes] = cells(text('sizes.csv'));
    expect(head).toEqual(['as_of', 'segment', 'customers', 'customers_share', 'value', 'value_share']);
    expect(sizes).toHaveLength(26);
    const last = sizes.slice(-2);
    expect(last.map(([day]) => day)).toEqual(['2024-01-05', '2024-01-05']);
    expect(last.reduce((sum, row) => sum + Number(row[2]), 0)).toBe(60);
    const [columns, ...moves] = cells(text('moves.csv'));
    expect(columns!.slice(0, 6)).toEqual([
      'from_day',
      'to_day',
      'change',
      'segment_then',
      'segment_now',
      'customers',
    ]);
    const lastMonth = moves.filter(([from]) => from === '2023-12-31');
    expect(lastMonth.reduce((sum, row) => sum + Number(row[5]), 0)).toBe(60);
    expect(new Set(moves.map((row) => row[2]))).toEqual(new Set(['stayed', 'moved', 'new']));
  });

  it('say why there is nothing to look back at', () => {
    const { code, err } = tessera(fixture('cli-customers.csv'), '--history', 'sizes.csv');
    expect(code).toBe(1);
    expect(err).toBe(
      'tessera: cli-customers.csv: --history cannot be: it needs orders, and this file has one row per customer\n',
    );
  });
});
