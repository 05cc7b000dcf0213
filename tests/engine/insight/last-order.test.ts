import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTable } from '../../../src/engine/files/read-table';
import { bytesSource } from '../../../src/engine/files/source';
import { customerList } from '../../../src/engine/insight/labelled';
import { segmentationOf } from '../../../src/engine/insight/segmentation-of';
import { understand } from '../../../src/engine/insight/understand';
import type { Choices, Understanding } from '../../../src/engine/insight/understanding';
import { run } from '../../../src/engine/recipe/run';
import type { Recipe } from '../../../src/engine/recipe/schema';
import { sourceTable } from '../../../src/engine/recipe/source-table';
import { columnNames } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { cellsOf } from '../../support/tables';
import { finding, lines, listed, rolesOf, understood } from './understood';

/**
 * 46 customers to 30 June 2024: 12 ordered ten times or more and this week, 12 four or five times and a month or two
 * ago, 14 once and over 200 days ago, 8 never.
 */
const FILE = readFileSync(new URL('../../fixtures/data/customers-last-order.csv', import.meta.url));

const recipeOf = ({ recipe }: Understanding): Recipe => {
  if (!recipe.ok) throw new Error(recipe.code);
  return recipe.recipe;
};
const stepsOf = (understanding: Understanding) =>
  recipeOf(understanding).steps.map(({ op, params }) => [op, params]);

async function segmented(text: Uint8Array) {
  const read = await readTable(bytesSource('customers.csv', text), {}, unwatched);
  const understanding = await understand(read, {}, unwatched);
  const recipe = recipeOf(understanding);
  const source = sourceTable(read.table, recipe.sources[0]!);
  const outcome = await run(recipe, source, { mode: 'learn', work: unwatched });
  const segmentation = (await segmentationOf(recipe, outcome, [], unwatched))!;
  return { understanding, recipe, source, outcome, segmentation };
}

