import type { Moment } from '../../workers/api';

const LONGEST = 200;

/** The moments a person went through, each a recipe and the choices it rests on, and which is the present one. */
export class History {
  #moments = $state.raw<readonly Moment[]>([]);
  #cursor = $state(-1);

  get moments(): readonly Moment[] {
    return this.#moments;
  }
  get cursor(): number {
    return this.#cursor;
  }
  get present(): Moment | null {
    return this.#moments[this.#cursor] ?? null;
  }
  get canUndo(): boolean {
    return this.#cursor > 0;
  }
  get canRedo(): boolean {
    return this.#cursor < this.#moments.length - 1;
  }

  /** The moment a step back or forth, without going there. */
  peek(by: -1 | 1): Moment | null {
    return this.#moments[this.#cursor + by] ?? null;
  }

  move(by: -1 | 1): void {
    if (this.peek(by)) this.#cursor += by;
  }

  /** The moment becomes the present one; what was undone is given up. */
  push(moment: Moment): void {
    const kept = this.#moments.slice(0, this.#cursor + 1).slice(-(LONGEST - 1));
    this.#moments = [...kept, moment];
    this.#cursor = this.#moments.length - 1;
  }

  restore(moments: readonly Moment[], cursor: number): void {
    this.#moments = moments;
    this.#cursor = Math.min(cursor, moments.length - 1);
  }
}
