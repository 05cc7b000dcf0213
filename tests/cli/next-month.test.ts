import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cells, fixture, workplace } from './runner';

const { folder, tessera, text, json } = workplace();
const ORDERS = fixture('cli-orders.csv');
const PATIENT = { timeout: 60_000 };

/** The same orders with one amount in two a hundred times as large. */
function nextMonth(): string {
  const [head, ...lines] = readFileSync(ORDERS, 'utf8').trimEnd().split('\n');
  const grown = lines.map((line, i) => (i % 2 === 0 ? line.replace(/;(\d+)\.(\d\d)$/, ';$1$2') : line));
  writeFileSync(join(folder, 'next.csv'), [head, ...grown].join('\n'));
  return 'next.csv';
}

describe('a model on next month’s file', PATIENT, () => {
  it('says nothing of the customers it was made from, and what has changed of others', () => {
    expect(tessera(ORDERS, '--save-model', 'm.json').code).toBe(0);
    const same = tessera(ORDERS, '--model', 'm.json', '--json', 'same.json');
    expect(same).toEqual({ code: 0, out: '', err: '' });
    const { drift } = json('same.json') as unknown as { drift: { unfit: { count: number } } };
    expect(drift).toMatchObject({
      customers: { then: 40, now: 40 },
      features: [{ psi: 0 }, { psi: 0 }, { psi: 0 }],
      sizes: { psi: 0, then: [0.2, 0.3, 0.5], now: [0.2, 0.3, 0.5] },
      unfit: { count: 0, bySegment: [0, 0, 0] },
    });
    const other = tessera(nextMonth(), '--model', 'm.json', '--accept-differences', '--json', 'next.json');
    expect(other.code).toBe(0);
    expect(other.err).toMatch(
      /since the model was made: Spent: typically [\d.]+, was [\d.]+ \(PSI \d\.\d\d, another population\)/,
    );
    expect(other.err).toMatch(
      /since the model was made: \d+ customers? fits? no segment well and keeps? the label of the nearest/,
    );
  });

  it('compares with an earlier list and writes who moved, who is new and who is gone', () => {
    expect(tessera(ORDERS, '--out', 'last.csv', '--save-model', 'm.json').code).toBe(0);
    const [head, ...lines] = readFileSync(ORDERS, 'utf8').trimEnd().split('\n');
    // C-001 buys no more, =C-999 for the first time; C-040 spends as the best do.
    const next = lines.filter((line) => !line.includes('C-001'));
    const best = lines.filter((line) => line.includes('C-002'));
    const asBest = (customer: string, from: number) =>
      best.map((line, i) => line.replace(/^\d+/, String(from + i)).replace('C-002', customer));
    const all = [head, ...next, ...asBest('C-040', 8000), ...asBest('=C-999', 9000)];
    writeFileSync(join(folder, 'june.csv'), all.join('\n'));
    const { code, err } = tessera(
      'june.csv', '--model', 'm.json', '--before', 'last.csv', '--changes', 'moved.csv', '--json', 'f.json',
    ); // prettier-ignore
    expect(code).toBe(0);
    expect(err).toMatch(
      /since last\.csv: 1 moved to another segment, 38 stayed, 1 new, 1 gone; [\d.]+ gained, 672 lost/,
    );
    const [columns, ...moved] = cells(text('moved.csv'));
    expect(columns).toEqual(['Customer', 'change', 'segment_then', 'segment_now', 'value_then', 'value_now']);
    expect(moved.map(([customer, change]) => [customer, change]).sort()).toEqual([
      ["'=C-999", 'new'],
      ['C-001', 'gone'],
      ['C-040', 'moved'],
    ]);
    expect(moved.find(([customer]) => customer === 'C-001')).toEqual([
      'C-001',
      'gone',
      'Champions',
      '',
      '672',
      '',
    ]);
    const { moves } = json('f.json') as unknown as {
      moves: { flows: { from: string | null; customers: number }[] };
    };
    expect(moves).toMatchObject({ customers: { then: 40, now: 40, stayed: 38, moved: 1, new: 1, gone: 1 } });
    expect(moves.flows.reduce((sum, { customers }) => sum + customers, 0)).toBe(41);
  });

  it('says what an earlier list lacks', () => {
    writeFileSync(join(folder, 'plain.csv'), 'Customer,city\nC-001,Leeds\nC-002,York\n');
    const { code, err } = tessera(ORDERS, '--before', 'plain.csv');
    expect([code, err]).toEqual([1, 'tessera: plain.csv: column "segment" is missing\n']);
    expect(tessera(ORDERS, '--changes', 'x.csv')).toMatchObject({ code: 2 });
  });
});
