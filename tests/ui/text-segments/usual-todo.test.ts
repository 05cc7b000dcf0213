import { describe, expect, it } from 'vitest';
import { actionFor } from '../../../src/ui/text/actions';
import { APART_DO } from '../../../src/ui/text/segment-changes';
import { usualTodo, usualTodos } from '../../../src/ui/text/usual-todo';
import { orders } from '../fixtures/segmentation-orders';

const [first, ...others] = orders.segments;

describe('what is usually done with segments', () => {
  it('is said by number, as the cards say it, of those of which it is known', () => {
    const segments = [first!, ...others.map((one) => ({ ...one, rfm: null }))];
    const todos = usualTodos({ ...orders, segments });
    expect([...todos]).toEqual([[first!.id, usualTodo(first!, orders)]]);
    expect(todos.get(first!.id)).toBe(actionFor('Champions'));
  });

  it('is to look at those apart one by one', () => {
    const apart = { id: first!.id, beyond: 3 };
    expect(usualTodo(first!, { ...orders, apart })).toBe(APART_DO);
  });
});
