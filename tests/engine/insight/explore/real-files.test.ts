import { describe, expect, it } from 'vitest';
import { readTable } from '../../../../src/engine/files/read-table';
import type { ColumnOverview, NumberSummary } from '../../../../src/engine/insight/explore/overview-of';
import { unwatched } from '../../../../src/engine/work';
import { hasRealFiles, realFile } from '../../../support/files';
import expectations from '../../../expectations/explore/summaries.json';
import { cardsOf } from './looked-at';

type Expected = (typeof expectations)['customers/credit_data.csv']['Income'];
const FILES = Object.keys(expectations) as (keyof typeof expectations)[];

/** Relative; pandas and scipy lose a few digits themselves. */
const CLOSE = 1e-10;

function close(name: string, found: number | null, expected: number): void {
  const off = Math.abs(found! - expected) / Math.max(1, Math.abs(expected));
  expect([name, off < CLOSE]).toEqual([name, true]);
}

function sameNumbers(column: string, found: NumberSummary, expected: NonNullable<Expected['numbers']>): void {
  found.quantiles.forEach((value, i) => close(`${column} quantile ${i}`, value, expected.quantiles[i]!));
  for (const figure of ['mean', 'deviation', 'skewness', 'kurtosis'] as const)
    close(`${column} ${figure}`, found[figure], expected[figure]);
  const { min, max, zeros, negatives, outliers } = found;
  const { far: _far, ...fences } = outliers;
  const { below, above, lowFence, highFence } = expected;
  expect([column, { min, max, zeros, negatives, ...fences }]).toEqual([
    column,
    {
      min: expected.min,
      max: expected.max,
      zeros: expected.zeros,
      negatives: expected.negatives,
      below,
      above,
      lowFence,
      highFence,
    },
  ]);
}

const TITLE = 'the overview equals pandas and scipy (skipped without ../shared/data)';

describe.runIf(hasRealFiles)(TITLE, { timeout: 20_000 }, () => {
  it.each(FILES)('%s', async (file) => {
    const { table } = await readTable(realFile(file), {}, unwatched);
    const cards = new Map((await cardsOf(table)).map((card) => [card.name, card] as const));
    const expected = Object.entries(expectations[file] as unknown as Record<string, Expected>);
    const numbers = expected.filter(([name]) => cards.get(name)?.kind === 'number');
    expect(numbers.length).toBeGreaterThan(2);
    for (const [name, { numbers: figures }] of numbers)
      sameNumbers(name, cards.get(name)!.numbers!, figures!);
    for (const [name, one] of expected) {
      const card: ColumnOverview = cards.get(name)!;
      expect([name, card.missing, card.distinct]).toEqual([name, one.missing, one.distinct]);
      const most = card.distinct === card.rows - card.missing ? 1 : card.frequent[0]!.count;
      expect([name, most]).toEqual([name, one.most]);
    }
  });
});
