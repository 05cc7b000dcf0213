import type { Progress } from '../../engine/index';
import type { EngineClient, WatchedCall } from '../../workers/client';
import type { PlainError } from '../../workers/wire';

export type Doing = 'looking' | 'reading' | 'running' | 'exporting' | 'restoring';

/** Work shorter than this shows no progress. */
const QUIET_MS = 500;

/** The one call under way: its progress, its cancel, and how the last one ended. */
export class WatchedWork {
  readonly #client: EngineClient;
  #busy = $state.raw<{ progress: Progress | null; what: Doing } | null>(null);
  #working = $state(false);
  #error = $state.raw<PlainError | null>(null);
  #stopped = $state(false);
  #abort: AbortController | null = null;
  #turn = 0;

  constructor(client: EngineClient) {
    this.#client = client;
  }

  /** Work that has lasted over half a second, with its progress. */
  get busy(): { progress: Progress | null; what: Doing } | null {
    return this.#busy;
  }
  /** Whether any work is under way, however short. */
  get working(): boolean {
    return this.#working;
  }
  get error(): PlainError | null {
    return this.#error;
  }
  get stopped(): boolean {
    return this.#stopped;
  }

  cancel(): void {
    this.#abort?.abort();
  }

  fail(error: PlainError): void {
    this.#error = error;
  }

  dismiss(): void {
    this.#error = null;
    this.#stopped = false;
  }

  /** Makes the call and gives its value; null if it failed, was stopped or was overtaken by another. */
  async do<T>(what: Doing, make: WatchedCall<T>): Promise<T | null> {
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const turn = ++this.#turn;
    this.dismiss();
    this.#working = true;
    let progress: Progress | null = null;
    let loud = false;
    const show = (): void => {
      if (loud && turn === this.#turn) this.#busy = { progress, what };
    };
    const timer = setTimeout(() => {
      loud = true;
      show();
    }, QUIET_MS);
    const start = performance.now();
    const answer = await this.#client.watched(make, {
      signal: abort.signal,
      onProgress: (now) => {
        progress = now;
        show();
      },
    });
    clearTimeout(timer);
    // Progress has a port of its own, and what was on its way may come in after the answer.
    loud = false;
    // User timings, for whoever wants to know where the seconds go; the benchmark reads them.
    performance.measure(`tessera:${what}`, { start });
    if (turn !== this.#turn) return null;
    this.#busy = null;
    this.#working = false;
    if (answer.ok) return answer.value;
    if ('stopped' in answer) this.#stopped = true;
    else this.#error = answer.error;
    return null;
  }
}
