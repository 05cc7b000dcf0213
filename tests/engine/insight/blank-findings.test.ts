import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/engine/insight/prepare';
import { understand } from '../../../src/engine/insight/understand';
import { unwatched } from '../../../src/engine/work';
import { findingText } from '../../../src/ui/text/findings';
import { read } from '../../support/files';
import { step } from '../recipe/recipes';
import { finding, someOrders, understood } from './understood';

const price = (at: number, other: string) => (at % 9 === 4 || at === 6 ? other : `€${5 + (at % 7)}.50`);
const file = (other: string) => someOrders('customer,order,date,amount', (at) => price(at, other));

describe('blanks where money should stand', () => {
  it('say what the file has there once other currencies count as blank, and how many customers go', async () => {
    const text = await read(file('£9.50'));
    const { findings, source } = await understand(text, {}, unwatched);
    const { remedy } = findings.find(({ code }) => code === 'mixed-currencies')!;
    const own = [step('own', remedy!.op, remedy!.params)];
    const after = await understand(
      text,
      {},
      unwatched,
      await prepare([text], own, [source], undefined, unwatched),
    );
    const blank = finding(after, 'blank', 'amount')!;
    expect(blank).toMatchObject({ count: 8, details: { written: 8, example: '£9.50', customers: 1 } });
    expect(findingText(blank)).toEqual({
      sentence: 'cells of amount count as blank (13\u00a0%), such as “£9.50”',
      effect:
        'Set aside: without money they cannot be counted. 1 customer has no other rows and goes with them.',
    });
  });

  it('are blank where the file says nothing', async () => {
    const blank = finding(await understood(file('')), 'blank', 'amount')!;
    expect(blank.details).toEqual({ column: 'amount', role: 'amount', share: 8 / 60, customers: 1 });
    expect(findingText(blank).sentence).toBe('cells of amount are blank (13\u00a0%)');
    const some = { ...blank, details: { ...blank.details, written: 3, example: '£1', customers: 2 } };
    expect(findingText(some)).toEqual({
      sentence: 'cells of amount are blank (13\u00a0%), 3 of them counted so, such as “£1”',
      effect:
        'Set aside: without money they cannot be counted. 2 customers have no other rows and go with them.',
    });
  });
});