describe('a customer file with the date of the last order', () => {
  it('is grouped by days since it, orders and money, without those who never ordered', async () => {
    const { understanding } = await segmented(FILE);
    expect(rolesOf(understanding)).toMatchObject({
      customer: 'customer_id',
      recency: 'last_order_date',
      frequency: 'orders_count',
      monetary: 'total_spent',
    });
    expect(listed(understanding, 'grouped-by')).toEqual(['orders_count', 'total_spent', 'last_order_date']);
    expect(stepsOf(understanding)).toEqual([
      ['drop-missing', { columns: ['last_order_date'], label: 'an order' }],
      ['days-since', { column: 'last_order_date', referenceDate: null }],
      ['transform', { columns: ['orders_count', 'total_spent', 'last_order_date_days'], with: 'log1p' }],
      ['scale', { columns: ['orders_count_log', 'total_spent_log', 'last_order_date_days_log'], with: 'z' }],
      [
        'segment',
        {
          columns: ['orders_count_log_z', 'total_spent_log_z', 'last_order_date_days_log_z'],
          k: 'auto',
          money: ['total_spent'],
        },
      ],
    ]);
  });

  it('says who is set aside, and nothing of filling the blanks', async () => {
    const { understanding, outcome } = await segmented(FILE);
    expect(finding(understanding, 'never-ordered')).toMatchObject({
      count: 8,
      details: { column: 'last_order_date', share: 8 / 46 },
    });
    expect(finding(understanding, 'blank')).toBeUndefined();
    expect(outcome.steps[0]).toMatchObject({
      describe: 'Set aside rows without an order',
      rowsIn: 46,
      rowsOut: 38,
      counts: { dropped: 8 },
    });
  });

  it('finds the planted groups and names them by the map of recency and frequency', async () => {
    const { segmentation, outcome } = await segmented(FILE);
    expect(segmentation.segments.map(({ name, size }) => [name, size])).toEqual([
      ['Champions', 12],
      ['Need attention', 12],
      ['Hibernating', 14],
    ]);
    expect(segmentation.segments.every(({ rfm }) => rfm !== null)).toBe(true);
    expect(segmentation).toMatchObject({
      grain: 'customers',
      customers: 38,
      referenceDate: Date.parse('2024-07-01'),
      money: { columns: ['total_spent'], label: 'Total spent' },
    });
    expect(segmentation.features.map(({ column, meaning, label }) => [column, meaning, label])).toEqual([
      ['last_order_date_days', 'recency', 'Days since the last order'],
      ['orders_count', 'frequency', 'Orders'],
      ['total_spent', 'money', 'Total spent'],
    ]);
    expect(outcome.steps.every(({ notes }) => notes.length === 0)).toBe(true);
  });

  it('gives a list of the customers with the days', async () => {
    const { segmentation, outcome, source } = await segmented(FILE);
    const features = segmentation.features.map(({ column }) => column);
    const list = customerList(outcome.table, features, columnNames(source));
    expect(list.columns.map(({ as }) => as)).toEqual([
      'customer_id',
      'orders_count',
      'total_spent',
      'last_order_date_days',
      'segment_id',
      'segment',
    ]);
    expect(list.table.numRows()).toBe(38);
    const { customer_id: ids, last_order_date_days: days } = cellsOf(list.table);
    // 7001 ordered on 30 June, 7002 on 12 September 2023: R, as.Date("2024-07-01") - as.Date("2023-09-12") is 293.
    expect([ids!.slice(0, 2), days!.slice(0, 2)]).toEqual([
      ['7001', '7002'],
      [1, 293],
    ]);
  });

  it('reuses what was learnt on a later file', async () => {
    const { recipe, source, outcome } = await segmented(FILE);
    const reuse = { mode: 'reuse', fits: outcome.fits, work: unwatched } as const;
    const same = await run(recipe, source, reuse);
    expect(cellsOf(same.table)['segment']).toEqual(cellsOf(outcome.table)['segment']);
    const text = new TextDecoder().decode(FILE).replace('2024-06-30', '2024-07-15');
    const later = await readTable(bytesSource('july.csv', new TextEncoder().encode(text)), {}, unwatched);
    const moved = await run(recipe, sourceTable(later.table, recipe.sources[0]!), reuse);
    expect(moved.steps[1]).toMatchObject({
      describe: 'Count days since last_order_date, to 16 Jul 2024',
      notes: ['reference-moved'],
    });
    const segmentation = await segmentationOf(recipe, moved, [], unwatched);
    expect(segmentation?.referenceDate).toBe(Date.parse('2024-07-16'));
  });
});

