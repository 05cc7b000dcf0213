import { describe, expect, it } from 'vitest';
import { TablePages, type PageQuery } from '../../../src/ui/parts/table-pages.svelte';
import type { RowsPage } from '../../../src/workers/api';

const NAMES = ['a', 'b'];
const ALL = { from: 0, to: 2 };
const TOTAL = 1000;

function pageFor({ from, count, columns }: PageQuery): RowsPage {
  const rows = Array.from({ length: count }, (_, i) => from + i);
  return {
    from,
    total: TOTAL,
    rows,
    columns: columns.map((name) => ({ name, cells: rows.map((row) => `${name}${row}`) })),
  };
}

/** A worker whose answers the test lets go one by one. */
function slowWorker() {
  const asked: { query: PageQuery; answer: () => Promise<void> }[] = [];
  const fetch = (query: PageQuery) =>
    new Promise<RowsPage>((resolve) => {
      const answer = async () => {
        resolve(pageFor(query));
        await Promise.resolve();
        await Promise.resolve();
      };
      asked.push({ query, answer });
    });
  return {
    asked,
    pages: new TablePages(
      () => fetch,
      () => NAMES,
    ),
  };
}

describe('TablePages', () => {
  it('asks for more than is seen, and not again while that lasts', async () => {
    const { asked, pages } = slowWorker();
    pages.want({ from: 0, to: 12 }, ALL, TOTAL);
    await asked[0]!.answer();
    expect(asked[0]!.query).toEqual({ from: 0, count: 72, columns: NAMES });
    pages.want({ from: 20, to: 32 }, ALL, TOTAL);
    expect(asked).toHaveLength(1);
    expect(pages.cell('b', 31)).toBe('b31');
  });

  it('keeps the old rows until the new ones are here, and asks for the last wish only', async () => {
    const { asked, pages } = slowWorker();
    pages.want({ from: 0, to: 12 }, ALL, TOTAL);
    await asked[0]!.answer();
    pages.want({ from: 300, to: 312 }, ALL, TOTAL);
    pages.want({ from: 400, to: 412 }, ALL, TOTAL);
    pages.want({ from: 500, to: 512 }, ALL, TOTAL);
    expect(pages.cell('a', 5)).toBe('a5');
    expect(pages.covers({ from: 500, to: 512 }, ALL, TOTAL)).toBe(false);
    await asked[1]!.answer();
    expect(asked.map(({ query }) => query.from)).toEqual([0, 240, 440]);
    await asked[2]!.answer();
    expect(pages.covers({ from: 500, to: 512 }, ALL, TOTAL)).toBe(true);
  });

  it('drops an answer about rows that are others by now', async () => {
    const { asked, pages } = slowWorker();
    pages.want({ from: 0, to: 12 }, ALL, TOTAL);
    pages.renew();
    pages.want({ from: 100, to: 112 }, ALL, TOTAL);
    await asked[0]!.answer();
    expect(pages.page).toBeNull();
    await asked[1]!.answer();
    expect(pages.page?.from).toBe(40);
  });
});
