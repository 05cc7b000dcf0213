/** Stirs 32 bits so that each bit of the input moves about half of the output. */
function stir(bits: number): number {
  let mixed = Math.imul(bits ^ (bits >>> 16), 0x7feb352d);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x846ca68b);
  return mixed ^ (mixed >>> 16);
}

/** 53 random bits from two words, as a number from 0 up to but not including 1. */
const uniform = (high: number, low: number): number =>
  ((high >>> 5) * 67108864 + (low >>> 6)) / 9007199254740992;

/** A stream of uniform numbers from 0 to just below 1 that is the same for the same seed, on every host. */
export function generator(seed: number): () => number {
  const start = stir(seed | 0) ^ stir(Math.floor(seed / 4294967296) + 0x51ed270b);
  let count = 0;
  return () => {
    count += 2;
    return uniform(stir(start ^ stir(count)), stir(start + stir(count + 1)));
  };
}

/** A new seed, different for each of the numbers given, for streams that must not resemble each other. */
export function seedFrom(seed: number, ...numbers: readonly number[]): number {
  let mixed = stir(seed | 0);
  for (const number of numbers) mixed = stir(mixed ^ stir((number + 0x9e3779b9) | 0));
  return mixed;
}

/**
 * A 32-bit hash of every row from its values, in the order of the columns, and the seed. Equal rows share a hash;
 * 0 and -0 are equal.
 */
export function hashRows(columns: readonly Float64Array[], seed: number): Uint32Array {
  const n = columns[0]?.length ?? 0;
  const hashes = new Uint32Array(n).fill(stir(seed | 0));
  for (const column of columns) {
    const words = new Uint32Array(column.buffer, column.byteOffset, 2 * n);
    for (let row = 0; row < n; row++) {
      const low = words[2 * row]!;
      const high = words[2 * row + 1]!;
      const isMinusZero = low === 0 && high === 0x80000000;
      hashes[row] = stir(stir(hashes[row]! ^ low) + (isMinusZero ? 0 : high));
    }
  }
  return hashes;
}
