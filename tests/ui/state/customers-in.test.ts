import { expect, it } from 'vitest';
import { customersIn } from '../../../src/ui/state/customers-in';

it('counts customers of the chosen segments, all where none is chosen apart', () => {
  const perSegment = new Map([
    [1, 119],
    [3, 172],
  ]);
  expect([null, [1], [2, 3], []].map((chosen) => customersIn(perSegment, chosen))).toEqual([
    291, 119, 172, 0,
  ]);
});
