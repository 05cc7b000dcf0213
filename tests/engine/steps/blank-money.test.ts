import { describe, expect, it } from 'vitest';
import { aggregate } from '../../../src/engine/steps/aggregate';
import { customerValue } from '../../../src/engine/steps/customer-value';
import { dropMissing } from '../../../src/engine/steps/drop-missing';
import { rfm } from '../../../src/engine/steps/rfm';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply } from './apply';

/** Customer d pays in nothing that is known; the latest row of all is one of theirs. */
const orders = () =>
  table({
    who: ['a', 'b', 'd', 'a', 'b', null, 'd', 'a', 'c'],
    day: ['01', '02', '03', '04', '05', '06', '20', '21', '08'].map((text) => new Date(`2024-03-${text}`)),
    pieces: [1, 2, 1, 3, -1, 1, 2, null, 1],
    price: [5, 4, null, 2, 4, null, null, 3, 9],
    town: ['Ely', 'York', 'Bath', 'Ely', 'York', null, 'Bath', 'Hull', 'Ely'],
  });
const columns = { customer: 'who', date: 'day', order: null, amount: null, quantity: 'pieces', price: 'price', keep: ['town'] }; // prettier-ignore
const measures = ['recency', 'frequency', 'monetary', 'rows'].map(
  (measure) => ({ measure }) as { measure: 'rows' },
);
const aside = { ...columns, blankMoney: 'set-aside' as const };

describe('rows whose money is blank, where they are set aside', () => {
  it('count as if they had gone before, as in the automatic job', async () => {
    const { table: left } = await learnAndApply(dropMissing, orders(), { columns: ['pieces', 'price'] });
    for (const [one, other] of [
      [await learnAndApply(rfm, orders(), aside), await learnAndApply(rfm, left, columns)],
      [
        await learnAndApply(aggregate, orders(), { ...aside, measures }),
        await learnAndApply(aggregate, left, { ...columns, measures }),
      ],
      [
        await learnAndApply(customerValue, orders(), aside),
        await learnAndApply(customerValue, left, columns),
      ],
    ] as const) {
      tableEqual(one.table, other.table);
      expect(one.fit).toEqual(other.fit);
    }
  });

  it('are counted, with the customers who have no other', async () => {
    const made = await learnAndApply(aggregate, orders(), { ...aside, measures });
    expect(cellsOf(made.table)['who']).toEqual(['a', 'b', 'c']);
    expect(made.counts).toMatchObject({ customers: 3, withoutMoney: 0, moneyAside: 3, customersAside: 1, withoutCustomer: 1, withoutDate: 0 }); // prettier-ignore
  });

  it('count as purchases of nothing where the step does not say so, as it was before', async () => {
    const { table: made, counts } = await learnAndApply(aggregate, orders(), { ...columns, measures });
    expect(cellsOf(made)).toMatchObject({ who: ['a', 'b', 'd', 'c'], monetary: [11, 4, 0, 9] });
    expect(counts).toMatchObject({ customers: 4, withoutMoney: 3 });
    expect(Object.keys(counts)).not.toContain('moneyAside');
  });

  it('stay where the step knows no money', async () => {
    const none = { ...aside, quantity: null, price: null, measures: [{ measure: 'rows' as const }] };
    expect((await learnAndApply(aggregate, orders(), none)).counts).toMatchObject({ customers: 4 });
  });
});
