import type { FormulaTrial, TryFormula } from '../../engine/index';

/** A person who types is let come to an end. */
const PAUSE_MS = 120;

type Ask = (asked: TryFormula, signal: AbortSignal) => Promise<FormulaTrial | null>;

/** A formula tried while it is written. */
export class TriedFormula {
  readonly #ask: Ask;
  #trial = $state.raw<FormulaTrial | null>(null);
  /** What the trial is of. */
  #of = $state.raw<string | null>(null);
  #asked = '';
  #abort: AbortController | null = null;
  #pause: ReturnType<typeof setTimeout> | undefined;

  constructor(ask: Ask) {
    this.#ask = ask;
  }

  /** The last answer; it stays while the next is on its way. */
  get trial(): FormulaTrial | null {
    return this.#trial;
  }

  /** The answer, if it is of that formula. */
  of(formula: string): FormulaTrial | null {
    return this.#of === formula ? this.#trial : null;
  }

  /** @param table where it is tried: another one is asked anew */
  look(asked: TryFormula, table: string): void {
    const key = JSON.stringify([asked, table]);
    if (key === this.#asked) return;
    const first = this.#asked === '';
    this.stop();
    this.#asked = key;
    if (asked.formula.trim() === '') {
      [this.#trial, this.#of] = [null, null];
      return;
    }
    const abort = (this.#abort = new AbortController());
    const begin = () => void this.#work(asked, abort.signal);
    if (first) begin();
    else this.#pause = setTimeout(begin, PAUSE_MS);
  }

  stop(): void {
    clearTimeout(this.#pause);
    this.#abort?.abort();
    this.#abort = null;
    this.#asked = '';
  }

  async #work(asked: TryFormula, signal: AbortSignal): Promise<void> {
    const trial = await this.#ask(asked, signal);
    if (signal.aborted || trial === null) return;
    [this.#trial, this.#of] = [trial, asked.formula];
  }
}
