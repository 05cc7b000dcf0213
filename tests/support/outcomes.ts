import { expect } from 'vitest';
import type { Outcome } from '../../src/workers/api';

/** What a call across the boundary gave, which must have succeeded. */
export async function valueOf<T>(answer: Promise<Outcome<T>>): Promise<T> {
  const outcome = await answer;
  expect(outcome).toMatchObject({ ok: true });
  return (outcome as { value: T }).value;
}
