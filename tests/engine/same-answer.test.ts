import { describe, expect, it } from 'vitest';
import {
  bytesSource,
  customerList,
  readTable,
  run,
  sampleShop,
  segmentationOf,
  sourceTable,
  understand,
  unwatched,
} from '../../src/engine/index';
import { generator } from '../../src/engine/stats/random';
import { cellsOf } from '../support/tables';

/** Customer → segment id, and what every k left within its clusters, of a file's text. */
async function segmented(text: string) {
  const read = await readTable(bytesSource('shop.csv', new TextEncoder().encode(text)), {}, unwatched);
  const { recipe } = await understand(read, {}, unwatched);
  if (!recipe.ok) throw new Error(recipe.code);
  const outcome = await run(recipe.recipe, sourceTable(read.table, recipe.recipe.sources[0]!), {
    mode: 'learn',
    work: unwatched,
  });
  const segmentation = await segmentationOf(recipe.recipe, outcome, [], unwatched);
  const features = segmentation!.features.map(({ column }) => column);
  const { table, columns } = customerList(outcome.table, features, read.table.columnNames());
  const cells = cellsOf(table);
  const [key, ids] = [cells[columns[0]!.name]!, cells['segment_id']!];
  return {
    labels: new Map(key.map((customer, row) => [customer, ids[row]])),
    inertia: segmentation!.runs.map((each) => each.inertia),
  };
}

function shuffled<T>(items: readonly T[], seed: number): T[] {
  const random = generator(seed);
  return items
    .map((item) => ({ item, at: random() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
}

describe('the same answer always', { timeout: 60_000 }, () => {
  const [header, ...lines] = new TextDecoder().decode(sampleShop(1)).trimEnd().split('\n');
  const rows = lines.slice(0, 6000);

  it('does not depend on the order of rows or columns', async () => {
    const order = shuffled([0, 1, 2, 3, 4, 5, 6], 5);
    const turned = (line: string) => {
      const cells = line.split(',');
      return order.map((at) => cells[at]).join(',');
    };
    // No cell of these rows holds a comma, so that columns can be turned by hand.
    const plain = rows.filter((line) => !line.includes('"'));
    const before = await segmented([header, ...plain].join('\n'));
    const after = await segmented([turned(header!), ...shuffled(plain, 7).map(turned)].join('\n'));
    expect(new Map([...after.labels].sort())).toEqual(new Map([...before.labels].sort()));
    after.inertia.forEach((value, i) => expect(Math.abs(value / before.inertia[i]! - 1)).toBeLessThan(1e-12));
  });
});
