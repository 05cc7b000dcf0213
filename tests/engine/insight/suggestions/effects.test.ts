import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { done, suggestedFor } from './suggested';

const text = fc.constantFrom(
  '',
  'red',
  'Red',
  ' red',
  'red ',
  'green',
  'dark  green',
  'TEST001',
  'blue\u00a0sky',
);
const figure = fc.constantFrom('', '0', '1', '2', '5', '7', '-1', '999', '12.5', '666666');
const age = fc.constantFrom('', '-3', '18', '44', '71', '140');
const birth = fc.constantFrom('', '1893', '1950', '1980', '2999');
const day = fc.constantFrom('2025-01-03', '2025-06-30', '2031-01-01');
const row = fc.tuple(
  fc.constantFrom('100.0', '101.0', '102.0'),
  fc.nat(40),
  day,
  figure,
  text,
  age,
  birth,
  figure,
);
const file = fc
  .array(row, { minLength: 12, maxLength: 30 })
  .map((rows) =>
    [
      'customer_id,order_no,date,amount,product,age,birth_year,score',
      ...rows.map((cells) => cells.join(',')),
    ].join('\n'),
  );

describe('the effect that a suggestion states', () => {
  it('is what its step does, on any table', async () => {
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.constantFrom('orders' as const, 'customers' as const),
        async (given, grain) => {
          const of = await suggestedFor(given, { grain });
          for (const one of of.suggestions)
            expect([one.id, await done(of, one)]).toEqual([one.id, one.effect]);
        },
      ),
      { numRuns: 12, seed: 20261128 },
    );
  });
});
