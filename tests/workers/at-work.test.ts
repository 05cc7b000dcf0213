import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { untilIdle, untilQuiet, whileWaitedFor } from '../../src/workers/at-work';

describe('untilQuiet', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  const waiting = (late: number) => {
    const quiet = { is: false };
    void untilQuiet(late).then(() => (quiet.is = true));
    return quiet;
  };

  it('waits for the work that somebody waits for, and a moment longer', async () => {
    let end!: () => void;
    const work = whileWaitedFor(() => new Promise<void>((resolve) => (end = resolve)));
    const quiet = waiting(performance.now() + 60_000);
    await vi.advanceTimersByTimeAsync(5_000);
    expect(quiet.is).toBe(false);
    end();
    await work;
    await vi.advanceTimersByTimeAsync(200);
    expect(quiet.is).toBe(false);
    await vi.advanceTimersByTimeAsync(600);
    expect(quiet.is).toBe(true);
  });

  it('waits no longer once it is late', async () => {
    let end!: () => void;
    void whileWaitedFor(() => new Promise<void>((resolve) => (end = resolve)));
    const quiet = waiting(performance.now() + 1_000);
    await vi.advanceTimersByTimeAsync(900);
    expect(quiet.is).toBe(false);
    await vi.advanceTimersByTimeAsync(600);
    expect(quiet.is).toBe(true);
    end();
  });

  it('ends its count where the work fails', async () => {
    await expect(whileWaitedFor(() => Promise.reject(new Error('no')))).rejects.toThrow('no');
  });
});

describe('untilIdle', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('waits no longer than it must', async () => {
    const late = performance.now() + 60_000;
    await untilIdle(late);
    let end!: () => void;
    const work = whileWaitedFor(() => new Promise<void>((resolve) => (end = resolve)));
    let is = false;
    void untilIdle(late).then(() => (is = true));
    await vi.advanceTimersByTimeAsync(1_000);
    expect(is).toBe(false);
    end();
    await work;
    await vi.advanceTimersByTimeAsync(10);
    expect(is).toBe(true);
  });
});
