import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SessionHold } from '../../../src/ui/state/session-hold';

/** The locks of a browser, as far as they are asked for. */
class Locks {
  readonly #held = new Map<string, (stolen: Error) => void>();

  request = (
    name: string,
    { ifAvailable, steal }: LockOptions,
    work: (lock: object | null) => Promise<void> | undefined,
  ): Promise<unknown> => {
    if (steal) this.#held.get(name)?.(new DOMException('stolen', 'AbortError'));
    else if (this.#held.has(name)) {
      if (ifAvailable) return Promise.resolve(work(null));
      return Promise.reject(new DOMException('late', 'TimeoutError'));
    }
    return new Promise((resolve, reject) => {
      this.#held.set(name, reject);
      void Promise.resolve(work({})).then(() => {
        if (this.#held.get(name) === reject) this.#held.delete(name);
        resolve(null);
      });
    });
  };
}

const hold = () => {
  const taken = vi.fn();
  return { taken, hold: new SessionHold(taken) };
};

describe('SessionHold', () => {
  beforeEach(() => vi.stubGlobal('navigator', { locks: new Locks() }));
  afterEach(() => vi.unstubAllGlobals());

  it('gives a session to one tab', async () => {
    const [one, two] = [hold(), hold()];
    expect(one.hold.holder).not.toBe(two.hold.holder);
    expect(await one.hold.take('a', 'if-free')).toBe(true);
    expect(await one.hold.take('a', 'if-free')).toBe(true);
    expect(await two.hold.take('a', 'if-free')).toBe(false);
    expect(await two.hold.take('a', 'reloaded')).toBe(false);
    expect(await two.hold.take('b', 'if-free')).toBe(true);
    expect(one.taken).not.toHaveBeenCalled();
  });

  it('gives it to the next once it is let go of', async () => {
    const [one, two] = [hold(), hold()];
    await one.hold.take('a', 'if-free');
    one.hold.letGo();
    await Promise.resolve();
    expect(await two.hold.take('a', 'reloaded')).toBe(true);
    // Whoever goes on to another session lets go of the one before.
    await two.hold.take('b', 'if-free');
    await Promise.resolve();
    expect(await one.hold.take('a', 'if-free')).toBe(true);
    expect(two.taken).not.toHaveBeenCalled();
  });

  it('tells the tab that had it when another takes it over', async () => {
    const [one, two] = [hold(), hold()];
    await one.hold.take('a', 'if-free');
    expect(await two.hold.take('a', 'over')).toBe(true);
    await vi.waitFor(() => expect(one.taken).toHaveBeenCalledTimes(1));
    expect(await one.hold.take('a', 'if-free')).toBe(false);
    expect(two.taken).not.toHaveBeenCalled();
  });

  it('gives it to whoever opens it where the browser has no locks', async () => {
    vi.stubGlobal('navigator', {});
    const [one, two] = [hold(), hold()];
    expect(await one.hold.take('a', 'if-free')).toBe(true);
    expect(await two.hold.take('a', 'if-free')).toBe(true);
  });
});
