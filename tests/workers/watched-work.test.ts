import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Progress } from '../../src/engine/index';
import { WatchedWork } from '../../src/ui/state/watched-work.svelte';
import type { Outcome } from '../../src/workers/api';
import type { EngineClient, Watched } from '../../src/workers/client';

const COMPARING: Progress = { phase: 'compare', done: 0, total: 1000, unit: 'rows' };

/** Work whose call ends, and tells of its progress, when told. */
function workAtHand() {
  let told: Watched['onProgress'];
  let finish!: (outcome: Outcome<string>) => void;
  const client = {
    watched: (_: unknown, { onProgress }: Watched) => {
      told = onProgress;
      return new Promise((resolve) => (finish = resolve));
    },
  } as unknown as EngineClient;
  const work = new WatchedWork(client);
  const done = work.do<string>('running', () => Promise.reject(new Error('not asked')));
  return { work, done, tell: () => told!(COMPARING), finish: (outcome: Outcome<string>) => finish(outcome) };
}

describe('WatchedWork', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('shows the progress of work that lasts', () => {
    const { work, tell } = workAtHand();
    tell();
    expect(work.busy).toBeNull();
    vi.advanceTimersByTime(500);
    expect(work.busy).toEqual({ progress: COMPARING, what: 'running' });
  });

  it.each<Outcome<string>>([
    { ok: true, value: 'segments' },
    { ok: false, stopped: true },
    { ok: false, error: { code: 'worker-failed', details: {}, step: null } },
  ])('shows none that comes in after the end: %o', async (outcome) => {
    const { work, done, tell, finish } = workAtHand();
    vi.advanceTimersByTime(600);
    tell();
    finish(outcome);
    await done;
    tell();
    expect(work.busy).toBeNull();
    expect(work.working).toBe(false);
  });
});