describe('rfmColumns', () => {
  const scattered = (at: number, salt: number) => ((at + 1) * 7919 * (salt + 3)) % 97;
  const header = 'client_id,derniere_commande,nb_commandes,montant_total,visites';
  const dateOf = (at: number) => `2024-0${1 + (at % 6)}-${10 + (at % 19)}`;
  const file = (date: (at: number) => string, orders: (at: number) => number | '', name = header) =>
    lines(name, 100, (at) =>
      [`K${at}`, date(at), orders(at), orders(at) && scattered(at, 1) + 1, scattered(at, 2)].join(','),
    );
  const orders = (at: number) => 1 + (at % 8);
  const grouped = async (text: string, chosen: Choices = {}) =>
    listed(await understood(text, chosen), 'grouped-by');
  const THREE = ['derniere_commande', 'nb_commandes', 'montant_total'];

  it('sets nobody aside where everybody has ordered', async () => {
    const understanding = await understood(file(dateOf, orders));
    expect(listed(understanding, 'grouped-by')).toEqual(THREE);
    expect(stepsOf(understanding).map(([op]) => op)).toEqual(['days-since', 'transform', 'scale', 'segment']);
    expect(finding(understanding, 'never-ordered')).toBeUndefined();
  });

  it('keeps the three columns where most customers never ordered', async () => {
    const never = (at: number) => at % 5 !== 0;
    const text = file(
      (at) => (never(at) ? '' : dateOf(at)),
      (at) => (never(at) ? '' : orders(at)),
    );
    const understanding = await understood(text);
    expect(listed(understanding, 'grouped-by')).toEqual(THREE);
    expect(finding(understanding, 'never-ordered')).toMatchObject({ count: 80 });
    expect(finding(understanding, 'blank', 'montant_total')).toBeUndefined();
  });

  it('fills the days of up to 5 % of those who ordered with the median', async () => {
    const understanding = await understood(file((at) => (at < 4 ? '' : dateOf(at)), orders));
    expect(stepsOf(understanding).slice(0, 2)).toEqual([
      ['days-since', { column: 'derniere_commande', referenceDate: null }],
      ['fill-missing', { columns: ['derniere_commande_days'], with: 'median' }],
    ]);
    expect(finding(understanding, 'blank', 'derniere_commande')).toMatchObject({
      count: 4,
      details: { list: 'grouped-by' },
    });
  });

  it('names the column where some who ordered have no date either', async () => {
    const date = (at: number) => (at < 22 ? '' : dateOf(at));
    const understanding = await understood(file(date, (at) => (at < 20 ? 0 : orders(at))));
    expect(stepsOf(understanding)[0]).toEqual(['drop-missing', { columns: ['derniere_commande'] }]);
    expect(finding(understanding, 'never-ordered')).toMatchObject({ count: 20 });
    expect(finding(understanding, 'blank', 'derniere_commande')).toMatchObject({
      count: 2,
      details: { list: 'set-aside' },
    });
  });

  it('does without the date where over 5 % of those who ordered have none', async () => {
    expect(await grouped(file((at) => (at < 6 ? '' : dateOf(at)), orders))).toEqual([
      'nb_commandes',
      'montant_total',
      'visites',
    ]);
  });

  it('does without a first order, and where the days stand in the file under the name they would have', async () => {
    const first = header.replace('derniere', 'premiere');
    expect(await grouped(file(dateOf, orders, first))).not.toContain('premiere_commande');
    const taken = header.replace('visites', 'derniere_commande_days');
    expect(await grouped(file(dateOf, orders, taken))).not.toContain('derniere_commande');
  });

  it('reads dates that stayed text for a cell in a hundred, and fills that one', async () => {
    const understanding = await understood(file((at) => (at === 7 ? 'hier' : dateOf(at)), orders));
    expect(listed(understanding, 'grouped-by')).toEqual(THREE);
    expect(stepsOf(understanding).slice(0, 3)).toEqual([
      ['change-type', { column: 'derniere_commande', to: 'date', format: 'YYYY-MM-DD' }],
      ['days-since', { column: 'derniere_commande', referenceDate: null }],
      ['fill-missing', { columns: ['derniere_commande_days'], with: 'median' }],
    ]);
  });

  it('goes by days where the file has both days and a date', async () => {
    const both = header.replace('visites', 'recency');
    expect(await grouped(file(dateOf, orders, both))).toEqual(['nb_commandes', 'montant_total', 'recency']);
  });

  it('is not put off by an average beside what was spent in all', async () => {
    const average = header.replace('visites', 'average_order_value');
    expect(await grouped(file(dateOf, orders, average))).toEqual(THREE);
  });

  it('leaves the date to describe where the person says so', async () => {
    const lists = new Map([['derniere_commande', 'described-by']] as const);
    const understanding = await understood(file(dateOf, orders), { lists });
    expect(stepsOf(understanding).map(([op]) => op)).not.toContain('days-since');
    expect(listed(understanding, 'described-by')).toContain('derniere_commande');
  });

  it('sets aside who never ordered where recency is a number too', async () => {
    const days = header.replace('derniere_commande', 'recency');
    const text = file(
      (at) => (at % 4 === 0 ? '' : String(1 + scattered(at, 3))),
      (at) => (at % 4 === 0 ? 0 : orders(at)),
      days,
    );
    expect(stepsOf(await understood(text))[0]).toEqual([
      'drop-missing',
      { columns: ['recency'], label: 'an order' },
    ]);
  });
});
