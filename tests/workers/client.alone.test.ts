import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Outcome } from '../../src/workers/api';
import type { RunningEngine } from '../../src/workers/running-engine';

vi.mock('../../src/workers/engine.worker.ts?worker&url', () => ({ default: 'engine.js' }));
const { EngineClient } = await import('../../src/workers/client');

type Call = (call: number) => Promise<Outcome<string>>;

/** An engine that answers as told, and can be struck down. */
class FakeEngine implements RunningEngine {
  answered = false;
  ended = false;
  readonly stopped: number[] = [];
  #finish!: (end: Outcome<never>) => void;
  readonly over = new Promise<Outcome<never>>((resolve) => (this.#finish = resolve));
  readonly api: RunningEngine['api'];

  constructor(open: Call) {
    this.api = {
      open,
      stop: (call: number) => Promise.resolve(void this.stopped.push(call)),
    } as unknown as RunningEngine['api'];
  }

  die(reason: string): void {
    this.#finish({ ok: false, error: { code: 'worker-failed', details: { reason }, step: null } });
  }
  end(): void {
    this.ended = true;
    this.#finish({ ok: false, stopped: true });
  }
}

const never: Call = () => new Promise(() => {});
const answers: Call = () => Promise.resolve({ ok: true, value: 'read' });

function clientOf(...calls: Call[]) {
  const engines: FakeEngine[] = [];
  const client = new EngineClient(() => {
    const engine = new FakeEngine(calls[Math.min(engines.length, calls.length - 1)]!);
    engines.push(engine);
    return engine;
  });
  const open = (signal?: AbortSignal) =>
    client.watched(
      (api, call) => (api as unknown as { open: Call }).open(call),
      signal === undefined ? {} : { signal },
    );
  return { client, engines, open };
}

describe('EngineClient', () => {
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('crossOriginIsolated', false);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('gives the answer of the worker', async () => {
    expect(await clientOf(answers).open()).toEqual({ ok: true, value: 'read' });
  });

  it('does not ask at all where the person has stopped before', async () => {
    const asked = vi.fn(answers);
    expect(await clientOf(asked).open(AbortSignal.abort())).toEqual({ ok: false, stopped: true });
    expect(asked).not.toHaveBeenCalled();
  });

  it('tells the worker to stop, and keeps one that does', async () => {
    let answer!: (outcome: Outcome<string>) => void;
    const { engines, open } = clientOf(() => new Promise((resolve) => (answer = resolve)));
    const abort = new AbortController();
    const asked = open(abort.signal);
    abort.abort();
    expect(engines[0]!.stopped).toEqual([1]);
    answer({ ok: false, stopped: true });
    expect(await asked).toEqual({ ok: false, stopped: true });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(engines).toHaveLength(1);
  });

  it('replaces a worker that does not answer a stop within two seconds', async () => {
    const { client, engines, open } = clientOf(never, answers);
    client.onRestart = vi.fn();
    const abort = new AbortController();
    const asked = open(abort.signal);
    abort.abort();
    await vi.advanceTimersByTimeAsync(1999);
    expect(engines).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(1);
    expect(await asked).toEqual({ ok: false, stopped: true });
    expect(engines[0]!.ended).toBe(true);
    expect(client.onRestart).toHaveBeenCalledExactlyOnceWith({ ok: false, stopped: true });
    expect(await open()).toEqual({ ok: true, value: 'read' });
  });

  it('answers for a worker that dies, replaces it and says how it ended', async () => {
    const { client, engines, open } = clientOf(never, answers);
    client.onRestart = vi.fn();
    engines[0]!.answered = true;
    const [watched, asked] = [open(), client.ask(() => new Promise(() => {}))];
    engines[0]!.die('struck down');
    const end = {
      ok: false,
      error: { code: 'worker-failed', details: { reason: 'struck down' }, step: null },
    };
    expect(await watched).toEqual(end);
    expect(await asked).toEqual(end);
    expect(client.onRestart).toHaveBeenCalledExactlyOnceWith(end);
    expect(engines).toHaveLength(2);
    expect(await open()).toEqual({ ok: true, value: 'read' });
  });

  it('starts one that could not be loaded again only when it is asked', async () => {
    const { client, engines, open } = clientOf(never, answers);
    client.onRestart = vi.fn();
    const first = open();
    engines[0]!.die('not found');
    expect(await first).toMatchObject({ error: { code: 'worker-failed' } });
    await vi.advanceTimersByTimeAsync(10_000);
    expect(engines).toHaveLength(1);
    expect(await open()).toEqual({ ok: true, value: 'read' });
    expect(engines).toHaveLength(2);
    expect(client.onRestart).not.toHaveBeenCalled();
  });
});
