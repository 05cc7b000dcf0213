const FREE = 0xffffffff;

/** Numbers pairs of 32-bit integers from 0 in order of appearance: open addressing, linear probing, at most half full. */
export class PairIndex {
  #a = new Uint32Array(1024);
  #b = new Uint32Array(1024);
  #numbers = new Uint32Array(1024).fill(FREE);
  #mask = 1023;
  #size = 0;

  /** The number of the pair; `next` if it is new. */
  numberOf(a: number, b: number, next: number): number {
    const place = this.#placeOf(a, b);
    const found = this.#numbers[place]!;
    if (found !== FREE) return found;
    this.#a[place] = a;
    this.#b[place] = b;
    this.#numbers[place] = next;
    if (++this.#size * 2 > this.#mask) this.#grow();
    return next;
  }

  #placeOf(a: number, b: number): number {
    let h = Math.imul(a ^ Math.imul(b, 0x85ebca6b), 0x9e3779b1);
    h = Math.imul(h ^ (h >>> 16), 0xc2b2ae35);
    let place = (h ^ (h >>> 13)) & this.#mask;
    while (this.#numbers[place] !== FREE && (this.#a[place] !== a || this.#b[place] !== b)) {
      place = (place + 1) & this.#mask;
    }
    return place;
  }

  #grow(): void {
    const [a, b, numbers] = [this.#a, this.#b, this.#numbers];
    const size = numbers.length * 2;
    this.#a = new Uint32Array(size);
    this.#b = new Uint32Array(size);
    this.#numbers = new Uint32Array(size).fill(FREE);
    this.#mask = size - 1;
    for (let i = 0; i < numbers.length; i++) {
      if (numbers[i] === FREE) continue;
      const place = this.#placeOf(a[i]!, b[i]!);
      this.#a[place] = a[i]!;
      this.#b[place] = b[i]!;
      this.#numbers[place] = numbers[i]!;
    }
  }
}
