import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { cells, workplace } from './runner';

const DATA = fileURLToPath(new URL('../../../shared/data/', import.meta.url));
const RETAIL = `${DATA}transactions/online_retail_2010-2011.csv`;
const CAMPAIGN = `${DATA}customers/marketing_campaign_semicolon.csv`;
const { tessera, text, json } = workplace();

// Figures of the UCI Online Retail file as its users publish them, and of this project's own count of 4,339 buyers.
describe.skipIf(!existsSync(DATA))('tessera on real files (skipped where ../shared/data is absent)', () => {
  it('finds the known customers and gives the same labels with the saved model', { timeout: 120_000 }, () => {
    const outputs = ['--out', 'learnt.csv', '--json', 'found.json', '--save-model', 'model.json'];
    const { code, err } = tessera(RETAIL, ...outputs);
    expect([code, err]).toEqual([0, '']);
    const { sources, customers, elbow, steps, segments } = json('found.json');
    expect(sources[0]).toMatchObject({ rows: 541_909, grain: 'orders', encoding: 'utf-8', delimiter: ',' });
    expect(sources[0]!.columns.map(({ name, role, missing }) => [name, role, missing])).toEqual([
      ['InvoiceNo', 'order', 0],
      ['StockCode', 'product', 0],
      ['Description', null, 1454],
      ['Quantity', 'quantity', 0],
      ['InvoiceDate', 'date', 0],
      ['UnitPrice', 'price', 0],
      ['CustomerID', 'customer', 135_080],
      ['Country', 'country', 0],
    ]);
    expect(steps[0]!.counts['dropped']).toBe(5268);
    expect([customers, elbow]).toEqual([4339, 3]);
    expect(segments.map(({ name }) => name)).toEqual(['Champions', 'Potential loyalists', 'Hibernating']);
    expect(tessera(RETAIL, '--model', 'model.json', '--out', 'reused.csv').code).toBe(0);
    expect(text('reused.csv')).toBe(text('learnt.csv'));
    expect(cells(text('learnt.csv'))).toHaveLength(4340);
  });

  it(
    'groups a customer file by what customers do and names what sets them apart',
    { timeout: 60_000 },
    () => {
      expect(tessera(CAMPAIGN, '--json', 'campaign.json', '--out', 'campaign.csv').code).toBe(0);
      const { sources, customers, segments } = json('campaign.json');
      expect([sources[0]!.grain, sources[0]!.delimiter, customers]).toEqual(['customers', ';', 2240]);
      expect(segments.map(({ name }) => name)).toContain('Many deals purchases, many web purchases');
      expect(cells(text('campaign.csv'))[0]![0]).toBe('ID');
    },
  );
});
