import { isBlank } from './is-blank';

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
        else if (!isBlank(at, length)) {
          const hash = hashOf(at, length);
          let slot = hash & mask;
          for (;;) {
            code = load<u32>(slots + ((<usize>slot) << 2));
            if (code == NONE) break;
            if (load<u32>(hashes + ((<usize>code) << 2)) == hash && holds(places, texts, code, at, length))
              break;
            slot = (slot + 1) & mask;
          }
          if (code == NONE) {
            const place = places + ((<usize>size) << 2);
            if (size == mostTexts || load<u32>(place) + length > mostBytes) {
              store<u32>(state, size, 28);
              return row;
            }
            code = size++;
            store<u32>(slots + ((<usize>slot) << 2), code);
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

/** Whether the text of that code is this one. */
function holds(places: usize, texts: usize, code: u32, at: usize, length: u32): bool {
  const place = places + ((<usize>code) << 2);
  const begins = load<u32>(place);
  if (load<u32>(place, 4) - begins != length) return false;
  let mine = texts + <usize>begins;
  let other = at;
  const end = at + <usize>length;
  while (other + 8 <= end) {
    if (load<u64>(mine) != load<u64>(other)) return false;
    mine += 8;
    other += 8;
  }
  while (other < end) {
    if (load<u8>(mine) != load<u8>(other)) return false;
    mine++;
    other++;
  }
  return true;
}

/** As `hashOf` in src/engine/table/build/text-hash.ts. */
function hashOf(at: usize, length: u32): u32 {
  let hash = length;
  const end = at + <usize>length;
  while (at + 4 <= end) {
    hash = (hash ^ load<u32>(at)) * 0x85ebca6b;
    hash ^= hash >> 13;
    at += 4;
  }
  while (at < end) {
    hash = (hash ^ (<u32>load<u8>(at))) * 0xc2b2ae35;
    at++;
  }
  return hash ^ (hash >> 16);
}
