/** First 32 bits of the fractional parts of the cube roots of the first 64 primes. */
const ROUND = Int32Array.of(
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
); // prettier-ignore
/** The same of the square roots of the first eight. */
const BEGIN = Int32Array.of(
  0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
); // prettier-ignore
const BLOCK = 64;
const LENGTH_AT = 56;
/** How much of a text is padded where it is encoded; longer ones take a copy. */
const SHORT = 512;
const DIGITS = new TextEncoder().encode('0123456789abcdef');

const state = new Int32Array(8);
const words = new Int32Array(64);
const short = new Uint8Array(SHORT * 3 + BLOCK * 2);
const rest = new Uint8Array(BLOCK * 2);
const hex = new Uint8Array(64);
const encoder = new TextEncoder();
const decoder = new TextDecoder('latin1');

/**
 * SHA-256 of a text's UTF-8, as 64 hexadecimal digits in small letters. At once, not by promise: WebCrypto costs a turn
 * of the event loop for each value, dozens of times as long for a million addresses. Source: FIPS 180-4.
 */
export function sha256(text: string): string {
  if (text.length > SHORT) return sha256Of(encoder.encode(text));
  const length = encoder.encodeInto(text, short).written;
  const whole = length - (length % BLOCK);
  state.set(BEGIN);
  const padded = pad(short, whole, length - whole, length);
  for (let at = 0; at < whole + padded; at += BLOCK) digest(short, at);
  return hexOfState();
}

/** The same of bytes. */
export function sha256Of(bytes: Uint8Array): string {
  const whole = bytes.length - (bytes.length % BLOCK);
  state.set(BEGIN);
  for (let at = 0; at < whole; at += BLOCK) digest(bytes, at);
  rest.set(bytes.subarray(whole));
  const padded = pad(rest, 0, bytes.length - whole, bytes.length);
  for (let at = 0; at < padded; at += BLOCK) digest(rest, at);
  return hexOfState();
}

/** Ends the last `left` bytes from `at` on with a bit of 1, zeros and the length of all; how many bytes these are then. */
function pad(bytes: Uint8Array, at: number, left: number, length: number): number {
  const padded = left < LENGTH_AT ? BLOCK : BLOCK * 2;
  bytes.fill(0, at + left, at + padded);
  bytes[at + left] = 0x80;
  // Twice 32 bits, as bits, the highest first.
  put(bytes, at + padded - 8, Math.floor(length / 0x20000000));
  put(bytes, at + padded - 4, length << 3);
  return padded;
}

function put(bytes: Uint8Array, at: number, word: number): void {
  bytes[at] = word >>> 24;
  bytes[at + 1] = word >>> 16;
  bytes[at + 2] = word >>> 8;
  bytes[at + 3] = word;
}

function hexOfState(): string {
  for (let at = 0; at < 64; at++) hex[at] = DIGITS[(state[at >> 3]! >>> (28 - (at & 7) * 4)) & 15]!;
  return decoder.decode(hex);
}

/** Fills `words` with what the 64 rounds of a block take. */
function spread(bytes: Uint8Array, from: number): void {
  const w = words;
  for (let i = 0, at = from; i < 16; i++, at += 4)
    w[i] = (bytes[at]! << 24) | (bytes[at + 1]! << 16) | (bytes[at + 2]! << 8) | bytes[at + 3]!;
  for (let i = 16; i < 64; i++) {
    const near = w[i - 2]!;
    const far = w[i - 15]!;
    const small = ((far >>> 7) | (far << 25)) ^ ((far >>> 18) | (far << 14)) ^ (far >>> 3);
    const large = ((near >>> 17) | (near << 15)) ^ ((near >>> 19) | (near << 13)) ^ (near >>> 10);
    w[i] = (w[i - 16]! + small + w[i - 7]! + large) | 0;
  }
}

function digest(bytes: Uint8Array, from: number): void {
  spread(bytes, from);
  const w = words;
  const k = ROUND;
  let a = state[0]!;
  let b = state[1]!;
  let c = state[2]!;
  let d = state[3]!;
  let e = state[4]!;
  let f = state[5]!;
  let g = state[6]!;
  let h = state[7]!;
  for (let i = 0; i < 64; i++) {
    const large = ((e >>> 6) | (e << 26)) ^ ((e >>> 11) | (e << 21)) ^ ((e >>> 25) | (e << 7));
    const one = (h + large + ((e & f) ^ (~e & g)) + k[i]! + w[i]!) | 0;
    const small = ((a >>> 2) | (a << 30)) ^ ((a >>> 13) | (a << 19)) ^ ((a >>> 22) | (a << 10));
    const two = (small + ((a & b) ^ (a & c) ^ (b & c))) | 0;
    h = g;
    g = f;
    f = e;
    e = (d + one) | 0;
    d = c;
    c = b;
    b = a;
    a = (one + two) | 0;
  }
  state[0] = state[0]! + a;
  state[1] = state[1]! + b;
  state[2] = state[2]! + c;
  state[3] = state[3]! + d;
  state[4] = state[4]! + e;
  state[5] = state[5]! + f;
  state[6] = state[6]! + g;
  state[7] = state[7]! + h;
}
