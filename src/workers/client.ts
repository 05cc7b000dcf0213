import * as Comlink from 'comlink';
import type { Progress } from '../engine/index';
import type { EngineApi, Outcome, Watch } from './api';
import type { Ground } from './self-test/attempts';
import type { SelfTest } from './self-test/self-test';
import { startEngine, type RunningEngine } from './running-engine';

/** A worker that has not answered a stop for so long is ended and started anew. */
const PATIENCE_MS = 2000;

export interface Watched {
  signal?: AbortSignal;
  onProgress?: (progress: Progress) => void;
}

export type WatchedCall<T> = (
  api: Comlink.Remote<EngineApi>,
  call: number,
  watch: Watch & Comlink.ProxyMarked,
) => Promise<Outcome<T>>;

/** The page's only way to the engine: one worker, calls with progress and abort, and a new worker if it hangs or dies. */
export class EngineClient {
  readonly #begin: () => RunningEngine;
  #engine!: RunningEngine;
  #dead = false;
  #flag: Int32Array | null = null;
  #calls = 0;

  /** Called after a worker that hung or died was replaced, with how it ended; what it held must be brought back. */
  onRestart: ((end: Outcome<never>) => void) | null = null;

  constructor(begin: () => RunningEngine = startEngine) {
    this.#begin = begin;
    this.#start();
  }

  /** A call that needs no watching; it ends even if the worker does not answer any more. */
  async ask<T>(make: (api: Comlink.Remote<EngineApi>) => Promise<Outcome<T>>): Promise<Outcome<T>> {
    const { api, over } = this.#alive();
    return Promise.race([make(api), over]);
  }

  /** Makes one call that can be watched and stopped; a stopped one ends with `{ ok: false, stopped: true }`. */
  async watched<T>(make: WatchedCall<T>, { signal, onProgress }: Watched): Promise<Outcome<T>> {
    const call = ++this.#calls;
    if (signal?.aborted) return { ok: false, stopped: true };
    const engine = this.#alive();
    const watch = Comlink.proxy((progress: Progress) => onProgress?.(progress));
    const done = new AbortController();
    let hung: ReturnType<typeof setTimeout> | undefined;
    const stop = (): void => {
      if (this.#flag) Atomics.store(this.#flag, 0, call);
      void engine.api.stop(call);
      hung = setTimeout(() => this.#replace(engine, { ok: false, stopped: true }), PATIENCE_MS);
    };
    signal?.addEventListener('abort', stop, { signal: done.signal });
    try {
      return await Promise.race([make(engine.api, call, watch), engine.over]);
    } finally {
      clearTimeout(hung);
      done.abort();
    }
  }

  /** The engine, started once more if it could not be loaded before. */
  #alive(): RunningEngine {
    if (this.#dead) this.#start();
    return this.#engine;
  }

  #replace(engine: RunningEngine, end: Outcome<never>): void {
    if (engine !== this.#engine) return;
    this.#start();
    engine.end();
    this.onRestart?.(end);
  }

  #start(): void {
    const engine = (this.#engine = this.#begin());
    this.#dead = false;
    // One that did work is replaced at once; one that could not be loaded waits to be asked again.
    void engine.over.then((end) => {
      if (engine.answered) this.#replace(engine, end);
      else if (engine === this.#engine) this.#dead = true;
    });
    if (crossOriginIsolated && typeof SharedArrayBuffer === 'function') {
      const shared = new SharedArrayBuffer(4);
      this.#flag = new Int32Array(shared);
      void engine.api.connect(shared);
    }
  }
}

/** Tries to send from page and workers, as far as this browser lets it; loaded when it is asked for. */
export const selfTest = async (address: string | null, here: Omit<Ground, 'scope'>): Promise<SelfTest> =>
  (await import('./self-test/self-test')).selfTest(address, here);
