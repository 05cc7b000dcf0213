import type { BinsAhead, RecipeStep } from '../../engine/index';

type Params = RecipeStep['params'];
type Ask = (chosen: Params, signal: AbortSignal) => Promise<BinsAhead | null>;

/**
 * The bins of a column as they are chosen now. One question is under way at a time: of those that come meanwhile only
 * the newest is asked, so that a limit that is dragged is followed as fast as answers come.
 */
export class BinsLook {
  readonly #ask: Ask;
  #bins = $state.raw<BinsAhead | null>(null);
  #asked = '';
  #next: Params | null = null;
  #abort: AbortController | null = null;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Null until there is an answer; the last one stays while the next is worked out. */
  get bins(): BinsAhead | null {
    return this.#bins;
  }

  look(chosen: Params): void {
    const key = JSON.stringify(chosen);
    if (key === this.#asked) return;
    this.#asked = key;
    this.#next = chosen;
    if (this.#abort === null) void this.#follow((this.#abort = new AbortController()).signal);
  }

  stop(): void {
    this.#abort?.abort();
    this.#abort = null;
    this.#next = null;
    this.#asked = '';
  }

  async #follow(signal: AbortSignal): Promise<void> {
    while (this.#next) {
      const chosen = this.#next;
      this.#next = null;
      const found = await this.#ask(chosen, signal);
      if (signal.aborted) return;
      if (found) this.#bins = found;
    }
    this.#abort = null;
  }
}
