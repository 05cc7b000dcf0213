import type { Code } from '../../../../engine/index';
import type { Outcome } from '../../../../workers/api';
import type { PlainError } from '../../../../workers/wire';

/** The code that was asked for last: what came of it, or why nothing did. */
export class CodeAsked {
  #code = $state.raw<Code | null>(null);
  #failed = $state.raw<PlainError | null>(null);
  #turn = 0;

  get code(): Code | null {
    return this.#code;
  }
  get failed(): PlainError | null {
    return this.#failed;
  }

  /** Waits for the code; what was asked for before comes too late then. */
  async of(asked: Promise<Outcome<Code>>): Promise<void> {
    const turn = ++this.#turn;
    const answer = await asked.catch(unexpected);
    if (turn !== this.#turn) return;
    this.#code = answer.ok ? answer.value : null;
    this.#failed = 'error' in answer ? answer.error : null;
  }
}

const unexpected = (thrown: unknown): { ok: false; error: PlainError } => ({
  ok: false,
  error: { code: 'unexpected', details: { reason: String(thrown) }, step: null },
});
