import { Stopped, type Progress, type Work } from '../engine/index';
import type { Watch } from './api';

/** Longest stretch without hearing messages, so that Cancel is seen. */
const STRETCH_MS = 30;
const REPORT_MS = 80;

/** Gives way to the messages that wait; a timeout of 0 would cost 4 ms each time. */
const turn = new MessageChannel();
const waiting: (() => void)[] = [];
turn.port1.onmessage = () => waiting.shift()?.();

function nextTurn(): Promise<void> {
  return new Promise((resolve) => {
    waiting.push(resolve);
    turn.port2.postMessage(null);
  });
}

/** The engine's `Work` in a worker: reports progress, rests every 30 ms, stops when its call is stopped. */
export class HostWork implements Work {
  #stopped = false;
  #tellStopped = (): void => undefined;
  readonly #whenStopped = new Promise<void>((tell) => (this.#tellStopped = tell));
  #rested = performance.now();
  #reported = 0;

  constructor(
    readonly call: number,
    readonly watch: Watch | null,
    /** Shared with the page: the number of the call to stop. */
    readonly flag: Int32Array | null,
  ) {}

  stop(): void {
    this.#stopped = true;
    this.#tellStopped();
  }

  get stopped(): boolean {
    return this.#isStopped();
  }

  /** What others work out, or Stopped as soon as this is stopped. */
  async unlessStopped<T>(theirs: Promise<T>): Promise<T> {
    return Promise.race([
      theirs,
      this.#whenStopped.then((): never => {
        throw new Stopped();
      }),
    ]);
  }

  now(): number {
    return performance.now();
  }

  breathe(progress?: Progress): Promise<void> | undefined {
    if (this.#isStopped()) throw new Stopped();
    const now = performance.now();
    if (progress && this.watch && now - this.#reported > REPORT_MS) {
      this.#reported = now;
      this.watch(progress);
    }
    return now - this.#rested > STRETCH_MS ? this.#rest() : undefined;
  }

  async #rest(): Promise<void> {
    await nextTurn();
    this.#rested = performance.now();
    if (this.#isStopped()) throw new Stopped();
  }

  #isStopped(): boolean {
    return this.#stopped || (this.flag !== null && Atomics.load(this.flag, 0) === this.call);
  }
}
