/** Lists of whole numbers by a 32-bit key, held in typed arrays. Keys that share a slot share a list. */
export class PostingLists {
  readonly #heads: Int32Array;
  readonly #counts: Uint32Array;
  readonly #next: Int32Array;
  readonly #items: Uint32Array;
  readonly #mask: number;
  #used = 0;

  /** @param most how many items there will be at most */
  constructor(most: number) {
    let size = 1024;
    while (size < most * 2) size *= 2;
    this.#mask = size - 1;
    this.#heads = new Int32Array(size).fill(-1);
    this.#counts = new Uint32Array(size);
    this.#next = new Int32Array(most);
    this.#items = new Uint32Array(most);
  }

  add(key: number, item: number): void {
    const slot = key & this.#mask;
    this.#items[this.#used] = item;
    this.#next[this.#used] = this.#heads[slot]!;
    this.#heads[slot] = this.#used++;
    this.#counts[slot]!++;
  }

  /** Tells all items of a key, the last added first; none where there are more than `most`. */
  each(key: number, most: number, tell: (item: number) => void): void {
    const slot = key & this.#mask;
    if (this.#counts[slot]! > most) return;
    for (let at = this.#heads[slot]!; at >= 0; at = this.#next[at]!) tell(this.#items[at]!);
  }
}
