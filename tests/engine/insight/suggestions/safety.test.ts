import { describe, expect, it } from 'vitest';
import { lines } from '../understood';
import { named, suggestedFor } from './suggested';

const ORDERS = (more: string[] = []) =>
  [
    lines('customer_id,order_no,date,quantity,unit_price,colour,weight', 240, (at) =>
      [
        `${100 + (at % 40)}.0`,
        `O${at >> 1}`,
        `2025-0${1 + (at % 9)}-1${at % 8}`,
        1 + (at % 3),
        at === 7 ? 0 : ((at * 37) % 90) + 5,
        at % 80 === 3 ? '' : ['red', 'green'][at % 2],
        10,
      ].join(','),
    ),
    ...more,
  ].join('\n');

describe('what is safe', () => {
  it('is a column that no automatic step reads, and copies that they drop themselves', async () => {
    const last = ORDERS().split('\n').at(-1)!;
    const of = await suggestedFor(ORDERS([last]));
    expect(named(of, 'blank', 'colour')).toMatchObject({ safe: true, why: 'not-read' });
    expect(named(of, 'copies')).toMatchObject({ safe: true, why: 'dropped-anyway' });
    expect(named(of, 'ids-end-in-zero')).toMatchObject({ safe: false, why: 'read' });
    expect(named(of, 'free')).toMatchObject({ safe: false, why: 'rows-count' });
  });

  it('is not what makes a row the copy of another, which would then be dropped', async () => {
    const blank = ORDERS().split('\n')[1 + 83]!;
    const filled = blank.split(',').map((cell, at) => (at === 5 ? 'Unknown' : cell));
    const of = await suggestedFor(ORDERS([filled.join(',')]));
    expect(named(of, 'blank', 'colour')).toMatchObject({ safe: false, why: 'makes-copies' });
  });

  it('is not copies of customers, who may be different people', async () => {
    const of = await suggestedFor(
      lines('visits,spend', 60, (at) => `${at % 20},${at % 20}.5`),
      { grain: 'customers' },
    );
    expect(named(of, 'copies')).toMatchObject({ safe: false, why: 'rows-count' });
  });

  it('is a number that says who a customer is, not one by which customers may be grouped', async () => {
    const row = (at: number) =>
      [`C${at}`, at % 30, (at * 7) % 50, at % 25 === 3 ? '' : 9 + at, at % 10 === 3 ? '' : at * 2].join(',');
    const of = await suggestedFor(lines('id,visits,clicks,income,pages', 300, row), { grain: 'customers' });
    expect(named(of, 'blank', 'income')).toMatchObject({ safe: true, why: 'not-read' });
    // Blank in a tenth, it is left out; filled, it would be taken in.
    expect(named(of, 'blank', 'pages')).toMatchObject({ safe: false, why: 'may-be-read' });
  });

  it('is a blank that the automatic steps fill with the same median, where all else stays', async () => {
    const file = (income: (at: number) => string | number, spent: (at: number) => number) =>
      lines('id,visits,clicks,pages', 300, (at) =>
        [`C${at}`, at % 30, spent(at), at % 25 === 3 ? '' : income(at)].join(','),
      );
    const why = async (text: string) =>
      named(await suggestedFor(text, { grain: 'customers' }), 'blank', 'pages');
    const spent = (at: number) => (at * 7) % 50;
    expect(await why(file((at) => (at * 11) % 43, spent))).toMatchObject({ safe: true, why: 'filled-alike' });
    // The median is none of the values, so that there would be one more.
    expect(await why(file((at) => (at % 2 === 0 ? 10 + (at % 9) : 30 + (at % 9)), spent))).toMatchObject({
      safe: false,
      why: 'read',
    });
    // Without its blanks pages would copy clicks no longer, and group.
    const nearly = (at: number) => ((at * 11) % 43) + (at % 25 === 3 ? 900 : 0);
    expect((await why(file((at) => (at * 11) % 43, nearly)))?.safe).toBe(false);
  });

  it('is nothing where there are no automatic steps', async () => {
    const of = await suggestedFor(
      lines('note,status', 60, (at) => `n${at},${at === 3 ? '' : 'ab'[at % 2]}`),
      { grain: 'customers' },
    );
    expect(of.understanding.recipe.ok).toBe(false);
    expect(of.suggestions.map(({ safe, why }) => [safe, why])).toEqual([[false, 'no-segments']]);
  });
});
