import { isBlank } from './is-blank';
import { sameBytes } from './same-bytes';

const NONE: u32 = 0xffffffff;

/** See `Kernels.encode` in src/engine/kernels/kernels.ts. */
export function encode(
  bytes: usize,
  starts: usize,
  ends: usize,
  offsets: usize,
  from: i32,
  rows: i32,
  position: i32,
  state: usize,
  codes: usize,
): i32 {
  const slots = <usize>load<u32>(state);
  const mask = load<u32>(state, 4);
  const hashes = <usize>load<u32>(state, 8);
  const places = <usize>load<u32>(state, 12);
  const texts = <usize>load<u32>(state, 16);
  const mostTexts = load<u32>(state, 20);
  const mostBytes = load<u32>(state, 24);
  let size = load<u32>(state, 28);
  let before: u32 = NONE;
  for (let row = from; row < rows; row++) {
    const record = offsets + ((<usize>row) << 2);
    const cell = load<i32>(record) + position;
    let code: u32 = NONE;
    if (cell < load<i32>(record, 4)) {
      const start = load<u32>(starts + ((<usize>cell) << 2));
      const length = load<u32>(ends + ((<usize>cell) << 2)) - start;
      const at = bytes + <usize>start;
      if (length > 0) {
        if (before != NONE && holds(places, texts, before, at, length)) code = before;
        else if (!startsBlank(at) || !isBlank(at, length)) {
          const hash = hashOf(at, length);
          let slot = hash & mask;
          for (;;) {
            const entry = load<u64>(slots + ((<usize>slot) << 3));
            code = <u32>(entry >> 32);
            if (code == NONE) break;
            if (<u32>entry == hash && holds(places, texts, code, at, length)) break;
            slot = (slot + 1) & mask;
          }
          if (code == NONE) {
            const place = places + ((<usize>size) << 2);
            if (size == mostTexts || load<u32>(place) + length > mostBytes) {
              store<u32>(state, size, 28);
              return row;
            }
            code = size++;
            store<u64>(slots + ((<usize>slot) << 3), ((<u64>code) << 32) | <u64>hash);
            store<u32>(hashes + ((<usize>code) << 2), hash);
            memory.copy(texts + <usize>load<u32>(place), at, length);
            store<u32>(place, load<u32>(place) + length, 4);
          }
          before = code;
        }
      }
    }
    store<u32>(codes + ((<usize>row) << 2), code);
  }
  store<u32>(state, size, 28);
  return rows;
}

function startsBlank(at: usize): bool {
  const byte = load<u8>(at);
  return byte <= 0x20 || byte >= 0xc2;
}

/** Whether the text of that code is this one. */
function holds(places: usize, texts: usize, code: u32, at: usize, length: u32): bool {
  const place = places + ((<usize>code) << 2);
  const begins = load<u32>(place);
  return load<u32>(place, 4) - begins == length && sameBytes(texts + <usize>begins, at, length);
}

/** As `hashOf` in src/engine/table/build/text-hash.ts. */
function hashOf(at: usize, length: u32): u32 {
  let a = length;
  let b: u32 = 0x9e3779b9;
  const end = at + <usize>length;
  if (length >= 8) {
    for (const last = end - 8; ; at = min(at + 8, last)) {
      a = (a ^ load<u32>(at)) * 0x85ebca6b;
      b = (b ^ load<u32>(at, 4)) * 0xc2b2ae35;
      a ^= a >> 13;
      b ^= b >> 15;
      if (at == last) break;
    }
  } else if (length >= 4) {
    a = (a ^ load<u32>(at)) * 0x85ebca6b;
    b = (b ^ load<u32>(end - 4)) * 0xc2b2ae35;
  } else if (length > 0) {
    const middle = <u32>load<u8>(at + <usize>(length >> 1));
    a = (a ^ (<u32>load<u8>(at) | (middle << 8) | ((<u32>load<u8>(end - 1)) << 16))) * 0x85ebca6b;
  }
  const hash = (a ^ rotl<u32>(b, 16)) * 0x85ebca6b;
  return hash ^ (hash >> 15);
}
