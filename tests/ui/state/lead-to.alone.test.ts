import { tick } from 'svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { leadTo } from '../../../src/ui/state/lead-to';

/** Of the page what is asked of it: an address, things by their selector, and one who watches what comes. */
function page(hash: string) {
  const things = new Map<string, unknown>();
  const log: string[] = [];
  const watchers = new Set<() => void>();
  const events = new EventTarget();
  const location = {
    get hash() {
      return hash;
    },
    set hash(to: string) {
      hash = to;
      log.push(`to ${to}`);
    },
  };
  class MutationObserver {
    readonly #seen: () => void;
    constructor(seen: () => void) {
      this.#seen = seen;
    }
    observe = () => void watchers.add(this.#seen);
    disconnect = () => void watchers.delete(this.#seen);
  }
  vi.stubGlobal('location', location);
  vi.stubGlobal('document', { body: {}, querySelector: (at: string) => things.get(at) ?? null });
  vi.stubGlobal('MutationObserver', MutationObserver);
  vi.stubGlobal('addEventListener', events.addEventListener.bind(events));
  vi.stubGlobal('removeEventListener', events.removeEventListener.bind(events));
  return {
    log,
    watchers,
    shows(at: string, tabIndex = 0) {
      things.set(`#content ${at}`, {
        tabIndex,
        scrollIntoView: ({ block }: ScrollIntoViewOptions) => log.push(`see ${at} ${block}`),
        focus: () => log.push(`focus ${at}`),
        click: () => log.push(`press ${at}`),
      });
      for (const seen of watchers) seen();
    },
    arrives: () => events.dispatchEvent(new Event('hashchange')),
  };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('leadTo', () => {
  it('sees, focuses and presses what is there already', async () => {
    const { log, shows, watchers } = page('#/segments');
    shows('#a');
    leadTo('#/segments', '#a', true);
    await tick();
    expect(log).toEqual(['see #a center', 'focus #a', 'press #a']);
    expect(watchers.size).toBe(0);
  });

  it('goes to another place first, and waits there for what comes later', async () => {
    const { log, shows, arrives, watchers } = page('#/data');
    // Of the same name where we are still.
    shows('#other');
    leadTo('#/segments', '#a');
    expect([log, watchers.size]).toEqual([['to #/segments'], 0]);
    arrives();
    expect(watchers.size).toBe(1);
    shows('#a', -1);
    await tick();
    expect(log).toEqual(['to #/segments', 'see #a start', 'focus #a']);
    expect(watchers.size).toBe(0);
  });

  it('leads to the last thing that was asked for alone', async () => {
    const { log, shows, arrives } = page('#/data');
    leadTo('#/segments', '#a');
    leadTo('#/privacy', '#b');
    arrives();
    shows('#a');
    shows('#b');
    await tick();
    expect(log).toEqual(['to #/segments', 'to #/privacy', 'see #b center', 'focus #b']);
  });

  it('gives up what does not come, and takes no focus later', async () => {
    const { log, shows, watchers } = page('#/segments');
    leadTo('#/segments', '#a');
    vi.advanceTimersByTime(60_000);
    expect(watchers.size).toBe(0);
    shows('#a');
    await tick();
    expect(log).toEqual([]);
  });
});
