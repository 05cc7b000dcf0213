const MOST_DIGITS: u32 = 15;

/** See `Kernels.numbers` in src/engine/kernels/kernels.ts. */
export function numbers(
  bytes: usize,
  starts: usize,
  ends: usize,
  offsets: usize,
  from: i32,
  rows: i32,
  position: i32,
  decimal: i32,
  powers: usize,
  into: usize,
  good: usize,
): i32 {
  let count = 0;
  let row = from;
  for (; row < rows; row++) {
    const record = offsets + ((<usize>row) << 2);
    const cell = load<i32>(record) + position;
    let value: f64 = NaN;
    if (cell < load<i32>(record, 4)) {
      let at = bytes + <usize>load<u32>(starts + ((<usize>cell) << 2));
      const end = bytes + <usize>load<u32>(ends + ((<usize>cell) << 2));
      if (at < end) {
        const negative = load<u8>(at) == 0x2d;
        if (negative) at++;
        const begin = at;
        let mantissa: u64 = 0;
        let digit: u32 = 0;
        while (at < end && (digit = <u32>load<u8>(at) - 0x30) <= 9) {
          mantissa = mantissa * 10 + <u64>digit;
          at++;
        }
        const whole = <u32>(at - begin);
        let scale: u32 = 0;
        if (at < end && <i32>load<u8>(at) == decimal) {
          const fraction = ++at;
          while (at < end && (digit = <u32>load<u8>(at) - 0x30) <= 9) {
            mantissa = mantissa * 10 + <u64>digit;
            at++;
          }
          scale = <u32>(at - fraction);
        }
        const digits = whole + scale;
        if (at < end || digits == 0 || digits > MOST_DIGITS) break;
        if (whole > 1 && load<u8>(begin) == 0x30) break;
        value = <f64>mantissa;
        if (scale > 0) value /= load<f64>(powers + ((<usize>scale) << 3));
        if (negative && value != 0) value = -value;
        count++;
      }
    }
    store<f64>(into + ((<usize>row) << 3), value);
  }
  store<i32>(good, count);
  return row;
}
