import type { StepEffect } from '../../engine/index';
import type { Outcome, StepAhead } from '../../workers/api';
import type { PlainError } from '../../workers/wire';

/** Rows of a sample that is looked at first. */
export const SAMPLE = 20_000;
/** From so many rows on a sample answers first. */
const MANY_ROWS = 100_000;
/** A person who types is let come to an end. */
const PAUSE_MS = 150;

type Ask = (
  ahead: StepAhead,
  sample: number | null,
  signal: AbortSignal,
) => Promise<Outcome<StepEffect | null>>;

/** What a step would do as it is chosen now: of a sample at once where there are many rows, then of all. */
export class EffectAhead {
  readonly #ask: Ask;
  #effect = $state.raw<StepEffect | null>(null);
  #error = $state.raw<PlainError | null>(null);
  #looking = $state(false);
  #asked = '';
  #abort: AbortController | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** Null until there is an answer. The last answer stays while the next is worked out. */
  get effect(): StepEffect | null {
    return this.#effect;
  }
  /** Why it could not be done. */
  get error(): PlainError | null {
    return this.#error;
  }
  /** Whether a better answer is on its way. */
  get looking(): boolean {
    return this.#looking;
  }

  /** @param rows how many there are before the step */
  look(ahead: StepAhead, rows: number): void {
    const key = JSON.stringify(ahead);
    if (key === this.#asked) return;
    const first = this.#asked === '';
    this.#end();
    this.#asked = key;
    this.#looking = true;
    const abort = (this.#abort = new AbortController());
    const begin = () => void this.#work(ahead, rows, abort.signal);
    if (first) begin();
    else this.#pause = setTimeout(begin, PAUSE_MS);
  }

  /** Nothing is asked any more: the choices cannot be taken as they are, or the form is gone. */
  stop(): void {
    this.#end();
    this.#asked = '';
    this.#effect = null;
    this.#error = null;
  }

  async #work(ahead: StepAhead, rows: number, signal: AbortSignal): Promise<void> {
    if (rows >= MANY_ROWS) {
      const sampled = await this.#ask(ahead, SAMPLE, signal);
      if (signal.aborted) return;
      if (sampled.ok && sampled.value) this.#take(sampled);
    }
    const whole = await this.#ask(ahead, null, signal);
    if (signal.aborted) return;
    this.#take(whole);
    this.#looking = false;
  }

  #take(answer: Outcome<StepEffect | null>): void {
    this.#effect = answer.ok ? answer.value : null;
    this.#error = 'error' in answer ? answer.error : null;
  }

  #end(): void {
    clearTimeout(this.#pause);
    this.#abort?.abort();
    this.#abort = null;
    this.#looking = false;
  }
}
