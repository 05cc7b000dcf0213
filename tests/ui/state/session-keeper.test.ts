import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Understanding } from '../../../src/engine/index';
import type { Outcome, SessionInfo, SessionState } from '../../../src/workers/api';
import type { EngineClient } from '../../../src/workers/client';
import { SessionKeeper, type Snapshot } from '../../../src/ui/state/session-keeper.svelte';

const understanding = (file: string) =>
  ({ report: { name: file, bytes: 10, rows: 2, columns: [] } }) as unknown as Understanding;
const snapshot = (step: number, columns: readonly unknown[] = []): Snapshot =>
  ({
    history: [{ recipe: {}, choice: { columns } }],
    cursor: 0,
    segments: step,
    answers: [],
  }) as unknown as Snapshot;

/** A worker that stores what it is told to, or refuses. */
function worker() {
  const stored: { step: number | null; whole: boolean }[] = [];
  const infos = new Map<string, SessionInfo>();
  let refusal: string | null = null;
  const api = {
    saveSession: ({ info }: SessionState, whole: boolean): Promise<Outcome<SessionInfo>> => {
      if (refusal !== null)
        return Promise.resolve({ ok: false, error: { code: refusal, details: {}, step: null } });
      stored.push({ step: info.segments, whole });
      infos.set(info.id, info);
      return Promise.resolve({ ok: true, value: info });
    },
    sessions: () => Promise.resolve({ ok: true, value: [...infos.values()] }),
  };
  const client = { ask: (make: (on: typeof api) => unknown) => make(api) } as unknown as EngineClient;
  return { client, stored, refuse: (code: string | null) => (refusal = code) };
}

const persist = vi.fn(() => Promise.resolve(true));
beforeEach(() => {
  persist.mockClear();
  const kept = new Map<string, string>();
  vi.stubGlobal('sessionStorage', {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => kept.set(key, value),
    removeItem: (key: string) => kept.delete(key),
  });
  vi.stubGlobal('navigator', { storage: { persisted: () => Promise.resolve(false), persist } });
});
afterEach(() => vi.unstubAllGlobals());
const settled = () => new Promise((resolve) => setImmediate(resolve));

describe('SessionKeeper', () => {
  it('stores cells once, and again where they are read in another way', async () => {
    const { client, stored } = worker();
    const keeper = new SessionKeeper(client);
    await keeper.begin(understanding('a.csv'), snapshot(1));
    await keeper.update(snapshot(2));
    await keeper.update(snapshot(3, [['x', { kind: 'text' }]]));
    await keeper.update(snapshot(4, [['x', { kind: 'text' }]]));
    expect(stored).toEqual([
      { step: 1, whole: true },
      { step: 2, whole: false },
      { step: 3, whole: true },
      { step: 4, whole: false },
    ]);
    expect(keeper.current).toBe(keeper.lastOfThisTab());
  });

  it('asks the browser to keep the first work of a person, and not the sample', async () => {
    const { client } = worker();
    const keeper = new SessionKeeper(client);
    await keeper.begin(understanding('sample-shop.csv'), snapshot(1));
    await settled();
    expect(persist).not.toHaveBeenCalled();
    await keeper.begin(understanding('a.csv'), snapshot(1));
    await settled();
    expect(persist).toHaveBeenCalledTimes(1);
    await keeper.begin(understanding('b.csv'), snapshot(1));
    await settled();
    expect(persist).toHaveBeenCalledTimes(1);
  });

  it('stops storing what another tab has taken over, and says so', async () => {
    const { client, stored, refuse } = worker();
    const keeper = new SessionKeeper(client);
    await keeper.begin(understanding('a.csv'), snapshot(1));
    await settled();
    refuse('session-taken');
    await keeper.update(snapshot(2));
    refuse(null);
    await keeper.update(snapshot(3));
    expect([stored.length, keeper.lost, keeper.error, keeper.current]).toEqual([1, 'a.csv', null, null]);
    expect(keeper.lastOfThisTab()).toBeNull();
    await keeper.begin(understanding('a.csv'), snapshot(3), { name: 'a.csv, copy' });
    expect([stored.length, keeper.lost]).toEqual([2, null]);
  });

  it('stores no history behind cells that could not be stored', async () => {
    const { client, stored, refuse } = worker();
    const keeper = new SessionKeeper(client);
    refuse('storage-full');
    await keeper.begin(understanding('a.csv'), snapshot(1));
    await settled();
    refuse(null);
    await keeper.update(snapshot(2));
    expect([stored, keeper.error?.code, keeper.lost]).toEqual([[], 'storage-full', null]);
  });
});
