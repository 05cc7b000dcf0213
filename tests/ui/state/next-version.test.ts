import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { takeNextVersion } from '../../../src/ui/state/next-version';

/** A browser whose waiting version takes over when it has been asked this often; never, of Infinity. */
function browser(takesOverAt: number) {
  const done: string[] = [];
  let serving: () => void = () => undefined;
  let asked = 0;
  takeNextVersion({
    ask: () => {
      done.push('ask');
      if (++asked === takesOverAt) serving();
    },
    onServing: (then) => (serving = then),
    reload: () => done.push('reload'),
  });
  return { done, serve: () => serving() };
}

describe('the next version of the app', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('is asked for once where it takes over at once, and the page reloads once', () => {
    const { done, serve } = browser(1);
    expect(done).toEqual(['ask', 'reload']);
    serve();
    vi.advanceTimersByTime(60_000);
    expect(done).toEqual(['ask', 'reload']);
  });

  it('is asked for again each second until it takes over', () => {
    const { done } = browser(4);
    expect(done).toEqual(['ask']);
    vi.advanceTimersByTime(2000);
    expect(done).toEqual(['ask', 'ask', 'ask']);
    vi.advanceTimersByTime(60_000);
    expect(done).toEqual(['ask', 'ask', 'ask', 'ask', 'reload']);
  });

  it('gets a page that reloads after ten seconds where it does not take over, and no second time', () => {
    const { done, serve } = browser(Infinity);
    vi.advanceTimersByTime(9999);
    expect(done).not.toContain('reload');
    vi.advanceTimersByTime(1);
    expect(done.filter((what) => what === 'reload')).toHaveLength(1);
    serve();
    vi.advanceTimersByTime(60_000);
    expect(done.filter((what) => what === 'reload')).toHaveLength(1);
  });
});
