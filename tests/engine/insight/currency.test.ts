import { describe, expect, it } from 'vitest';
import { checkContract } from '../../../src/engine/insight/check-contract';
import { planFiles } from '../../../src/engine/insight/several-files';
import { prepare } from '../../../src/engine/insight/prepare';
import { plannedSteps } from '../../../src/engine/insight/source-steps';
import { segmentationOf } from '../../../src/engine/insight/segmentation-of';
import { currencyInName } from '../../../src/engine/insight/stated-currency';
import { understand } from '../../../src/engine/insight/understand';
import type { Choices, Understanding } from '../../../src/engine/insight/understanding';
import { run } from '../../../src/engine/recipe/run';
import { sourceTable } from '../../../src/engine/recipe/source-table';
import { metaOf } from '../../../src/engine/table/meta';
import { unwatched } from '../../../src/engine/work';
import { read } from '../../support/files';
import { finding, lines, someOrders, understood } from './understood';

const HEADER = 'customer,order_no,date,amount';
const inCells = (cell: (at: number) => string, count = 60) => someOrders(HEADER, cell, count);

/** The automatic recipe run, with what it says of segments. */
async function segmented(text: string, chosen: Choices = {}) {
  const opened = await read(text);
  const { recipe, source } = await understand(opened, chosen, unwatched);
  if (!recipe.ok) throw new Error(recipe.code);
  const outcome = await run(recipe.recipe, sourceTable(opened.table, source), {
    mode: 'learn',
    work: unwatched,
  });
  return { outcome, segmentation: await segmentationOf(recipe.recipe, outcome, [], unwatched) };
}
const unitsIn = ({ columns }: Understanding) =>
  Object.fromEntries(columns.filter(({ unit }) => unit).map(({ name, unit }) => [name, unit]));

describe('the currency of money', () => {
  it('is what the cells say, through to the segments', async () => {
    const text = inCells((at) => `"€1.${100 + at},50"`);
    const of = await understood(text);
    expect(of.currency).toEqual({ unit: '€', from: 'cells', stated: '€' });
    expect(unitsIn(of)).toEqual({ amount: '€' });
    // The format says it already.
    expect(of.source.columns.at(-1)).not.toHaveProperty('unit');
    const { outcome, segmentation } = await segmented(text);
    expect(Object.fromEntries(metaOf(outcome.table).units)).toEqual({ monetary: '€' });
    expect(segmentation).toMatchObject({ currency: '€' });
    expect(segmentation!.features.map(({ column, unit }) => [column, unit ?? null])).toEqual([
      ['frequency', null],
      ['monetary', '€'],
      ['recency_days', null],
    ]);
  });

  it('is what the name of the column or a column of currencies says, and kept in the recipe', async () => {
    const named = await understood(someOrders('customer,order_no,date,amount_gbp', (at) => `${at}.5`));
    expect(named.currency).toEqual({ unit: 'GBP', from: 'name', stated: 'GBP' });
    expect(named.source.columns.at(-1)).toMatchObject({ name: 'amount_gbp', unit: 'GBP' });
    const beside = await understood(
      someOrders('customer,order_no,date,amount,Currency', (at) => `${at}.5,CHF`),
    );
    expect(beside.currency).toEqual({ unit: 'CHF', from: 'column', stated: 'CHF' });
    const price = 'customer,order_no,date,quantity,price';
    const product = await segmented(someOrders(price, (at) => `${1 + (at % 3)},$${at}.50`));
    expect(product.segmentation).toMatchObject({ currency: '$' });
  });

  it('is what a person says, and nothing where nobody says it', async () => {
    const plain = inCells((at) => `${at}.5`);
    expect((await understood(plain)).currency).toEqual({ unit: null, from: null, stated: null });
    expect((await segmented(plain)).segmentation).toMatchObject({ currency: null });
    const chosen = await understood(plain, { currency: 'kr' });
    expect(chosen.currency).toEqual({ unit: 'kr', from: 'chosen', stated: null });
    expect((await segmented(plain, { currency: 'kr' })).segmentation).toMatchObject({ currency: 'kr' });
    const otherwise = await segmented(
      inCells((at) => `$${at}.50`),
      { currency: 'CA$' },
    );
    expect(otherwise.segmentation).toMatchObject({ currency: 'CA$' });
  });

  it('is told with the money of findings', async () => {
    const text = lines(
      HEADER,
      60,
      (at) => `${at % 9 ? `C${at % 9}` : ''},A${at},2024-03-1${at % 9},£${at}.50`,
    );
    expect(finding(await understood(text), 'no-customer')?.details).toMatchObject({ currency: '£' });
  });
});

describe('currencyInName', () => {
  it.each([
    ['Total (EUR)', 'EUR'],
    ['price_usd', 'USD'],
    ['UnitPriceGBP', 'GBP'],
    ['Betrag in €', '€'],
    ['Annual Income (k$)', null],
    ['usd_eur_rate', null],
    ['total', null],
    ['all', null],
    ['Umsatz T€', null],
  ])('%s: %s', (name, unit) => {
    expect(currencyInName(name)).toBe(unit);
  });
});

