import { describe, expect, it } from 'vitest';
import { run } from '../../src/engine/recipe/run';
import { unwatched } from '../../src/engine/work';
import { contactsOf, settled, writeCampaign } from '../../src/workers/exports/campaigns';
import type { Finished } from '../../src/workers/exports/finished';
import { choiceFor } from '../support/campaigns';
import { read, written } from '../support/files';
import { understand } from '../../src/engine/insight/understand';
import { sourceTable } from '../../src/engine/recipe/source-table';

/** Forty customers with orders of their own days and money; contact columns stand in the order lines alone. */
const ORDERS = [
  'Order ID,Order Date,Customer ID,Total,Email',
  ...Array.from({ length: 160 }, (_, at) => {
    const customer = at % 40;
    const day = new Date(Date.UTC(2025, 0, 1 + ((at * 7 + customer * 3) % 300))).toISOString().slice(0, 10);
    return `A${at},${day},C${customer},${(customer + 1) * 10 + at / 4},c${customer}@example.com`;
  }),
].join('\n');

async function finished(): Promise<Finished> {
  const report = await read(ORDERS);
  const understanding = await understand(report, {}, unwatched);
  const { recipe } = understanding.recipe as { recipe: Finished['recipe'] };
  const source = sourceTable(report.table, recipe.sources[0]!);
  const outcome = await run(recipe, source, { mode: 'learn', work: unwatched });
  return { recipe, outcome, source, opened: { understanding } } as unknown as Finished;
}

describe('a file for a service, from order lines', () => {
  it('finds the e-mails that adding up left behind, and writes each customer once', async () => {
    const work = await finished();
    const choice = choiceFor(contactsOf(work), 'klaviyo');
    const { told } = await settled(choice, work, unwatched);
    expect([told.chosen, told.written, told.lost]).toEqual([40, 40, []]);
    const lines = (
      await written(writeCampaign({ what: 'campaign', choice, names: ['a.csv'] }, work, unwatched))
    )
      .trimEnd()
      .split('\n');
    expect(lines[0]).toBe('Email,Segment');
    expect(new Set(lines.slice(1).map((line) => line.split(',')[0]))).toEqual(
      new Set(Array.from({ length: 40 }, (_, at) => `c${at}@example.com`)),
    );
  });

  it('does not work out twice what was looked at, and works out anew what is chosen otherwise', async () => {
    const work = await finished();
    const choice = choiceFor(contactsOf(work), 'klaviyo');
    const first = await settled(choice, work, unwatched);
    expect(await settled({ ...choice }, work, unwatched)).toBe(first);
    expect((await settled({ ...choice, segments: [1] }, work, unwatched)).told.chosen).toBeLessThan(40);
  });
});
