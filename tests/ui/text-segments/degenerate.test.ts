import { describe, expect, it } from 'vitest';
import { generator } from '../../../src/engine/stats/random';
import { saidOfCustomers } from '../../support/said-of-customers';

const rowsOf = (header: string, n: number, row: (at: number) => (number | string)[]): string =>
  [header, ...Array.from({ length: n }, (_, at) => [`K${1000 + at}`, ...row(at)].join(','))].join('\n');

/** Two groups that stand apart in `visits` and `spend`. */
function twoGroups() {
  const draw = generator(3);
  return (at: number): [number, number] => [
    Math.round((at % 2 ? 20 : 60) + 6 * draw()),
    Math.round((at % 2 ? 100 : 400) + 30 * draw()),
  ];
}

describe('what cannot be grouped, or hardly', { timeout: 60_000 }, () => {
  it('more segments than different customers', async () => {
    const text = rowsOf('customer_id,visits,spend', 40, (at) => [10 + (at % 3), 100 + (at % 3) * 10]);
    expect(await saidOfCustomers(text, 5)).toBe(
      '40 customers, of whom 3 differ, cannot form 5 segments. Choose 2 or 3.',
    );
  });

  it('customers that are all alike', async () => {
    const text = rowsOf('customer_id,visits,spend', 30, () => [7, 90]);
    expect(await saidOfCustomers(text)).toBe(
      'All 30 customers have the same visits and spend, so nothing tells them apart. Add a column that varies.',
    );
  });

  it('a feature that is the same for everybody beside two that tell', async () => {
    const own = twoGroups();
    const text = rowsOf('customer_id,visits,spend,stores', 60, (at) => [...own(at), 1]);
    expect(await saidOfCustomers(text)).toMatch(/^Two segments/);
  });

  it('one customer beyond all others', async () => {
    const own = twoGroups();
    const text = rowsOf('customer_id,visits,spend', 80, (at) => (at === 5 ? [9_000_000, 1e12] : own(at)));
    expect(await saidOfCustomers(text, 'auto', {}, { beyond: 8 })).toMatch(/^Three segments/);
    expect(await saidOfCustomers(text)).toMatch(
      /^No segments here. One customer is so far from all others that no other difference shows. Set those out of the ordinary apart/,
    );
  });

  it('two customers', async () => {
    expect(await saidOfCustomers('customer_id,visits,spend\nK1,3,10\nK2,9,90\n')).toMatch(
      /^No segments here. Two customers are too few to tell groups from chance./,
    );
  });

  it('blanks among the features', async () => {
    const own = twoGroups();
    const text = rowsOf('customer_id,visits,spend', 100, (at) =>
      at % 50 === 0 ? ['', own(at)[1]] : own(at),
    );
    expect(await saidOfCustomers(text)).toMatch(/^Two segments/);
  });

  it('two hundred features', async () => {
    const draw = generator(9);
    const names = Array.from({ length: 200 }, (_, at) => `f${at}`);
    const text = rowsOf(`customer_id,${names.join(',')}`, 90, (at) =>
      names.map((_, feature) => ((at % 3) * 10 * (feature % 2 ? 1 : -1) + 3 * draw()).toFixed(3)),
    );
    const lists = new Map(names.map((name) => [name, 'grouped-by' as const]));
    expect(await saidOfCustomers(text, 'auto', { lists })).toMatch(/^Three segments/);
  });

  it('the same by a tree, in the same words', async () => {
    const own = twoGroups();
    const header = 'customer_id,visits,spend';
    const byTree = (text: string, k: number | 'auto' = 'auto', outliers?: { beyond: number }) =>
      saidOfCustomers(text, k, {}, outliers, 'hierarchical');
    const three = rowsOf(header, 40, (at) => [10 + (at % 3), 100 + (at % 3) * 10]);
    expect(await byTree(three, 5)).toMatch(/^40 customers, of whom 3 differ, cannot form 5 segments/);
    expect(await byTree(rowsOf(header, 30, () => [7, 90]))).toMatch(
      /^All 30 customers have the same visits and spend/,
    );
    expect(await byTree(`${header}\nK1,3,10\nK2,9,90\n`)).toMatch(/Two customers are too few/);
    const far = rowsOf(header, 80, (at) => (at === 5 ? [9_000_000, 1e12] : own(at)));
    expect(await byTree(far)).toMatch(/One customer is so far from all others/);
    expect(await byTree(far, 'auto', { beyond: 8 })).toMatch(/^Three segments/);
    const blanks = rowsOf(header, 100, (at) => (at % 50 === 0 ? ['', own(at)[1]] : own(at)));
    expect(await byTree(blanks)).toMatch(/^Two segments/);
  });

  it('a number that the sample of a tree does not give', async () => {
    const rows = rowsOf('customer_id,visits,spend', 6_003, (at) =>
      at < 6_000 ? [3 + (at % 2), 90] : [9 * (at - 5_990), 4_000],
    );
    expect(await saidOfCustomers(rows, 5, {}, undefined, 'hierarchical')).toMatch(
      /^These customers cannot be grouped into 5 segments in this way: one would have nobody in it. Choose \d\./,
    );
  });
});
