const LF: u8 = 0x0a;
const CR: u8 = 0x0d;

/** See `Kernels.records` in src/engine/kernels/kernels.ts. */
export function records(
  bytes: usize,
  from: i32,
  limit: i32,
  delimiter: i32,
  quote: i32,
  places: usize,
  state: usize,
  starts: usize,
  ends: usize,
  offsets: usize,
): i32 {
  const mostRows = load<i32>(state);
  const mostCells = load<i32>(state, 4);
  let rows = load<i32>(state, 8);
  let mark = places + ((<usize>load<u32>(state, 12)) << 2);
  let cell = load<i32>(offsets + ((<usize>rows) << 2));
  let at = from;
  let complete = from;
  let completeMark = mark;
  while (rows < mostRows && at < limit) {
    let start = at;
    let end = -1;
    if (<i32>load<u8>(bytes + <usize>at) == quote) {
      end = closing(bytes, at + 1, limit, quote);
      if (end + 1 >= limit) break;
      const next = load<u8>(bytes + <usize>end, 1);
      if (next != <u8>delimiter && next != LF && next != CR) break;
      start++;
      at = end + 1;
    }
    while (load<i32>(mark) < at) mark += 4;
    at = load<i32>(mark);
    if (at >= limit || cell == mostCells) break;
    store<i32>(starts + ((<usize>cell) << 2), start);
    store<i32>(ends + ((<usize>cell) << 2), end < 0 ? at : end);
    cell++;
    const byte = load<u8>(bytes + <usize>at);
    if (byte == <u8>delimiter) {
      at++;
      continue;
    }
    at += byte == CR && at + 1 < limit && load<u8>(bytes + <usize>at, 1) == LF ? 2 : 1;
    const record = offsets + ((<usize>rows) << 2);
    const first = load<i32>(record);
    const isBlank =
      cell - first == 1 &&
      load<i32>(starts + ((<usize>first) << 2)) == load<i32>(ends + ((<usize>first) << 2));
    if (isBlank) cell = first;
    else {
      store<i32>(record, cell, 4);
      rows++;
    }
    complete = at;
    completeMark = mark;
  }
  store<i32>(state, rows, 8);
  store<u32>(state, <u32>((completeMark - places) >> 2), 12);
  return complete;
}

/** Where the next quote stands; `limit` or beyond where there is none before. */
function closing(bytes: usize, from: i32, limit: i32, quote: i32): i32 {
  const quotes = i8x16.splat(<i8>quote);
  for (let at = from; at < limit; at += 16) {
    const found = i8x16.bitmask(i8x16.eq(v128.load(bytes + <usize>at), quotes));
    if (found != 0) return at + ctz(found);
  }
  return limit;
}
