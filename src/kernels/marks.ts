const LF: i8 = 0x0a;
const CR: i8 = 0x0d;

/** See `Kernels.marks` in src/engine/kernels/kernels.ts. */
export function marks(bytes: usize, length: i32, delimiter: i32, into: usize): i32 {
  const delimiters = i8x16.splat(<i8>delimiter);
  const feeds = i8x16.splat(LF);
  const returns = i8x16.splat(CR);
  let out = into;
  for (let at = 0; at < length; at += 16) {
    const seen = v128.load(bytes + <usize>at);
    const ends = v128.or(i8x16.eq(seen, feeds), i8x16.eq(seen, returns));
    let found = i8x16.bitmask(v128.or(i8x16.eq(seen, delimiters), ends));
    if (length - at < 16) found &= (1 << (length - at)) - 1;
    while (found != 0) {
      store<u32>(out, at + ctz(found));
      out += 4;
      found &= found - 1;
    }
  }
  return <i32>((out - into) >> 2);
}
