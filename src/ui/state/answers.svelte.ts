import type { AiAnswer } from '../../workers/api';

/** What an AI said about the charts of the work at hand, the latest first; stored with its session. */
export class Answers {
  #all = $state.raw<readonly AiAnswer[]>([]);
  /** Told when there is something to store. */
  onchange: () => void = () => {};

  get all(): readonly AiAnswer[] {
    return this.#all;
  }

  add(answer: AiAnswer): void {
    this.#all = [answer, ...this.#all];
    this.onchange();
  }

  remove(id: string): void {
    this.#all = this.#all.filter((answer) => answer.id !== id);
    this.onchange();
  }

  restore(answers: readonly AiAnswer[]): void {
    this.#all = answers;
  }
}
