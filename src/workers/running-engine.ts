import * as Comlink from 'comlink';
import type { EngineApi, Outcome } from './api';
import engineUrl from './engine.worker.ts?worker&url';
import { startWorker } from './start-worker';

/** One worker from its start to its end. */
export interface RunningEngine {
  api: Comlink.Remote<EngineApi>;
  /** Whether it has ever said a word; one that never did could not be loaded. */
  readonly answered: boolean;
  /** Ends with the worker: with an error if it died of its own, as stopped if it was ended. */
  over: Promise<Outcome<never>>;
  end(): void;
}

/** Starts the engine. One that cannot be started is over at once, with the reason. */
export function startEngine(): RunningEngine {
  let worker: Worker | null = null;
  let answered = false;
  let finish!: (outcome: Outcome<never>) => void;
  const over = new Promise<Outcome<never>>((resolve) => (finish = resolve));
  const fail = (reason: string): void =>
    finish({
      ok: false,
      error: { code: 'worker-failed', details: { reason, started: answered }, step: null },
    });
  try {
    worker = startWorker(new URL(engineUrl, self.location.href), 'engine');
    worker.addEventListener('message', () => (answered = true), { once: true });
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      fail(event.message ?? '');
    });
  } catch (thrown) {
    fail(thrown instanceof Error ? thrown.message : String(thrown));
  }
  return {
    // What is asked of an engine that is not there is answered by `over`.
    api: Comlink.wrap<EngineApi>(worker ?? new MessageChannel().port1),
    get answered() {
      return answered;
    },
    over,
    end() {
      worker?.terminate();
      finish({ ok: false, stopped: true });
    },
  };
}
