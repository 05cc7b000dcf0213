import { Stopped, type Progress, type Work } from '../engine/index';
import type { Watch } from './api';
import { untilNotUrgent } from './at-work';

/** Longest stretch without hearing messages, so that Cancel is seen and a move of a selection need not wait. */
const STRETCH_MS = 16;
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

/** The engine's `Work` in a worker: reports progress, rests every 16 ms, gives way to what is urgent, stops when its call is stopped. */
export class HostWork implements Work {
  #stopped = false;
  #tellStopped = (): void => undefined;
  readonly #whenStopped = new Promise<void>((tell) => (this.#tellStopped = tell));
  #rested = performance.now();
  #reported = 0;
  /** How many urgent calls wait for it, itself among them. */
  #hurry = 0;
  /** Whose answer it waits for. */
  #waitsFor: HostWork | null = null;

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

  /** Does not give way any more, nor does the work it waits for; −1 takes that back. */
  hurry(by = 1): void {
    this.#hurry += by;
    this.#waitsFor?.hurry(by);
  }

  /** What another work finds out, which is as urgent as this meanwhile. */
  async waitFor<T>(other: HostWork, theirs: Promise<T>): Promise<T> {
    this.#waitsFor = other;
    other.hurry(this.#hurry);
    try {
      return await this.unlessStopped(theirs);
    } finally {
      this.#waitsFor = null;
      other.hurry(-this.#hurry);
    }
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
    const urgent = this.#hurry === 0 ? untilNotUrgent() : undefined;
    if (urgent) return this.#rest(urgent);
    return now - this.#rested > STRETCH_MS ? this.#rest() : undefined;
  }

  async #rest(urgent?: Promise<void>): Promise<void> {
    await (urgent ?? nextTurn());
    this.#rested = performance.now();
    if (this.#isStopped()) throw new Stopped();
  }

  #isStopped(): boolean {
    return this.#stopped || (this.flag !== null && Atomics.load(this.flag, 0) === this.call);
  }
}
