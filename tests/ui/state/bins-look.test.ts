import { describe, expect, it, vi } from 'vitest';
import type { BinsAhead } from '../../../src/engine/index';
import { BinsLook } from '../../../src/ui/state/bins-look.svelte';

/** A worker that answers when it is told to. */
function desk() {
  const answers: ((bins: BinsAhead | null) => void)[] = [];
  const ask = vi.fn(() => new Promise<BinsAhead | null>((resolve) => answers.push(resolve)));
  const found = (limit: number) => ({ limits: [limit] }) as unknown as BinsAhead;
  return { ask, answer: (limit: number | null) => answers.shift()!(limit === null ? null : found(limit)) };
}
const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('BinsLook', () => {
  it('asks one question at a time, and of those that came meanwhile only the newest', async () => {
    const { ask, answer } = desk();
    const look = new BinsLook(ask);
    for (const limits of [[1], [2], [3], [3]]) look.look({ limits });
    expect(ask).toHaveBeenCalledTimes(1);
    answer(1);
    await turn();
    expect(look.bins?.limits).toEqual([1]);
    expect(ask.mock.calls.map(([chosen]: unknown[]) => chosen)).toEqual([{ limits: [1] }, { limits: [3] }]);
    answer(3);
    await turn();
    expect(look.bins?.limits).toEqual([3]);
    look.look({ limits: [4] });
    expect(ask).toHaveBeenCalledTimes(3);
  });

  it('keeps the last answer while there is none, and takes none once it was stopped', async () => {
    const { ask, answer } = desk();
    const look = new BinsLook(ask);
    look.look({ limits: [1] });
    answer(1);
    await turn();
    look.look({ limits: [2] });
    answer(null);
    await turn();
    expect(look.bins?.limits).toEqual([1]);
    look.look({ limits: [5] });
    look.stop();
    answer(5);
    await turn();
    expect(look.bins?.limits).toEqual([1]);
  });
});
