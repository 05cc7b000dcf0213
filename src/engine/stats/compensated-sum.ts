/** A sum that keeps what rounding loses. @see Neumaier 1974; Knuth, TAOCP 2, 4.2.2 (the exact error of one addition) */
export class CompensatedSum {
  #sum = 0;
  #lost = 0;

  add(value: number): void {
    const sum = this.#sum + value;
    const taken = sum - this.#sum;
    this.#lost += this.#sum - (sum - taken) + (value - taken);
    this.#sum = sum;
  }

  get value(): number {
    return this.#sum + this.#lost;
  }
}
