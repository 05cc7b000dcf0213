import { describe, expect, it } from 'vitest';
import { Brushing } from '../../../src/ui/state/brushing.svelte';
import type { EngineClient } from '../../../src/workers/client';
import type { BrushView } from '../../../src/workers/pairs-api';

/** Answers when told to, with as many rows as bars are chosen. */
function slow() {
  const asked: { bars: number; tell: boolean; answer: () => void }[] = [];
  const client = {
    watched: (make: (api: unknown, call: number, watch: unknown) => unknown) =>
      make(
        {
          brush: (
            _call: number,
            _table: unknown,
            selection: readonly { bars: readonly number[] }[],
            tell: boolean,
          ) =>
            new Promise((resolve) => {
              const bars = selection[0]?.bars.length ?? 0;
              const value: BrushView = { selected: bars, rows: 9, counts: [], told: [], step: null };
              asked.push({ bars, tell, answer: () => resolve({ ok: true, value }) });
            }),
        },
        1,
        () => undefined,
      ),
  } as unknown as EngineClient;
  return { brush: new Brushing(client), asked };
}
const settle = async () => {
  for (let turn = 0; turn < 8; turn++) await Promise.resolve();
};

describe('Brushing', () => {
  it('asks for the latest choice alone, while an answer is under way', async () => {
    const { brush, asked } = slow();
    brush.choose('source', 'a', [1], false);
    brush.choose('source', 'a', [1, 2], false);
    brush.choose('source', 'a', [1, 2, 3], true);
    expect(asked.map(({ bars }) => bars)).toEqual([1]);
    asked[0]!.answer();
    await settle();
    expect(asked.map(({ bars, tell }) => [bars, tell])).toEqual([
      [1, false],
      [3, true],
    ]);
    asked[1]!.answer();
    await settle();
    expect(brush.view?.selected).toBe(3);
  });

  it('shows nothing once nothing is chosen', async () => {
    const { brush, asked } = slow();
    brush.choose('source', 'a', [1], true);
    asked[0]!.answer();
    await settle();
    brush.choose('source', 'a', [], true);
    await settle();
    expect([brush.view, brush.selection, asked.length]).toEqual([null, [], 1]);
  });
});
