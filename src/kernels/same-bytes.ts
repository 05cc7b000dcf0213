/** Whether two texts have the same bytes. Up to 15 bytes past their ends may be looked at. */
export function sameBytes(a: usize, b: usize, length: u32): bool {
  let left = <i32>length;
  for (; left > 16; left -= 16, a += 16, b += 16) {
    if (i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b))) != 0xffff) return false;
  }
  const same = i8x16.bitmask(i8x16.eq(v128.load(a), v128.load(b)));
  return (same | (-1 << left)) == -1;
}
