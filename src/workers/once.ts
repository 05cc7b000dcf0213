import { Stopped } from '../engine/index';
import type { HostWork } from './host-work';

/**
 * A question answered once as long as what it was asked of is there. Who asks while the answer is under way waits for it;
 * where the first to ask gives up, the next one asks anew.
 */
export class Once<T> {
  readonly #known = new WeakMap<object, { value: T }>();
  readonly #answers = new WeakMap<object, { answer: Promise<T>; work: HostWork }>();

  /** The answer, where there is one already. */
  known(about: object): T | undefined {
    return this.#known.get(about)?.value;
  }

  async of(about: object, find: () => Promise<T>, work: HostWork): Promise<T> {
    for (;;) {
      const known = this.#answers.get(about);
      if (!known) return this.#ask(about, find, work);
      try {
        return await work.waitFor(known.work, known.answer);
      } catch (error) {
        if (!(error instanceof Stopped) || work.stopped) throw error;
      }
    }
  }

  #ask(about: object, find: () => Promise<T>, work: HostWork): Promise<T> {
    const answer = find();
    this.#answers.set(about, { answer, work });
    const forget = (): void => {
      if (this.#answers.get(about)?.answer === answer) this.#answers.delete(about);
    };
    answer.then((value) => this.#known.set(about, { value }), forget);
    return answer;
  }
}
