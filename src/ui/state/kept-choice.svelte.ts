/** What was chosen last in a place of its own, stored with the work at hand. */
export class KeptChoice<T> {
  #now = $state.raw<T | null>(null);
  /** Told when there is something to store. */
  onchange: () => void = () => {};

  get now(): T | null {
    return this.#now;
  }

  keep(chosen: T): void {
    this.#now = chosen;
    this.onchange();
  }

  restore(kept: T | null): void {
    this.#now = kept;
  }
}
