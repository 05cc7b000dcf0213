import { describe, expect, it } from 'vitest';
import { understand } from '../../../src/engine/insight/understand';
import type { Choices, Finding, Understanding } from '../../../src/engine/insight/understanding';
import type { Recipe, RecipeStep } from '../../../src/engine/recipe/schema';
import { run } from '../../../src/engine/recipe/run';
import { sourceTable } from '../../../src/engine/recipe/source-table';
import { unwatched } from '../../../src/engine/work';
import { read } from '../../support/files';
import { finding, lines } from './understood';

const ORDERS = lines('customer_id,order_no,date,quantity,unit_price', 60, (at) =>
  [
    `${100 + (at % 9)}.0`,
    `A${at >> 1}`,
    at === 11 ? '2031-01-01' : `2024-0${1 + (at % 9)}-1${at % 8}`,
    1 + (at % 3),
    at === 5 ? 0 : `${at + 1}.5`,
  ].join(','),
);
const PEOPLE = lines('id,name,birth_year,income,visits,city', 300, (at) =>
  [
    at === 299 ? 298 : at,
    `Name ${at}`,
    at === 3 ? 1893 : 1960 + (at % 30),
    at % 25 === 7 ? '' : 20_000 + at * 31,
    at === 50 ? 9000 : at % 12,
    at === 299 ? 'LEEDS ' : 'Leeds',
  ].join(','),
);
const TODAY = Date.UTC(2026, 10, 24);

/** What is understood once the finding's own step is done, and what that step did. */
async function mended(text: string, found: (of: Understanding) => Finding | undefined, chosen: Choices = {}) {
  const opened = await read(text);
  const before = await understand(opened, { today: TODAY, ...chosen }, unwatched);
  const { op, params, effect } = found(before)!.remedy!;
  const steps: RecipeStep[] = [{ id: 'own-1', op, version: 1, enabled: true, params }];
  const recipe: Recipe = { format: 'tessera-recipe', version: 1, sources: [before.source], steps };
  const source = sourceTable(opened.table, before.source);
  const ran = await run(recipe, source, { mode: 'learn', work: unwatched });
  const prepared = { table: ran.table, steps };
  const after = await understand(opened, { today: TODAY, ...chosen }, unwatched, prepared);
  const [{ rowsIn, rowsOut, counts }] = ran.steps as [(typeof ran.steps)[number]];
  return { before, after, effect, gone: rowsIn - rowsOut, counts, recipe: after.recipe };
}

