import { describe, expect, it } from 'vitest';
import { Brushing } from '../../../src/ui/state/brushing.svelte';
import type { EngineClient } from '../../../src/workers/client';
import type { BrushView, BrushWish } from '../../../src/workers/pairs-api';

const NONE = { rows: 9, counts: [], told: [], step: null };

/** Answers when told to, with as many rows as bars are chosen; of pictures that are unread only who waits. */
function slow({ unread = false } = {}) {
  const asked: { bars: number; tell: boolean; wait: boolean; answer: () => void }[] = [];
  const client = {
    watched: (make: (api: unknown, call: number, watch: unknown) => unknown) =>
      make(
        {
          brush: (
            _call: number,
            _table: unknown,
            selection: readonly { bars: readonly number[] }[],
            looks: readonly unknown[],
            { tell, wait }: BrushWish,
          ) =>
            new Promise((resolve) => {
              const bars = selection[0]?.bars.length ?? 0;
              const looked = looks.map(() => (wait || !unread ? Uint32Array.of(bars) : null));
              const whole = wait || !unread;
              const value: BrushView = { ...NONE, selected: bars, looked, whole };
              asked.push({ bars, tell, wait, answer: () => resolve({ ok: true, value }) });
            }),
          readyBrush: () => Promise.resolve({ ok: true, value: null }),
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
    brush.choose('source', [{ column: 'a', bars: [1] }], false);
    brush.choose('source', [{ column: 'a', bars: [1, 2] }], false);
    brush.choose('source', [{ column: 'a', bars: [1, 2, 3] }], true);
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
    brush.choose('source', [{ column: 'a', bars: [1] }], true);
    asked[0]!.answer();
    await settle();
    brush.choose('source', [{ column: 'a', bars: [] }], true);
    await settle();
    expect([brush.view, brush.selection, asked.length]).toEqual([null, [], 1]);
  });

  it('keeps one choice a column, in whichever picture it was made', () => {
    const { brush } = slow();
    const of = { shape: 'edges', edges: [0, 1, 2] } as const;
    brush.choose(
      'source',
      [
        { column: 'a', bars: [1] },
        { column: 'b', bars: [0] },
      ],
      true,
    );
    brush.choose('source', [{ column: 'a', bars: [2], of }], true);
    expect(brush.selection).toEqual([
      { column: 'b', bars: [0] },
      { column: 'a', bars: [2], of },
    ]);
    expect([brush.barsOf('a'), brush.barsOf('a', { ...of }), brush.chooses('a')]).toEqual([[], [2], true]);
  });

  it('counts the selection in pictures that are looked at, also those that come later', async () => {
    const { brush, asked } = slow();
    const look = [{ column: 'b', of: { shape: 'edges', edges: [0, 1] } }] as const;
    brush.choose('source', [{ column: 'a', bars: [1, 2] }], true);
    asked[0]!.answer();
    await settle();
    expect(brush.countsIn(look)).toBeNull();
    const leave = brush.look('source', look);
    asked[1]!.answer();
    await settle();
    expect(brush.countsIn(look)).toEqual(Uint32Array.of(2));
    leave();
    brush.choose('source', [{ column: 'a', bars: [] }], true);
    expect(brush.countsIn(look)).toBeNull();
  });

  it('gives what is ready, and then what had to be read', async () => {
    const { brush, asked } = slow({ unread: true });
    const look = [{ column: 'b', of: { shape: 'edges', edges: [0, 1] } }] as const;
    brush.look('source', look);
    brush.choose('source', [{ column: 'a', bars: [1, 2] }], true);
    asked[0]!.answer();
    await settle();
    expect([brush.view?.selected, brush.countsIn(look), brush.told]).toEqual([2, null, false]);
    expect(asked.map(({ tell, wait }) => [tell, wait])).toEqual([
      [true, false],
      [true, true],
    ]);
    asked[1]!.answer();
    await settle();
    expect([brush.countsIn(look), asked.length, brush.told]).toEqual([Uint32Array.of(2), 2, true]);
  });

  it('does not wait for a picture that comes while others are read', async () => {
    const { brush, asked } = slow({ unread: true });
    const look = (column: string) => [{ column, of: { shape: 'edges', edges: [0, 1] } }] as const;
    brush.look('source', look('b'));
    brush.choose('source', [{ column: 'a', bars: [1] }], true);
    asked[0]!.answer();
    await Promise.resolve();
    await Promise.resolve();
    brush.look('source', look('c'));
    for (let at = 1; at < 4; at++) {
      await settle();
      asked[at]!.answer();
    }
    await settle();
    expect(asked.slice(0, 4).map(({ wait }) => wait)).toEqual([false, false, false, true]);
    expect(brush.countsIn(look('c'))).toEqual(Uint32Array.of(1));
  });
});
