import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture, workplace } from './runner';

const { folder, tessera, json } = workplace();
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
});