describe('remedies', () => {
  it('write 100 instead of 100.0, and the finding is gone', async () => {
    const { after, effect, counts } = await mended(ORDERS, (of) => finding(of, 'ids-end-in-zero'));
    expect([effect, counts]).toEqual([{ count: 60, of: 'cells' }, { changed: 60 }]);
    expect(finding(after, 'ids-end-in-zero')).toBeUndefined();
    expect(after.customers).toBe(9);
  });

  it('set rows aside that cost nothing, and orders of the future', async () => {
    for (const code of ['free', 'future-date']) {
      const { after, effect, gone } = await mended(ORDERS, (of) => finding(of, code));
      expect([effect, gone]).toEqual([{ count: 1, of: 'rows' }, 1]);
      expect(finding(after, code)).toBeUndefined();
      expect(after.report.rows).toBe(59);
    }
  });

  it('stand before the automatic steps, which are made for what they left', async () => {
    const { before, recipe } = await mended(ORDERS, (of) => finding(of, 'free'));
    const ops = (of: Understanding['recipe']) => (of.ok ? of.recipe.steps.map(({ op }) => op) : []);
    expect(ops(recipe)).toEqual(['limit', ...ops(before.recipe)]);
    expect(recipe.ok && recipe.recipe.sources[0]!.columns).toEqual(before.source.columns);
    const ids = recipe.ok ? recipe.recipe.steps.map(({ id }) => id) : [];
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('fill, blank and drop in a file of customers as many cells and rows as they say', async () => {
    const cases: [string, string | undefined][] = [
      ['blank', 'income'],
      ['old-birth', 'birth_year'],
      ['extreme', 'visits'],
      ['repeated-key', 'id'],
    ];
    for (const [code, column] of cases) {
      const { after, effect, gone, counts } = await mended(PEOPLE, (of) => finding(of, code, column), {
        grain: 'customers',
        roles: new Map([['id', 'customer' as const]]),
      });
      const did = effect.of === 'rows' ? gone : (counts.filled ?? counts.outside);
      expect([code, did]).toEqual([code, effect.count]);
      expect(effect.count).toBeGreaterThan(0);
      expect(finding(after, code, column)).toBeUndefined();
    }
  });

  it('drop rows that copy another but for case and spaces', async () => {
    const text = `${lines('a,b', 30, (at) => `x${at},City ${at}`)}\nx3,CITY  3\nx4,City 4`;
    const { before, after, gone } = await mended(text, (of) => finding(of, 'near-copies'));
    expect(finding(before, 'near-copies')).toMatchObject({ count: 1, rows: Uint32Array.of(30) });
    // The exact copy goes with it.
    expect(gone).toBe(2);
    expect(finding(after, 'near-copies')).toBeUndefined();
  });

  it('read words among numbers as blank, and the row numbers of what is left stay those of the file', async () => {
    const text = lines('customer,order_no,date,amount', 60, (at) =>
      [`C${at % 9}`, `A${at}`, `2024-01-1${at % 8}`, at === 40 ? 'twelve' : at === 2 ? '' : at + 0.5].join(
        ',',
      ),
    );
    const opened = await read(text);
    const first = await understand(opened, {}, unwatched);
    const steps: RecipeStep[] = [
      { id: 'own-1', op: 'drop-missing', version: 1, enabled: true, params: { columns: ['amount'] } },
    ];
    const recipe: Recipe = { format: 'tessera-recipe', version: 1, sources: [first.source], steps };
    const ran = await run(recipe, sourceTable(opened.table, first.source), {
      mode: 'learn',
      work: unwatched,
    });
    const after = await understand(opened, {}, unwatched, { table: ran.table, steps });
    const words = finding(after, 'text-in-number')!;
    expect(words.details.row).toBe(42);
    expect(ran.table.get('amount', words.rows![0]!)).toBe('twelve');
    expect(words.remedy).toEqual({
      op: 'change-type',
      params: { column: 'amount', to: 'number', decimal: '.' },
      effect: { count: 1, of: 'cells' },
    });
  });
});

describe('findings of whole columns', () => {
  it('names columns of one value, mostly blank ones and names that had to change', async () => {
    const text = lines(
      'id,shop,note,note,amount',
      30,
      (at) => `C${at},North,${at === 1 ? 'x' : ''},n${at},${at}`,
    );
    const of = await understand(await read(text), {}, unwatched);
    expect(finding(of, 'constant')).toMatchObject({ count: 1, details: { names: 'shop' } });
    expect(finding(of, 'mostly-blank')).toMatchObject({ count: 1, details: { names: 'note' } });
    expect(finding(of, 'renamed-headers')).toMatchObject({ count: 1, details: { names: 'note (2)' } });
  });

  it('says nothing of the future where today is not known, nor of a column of appointments', async () => {
    const text = lines('id,next_visit', 30, (at) => `C${at},2031-0${1 + (at % 9)}-01`);
    for (const today of [undefined, TODAY]) {
      const of = await understand(await read(text), today === undefined ? {} : { today }, unwatched);
      expect(finding(of, 'future-date')).toBeUndefined();
    }
  });

  it('count one currency alone, whose sign the money has then', async () => {
    const text = lines('customer,order_no,date,amount,Currency', 60, (at) =>
      [
        `C${at % 9}`,
        `A${at >> 1}`,
        `2024-03-1${at % 9}`,
        `${at}.5`,
        at === 9 ? '' : at % 4 ? 'EUR' : 'USD',
      ].join(','),
    );
    const found = (of: Understanding) => finding(of, 'several-currencies');
    const { before, after, effect, gone, counts } = await mended(text, found);
    expect([effect, gone, counts]).toEqual([{ count: 15, of: 'rows' }, 15, { dropped: 15 }]);
    expect([before.currency?.unit, after.currency?.unit, found(after)]).toEqual([null, 'EUR', undefined]);
    const cells = lines('customer,order_no,date,amount', 60, (at) =>
      [`C${at % 9}`, `A${at >> 1}`, `2024-03-1${at % 9}`, at % 6 ? `€${at}.50` : `$${at}.50`].join(','),
    );
    const mixed = (of: Understanding) => finding(of, 'mixed-currencies');
    const alone = await mended(cells, mixed);
    expect([alone.effect, alone.counts]).toEqual([
      { count: 10, of: 'cells' },
      { converted: 50, failed: 10 },
    ]);
    expect([alone.after.currency?.unit, mixed(alone.after), alone.recipe.ok]).toEqual(['€', undefined, true]);
  });
});
