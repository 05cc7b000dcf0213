import { afterEach, expect, it, vi } from 'vitest';
import { addressOf, Route } from '../../../src/ui/state/route.svelte';
import { splitAsked, splitIn } from '../../../src/ui/state/split-asked';

afterEach(() => {
  vi.unstubAllGlobals();
});

it.each([
  null,
  'segments',
  { column: 'Education' },
  { column: 'a & b = c? #ü' },
  { column: 'segments' },
] as const)('the address keeps that pictures are split by %j', (by) => {
  const hash = addressOf('explore', 'What? 50 %/x', splitAsked(by));
  vi.stubGlobal('location', { hash });
  const { place, within, asked } = new Route();
  expect([place, within, splitIn(asked)]).toEqual(['explore', 'What? 50 %/x', by]);
});

it('asks for something else of the same page without a step back', () => {
  const states: string[] = [];
  vi.stubGlobal('location', { hash: '#/explore?by=Land' });
  vi.stubGlobal('history', {
    state: null,
    replaceState: (_: unknown, __: string, to: string) => states.push(to),
  });
  const route = new Route();
  route.ask(splitAsked({ column: 'Age' }));
  route.ask(splitAsked(null));
  expect(states).toEqual(['#/explore?by=Age', '#/explore']);
  expect(splitIn(route.asked)).toBeNull();
});
