import type { Outcome, Watch } from './api';
import { whileUrgent, whileWaitedFor } from './at-work';
import { HostWork } from './host-work';
import { outcome } from './wire';

/** The calls under way: each can be watched, and stopped by its number. */
export class WatchedCalls {
  #flag: Int32Array | null = null;
  readonly #working = new Map<number, HostWork>();

  connect(flag: SharedArrayBuffer | null): void {
    this.#flag = flag && new Int32Array(flag);
  }

  stop(call: number): void {
    this.#working.get(call)?.stop();
  }

  /** The same, and all other work gives way to it. */
  protected urgently<T>(
    call: number,
    watch: Watch,
    make: (work: HostWork) => T | Promise<T>,
  ): Promise<Outcome<T>> {
    return whileUrgent(() =>
      this.watched(call, watch, (work) => {
        work.hurry();
        return make(work);
      }),
    );
  }

  protected async watched<T>(
    call: number,
    watch: Watch,
    make: (work: HostWork) => T | Promise<T>,
  ): Promise<Outcome<T>> {
    const work = new HostWork(call, watch, this.#flag);
    this.#working.set(call, work);
    try {
      return await whileWaitedFor(() => outcome(() => make(work)));
    } finally {
      this.#working.delete(call);
    }
  }
}