describe('several currencies', () => {
  it('in one column come first, with how many of each, and one can be counted alone', async () => {
    const text = inCells((at) => (at % 6 === 5 ? `$${at}.50` : at % 30 === 4 ? `£${at}.50` : `€${at}.50`));
    const { findings, recipe, moneyTotal } = await understood(text);
    const sumOf = (test: (at: number) => boolean) =>
      Array.from({ length: 60 }, (_, at) => (test(at) ? at + 0.5 : 0)).reduce((sum, one) => sum + one, 0);
    expect(findings[0]).toMatchObject({
      code: 'mixed-currencies',
      count: 12,
      details: { column: 'amount', main: '€', others: '10 in $, 2 in £', needed: 1, share: 0.8 },
      remedy: {
        op: 'change-type',
        params: { column: 'amount', to: 'number', format: '€1,234.56' },
        effect: { count: 12, of: 'cells' },
      },
    });
    expect(findings.map(({ code }) => code)).not.toContain('text-in-number');
    // 8 in ten are in €, and only these are money.
    expect(moneyTotal).toBe(sumOf((at) => at % 6 !== 5 && at % 30 !== 4));
    // Never added up in silence: the recipe does not run before a person has spoken.
    expect(recipe).toMatchObject({ ok: false, code: 'text-in-number' });
  });

  it('in few cells become blank, and are said', async () => {
    const text = inCells((at) => (at === 7 ? '$7.00' : `€${at}.50`), 300);
    const of = await understood(text);
    expect(of.findings[0]).toMatchObject({ code: 'mixed-currencies', count: 1, rows: Uint32Array.of(7) });
    expect(of.currency).toEqual({ unit: '€', from: 'cells', stated: '€' });
    const { outcome, segmentation } = await segmented(text);
    expect(outcome.steps[0]).toMatchObject({ op: 'change-type', counts: { converted: 299, failed: 1 } });
    expect(segmentation).toMatchObject({ currency: '€' });
  });

  it('said by a column beside the money come first too', async () => {
    const text = someOrders(
      'customer,order_no,date,amount,Currency',
      (at) => `${at}.5,${at % 4 ? 'EUR' : 'USD'}`,
    );
    const of = await understood(text);
    expect(of.findings[0]).toMatchObject({
      code: 'several-currencies',
      count: 15,
      details: { column: 'Currency', main: 'EUR', others: '15 in USD' },
      remedy: { op: 'keep-values', params: { column: 'Currency', values: ['EUR'], blanks: 'keep' } },
    });
    expect(of.currency?.unit).toBeNull();
  });

  it('are not seen in one currency, in words and in shares', async () => {
    const silent = [
      inCells((at) => (at % 2 ? `€${at}.50` : `${at}.50`)),
      inCells((at) => (at % 2 ? `€${at}.50` : 'none')),
      inCells((at) => `${at} %`),
    ];
    for (const text of silent)
      expect((await understood(text)).findings.filter(({ code }) => code.endsWith('currencies'))).toEqual([]);
  });

  it('of one file and the next are a difference', async () => {
    const euros = await understood(inCells((at) => `€${at}.50`));
    if (!euros.recipe.ok) throw new Error('no recipe');
    const dollars = await read(inCells((at) => `$${at}.50`));
    const { differences } = await checkContract(euros.recipe.recipe, dollars, unwatched);
    expect(differences).toContainEqual({
      code: 'unit',
      column: 'amount',
      severity: 'differs',
      details: { was: '€', is: '$' },
    });
  });
});

describe('files that count in different currencies', () => {
  it('are told first, have no sign, and none where one of them says nothing', async () => {
    const month = (m: string, sign: string, rows: number) =>
      lines(HEADER, rows, (at) => `C${at % 9},A${m}${at},2024-${m}-1${at % 9},${sign}${at}.50`);
    const put = async (...texts: string[]) => {
      const reads = await Promise.all(texts.map((text) => read(text)));
      const steps = plannedSteps(await planFiles(reads, unwatched));
      return understand(reads[0]!, {}, unwatched, await prepare(reads, steps, [], undefined, unwatched));
    };
    const of = await put(month('01', '€', 40), month('02', '$', 60), month('03', '$', 30));
    expect(of.findings[0]).toEqual({
      code: 'currencies-of-files',
      count: 40,
      details: { column: 'amount', main: '$', others: '40 in €' },
      rows: null,
    });
    expect([of.currency?.unit, unitsIn(of)]).toEqual([null, {}]);
    const agreed = await put(month('01', '€', 40), month('02', '', 60), month('03', '€', 30));
    expect(agreed.findings.map(({ code }) => code)).not.toContain('currencies-of-files');
    expect(agreed.currency?.unit).toBe('€');
  });
});

describe('units of columns', () => {
  it('are known of shares of a hundred', async () => {
    const of = await understood(
      lines('id,name,discount,visits', 40, (at) => `${at},N${at},${at / 2} %,${at % 7}`),
    );
    expect(unitsIn(of)).toEqual({ discount: '%' });
    expect(of.columns.find(({ name }) => name === 'discount')).toMatchObject({ min: 0, max: 0.195 });
  });
});
