import * as Comlink from 'comlink';
import type { Progress } from '../engine/index';
import type { EngineApi, Outcome, Watch } from './api';
import engineUrl from './engine.worker.ts?worker&url';
import { startWorker } from './start-worker';

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

/** The page's only way to the engine: one worker, calls with progress and abort, and a new worker if it hangs. */
export class EngineClient {
  #worker!: Worker;
  #api!: Comlink.Remote<EngineApi>;
  #flag: Int32Array | null = null;
  #calls = 0;

  /** Called after a worker that hung was replaced; what it held must be brought back. */
  onRestart: (() => void) | null = null;

  constructor() {
    this.#start();
  }

  /** The calls that need no watching. */
  get api(): Comlink.Remote<EngineApi> {
    return this.#api;
  }

  /** Makes one call that can be watched and stopped; a stopped one ends with `{ ok: false, stopped: true }`. */
  async watched<T>(make: WatchedCall<T>, { signal, onProgress }: Watched): Promise<Outcome<T>> {
    const call = ++this.#calls;
    if (signal?.aborted) return { ok: false, stopped: true };
    const watch = Comlink.proxy((progress: Progress) => onProgress?.(progress));
    const worker = this.#worker;
    const over = new AbortController();
    let hung: ReturnType<typeof setTimeout> | undefined;
    const stopped = new Promise<Outcome<T>>((resolve) => {
      const stop = (): void => {
        this.#stop(call);
        hung = setTimeout(() => {
          if (worker === this.#worker) this.#restart();
          resolve({ ok: false, stopped: true });
        }, PATIENCE_MS);
      };
      signal?.addEventListener('abort', stop, { signal: over.signal });
    });
    try {
      return await Promise.race([
        make(this.#api, call, watch),
        this.#broken<T>(worker, over.signal),
        stopped,
      ]);
    } finally {
      clearTimeout(hung);
      over.abort();
    }
  }

  #stop(call: number): void {
    if (this.#flag) Atomics.store(this.#flag, 0, call);
    void this.#api.stop(call);
  }

  /** A worker that dies of its own, for want of memory as a rule, never answers; its error event does. */
  #broken<T>(worker: Worker, over: AbortSignal): Promise<Outcome<T>> {
    return new Promise((resolve) => {
      worker.addEventListener(
        'error',
        (event) => {
          event.preventDefault();
          const reason = event.message || 'the worker did not start';
          resolve({ ok: false, error: { code: 'worker-failed', details: { reason }, step: null } });
        },
        { once: true, signal: over },
      );
    });
  }

  #restart(): void {
    this.#worker.terminate();
    this.#start();
    this.onRestart?.();
  }

  #start(): void {
    this.#worker = startWorker(new URL(engineUrl, self.location.href), 'engine');
    this.#api = Comlink.wrap<EngineApi>(this.#worker);
    if (crossOriginIsolated && typeof SharedArrayBuffer === 'function') {
      const shared = new SharedArrayBuffer(4);
      this.#flag = new Int32Array(shared);
      void this.#api.connect(shared);
    }
  }
}
