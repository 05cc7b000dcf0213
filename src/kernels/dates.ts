const YMD: i32 = 0;
const DMY: i32 = 1;
const BLANK: u32 = 0x20;
const CAPITAL_T: u32 = 0x54;
const COLON: u32 = 0x3a;
const DAY_MS: i64 = 86400000;

/** Where the part that was read last ends, and how many digits it had. */
let after: usize = 0;
let digits: u32 = 0;

/** The digits from `at` on, at most four. */
function part(at: usize, end: usize): i32 {
  let value: i32 = 0;
  let digit: u32 = 0;
  const most = min(end, at + 4);
  const begin = at;
  while (at < most && (digit = <u32>load<u8>(at) - 0x30) <= 9) {
    value = value * 10 + <i32>digit;
    at++;
  }
  digits = <u32>(at - begin);
  after = at;
  return value;
}

function daysIn(year: i32, month: i32): i32 {
  if (month == 2) return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
  return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
}

/** Days from 1970-01-01 to a day of the years 1 to 9999. */
function dayNumber(year: i32, month: i32, day: i32): i32 {
  const shifted = month > 2 ? year : year - 1;
  const era = shifted / 400;
  const yearOfEra = shifted - era * 400;
  const dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  return era * 146097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719468;
}

/** Whether two cells of at least eight bytes have the same ones. */
function same(a: usize, b: usize, length: usize): bool {
  const last = length - 8;
  for (let at: usize = 0; at < last; at += 8) {
    if (load<u64>(a + at) != load<u64>(b + at)) return false;
  }
  return load<u64>(a + last) == load<u64>(b + last);
}

/** See `Kernels.dates` in src/engine/kernels/kernels.ts. */
export function dates(
  bytes: usize,
  starts: usize,
  ends: usize,
  offsets: usize,
  from: i32,
  rows: i32,
  position: i32,
  order: i32,
  separator: i32,
  into: usize,
  state: usize,
): i32 {
  let count = 0;
  let largestFirst = 0;
  let largestSecond = 0;
  let yearDigits: u32 = 0;
  let timeParts = 0;
  let mark: u32 = 0;
  let before: usize = 0;
  let beforeLength: usize = 0;
  let moment: f64 = NaN;
  let row = from;
  for (; row < rows; row++) {
    const record = offsets + ((<usize>row) << 2);
    const cell = load<i32>(record) + position;
    const place = into + ((<usize>row) << 3);
    if (cell >= load<i32>(record, 4)) {
      store<f64>(place, NaN);
      continue;
    }
    const begin = bytes + <usize>load<u32>(starts + ((<usize>cell) << 2));
    const end = bytes + <usize>load<u32>(ends + ((<usize>cell) << 2));
    const length = end - begin;
    if (length == 0) {
      store<f64>(place, NaN);
      continue;
    }
    if (length < 8 ? true : length != beforeLength || !same(begin, before, length)) {
      const first = part(begin, end);
      const firstDigits = digits;
      if (after >= end || <i32>load<u8>(after) != separator) break;
      const second = part(after + 1, end);
      if (digits == 0 || digits > 2 || after >= end || <i32>load<u8>(after) != separator) break;
      const third = part(after + 1, end);
      if (firstDigits == 0 || digits == 0) break;
      if (order == YMD ? firstDigits != 4 || digits > 2 : firstDigits > 2 || (digits != 2 && digits != 4))
        break;
      let year = order == YMD ? first : third;
      const month = order == DMY || order == YMD ? second : first;
      const day = order == YMD ? third : order == DMY ? first : second;
      const ofYear = digits;
      if (order != YMD && ofYear == 2) year += year < 69 ? 2000 : 1900;
      if (year == 0 || month == 0 || month > 12 || day == 0 || day > daysIn(year, month)) break;
      let parts = 0;
      let clock: u32 = 0;
      let ms: i64 = 0;
      if (after < end) {
        clock = load<u8>(after);
        if (clock != BLANK && clock != CAPITAL_T) break;
        const hour = part(after + 1, end);
        if (digits == 0 || digits > 2 || hour > 23 || after >= end || load<u8>(after) != COLON) break;
        const minute = part(after + 1, end);
        if (digits != 2 || minute > 59) break;
        parts = 2;
        let seconds = 0;
        if (after < end && load<u8>(after) == COLON) {
          seconds = part(after + 1, end);
          if (digits != 2 || seconds > 59) break;
          parts = 3;
        }
        if (after < end) break;
        ms = <i64>((hour * 60 + minute) * 60 + seconds) * 1000;
        mark = clock;
        if (parts > timeParts) timeParts = parts;
      }
      if (order != YMD) {
        yearDigits = ofYear;
        if (first > largestFirst) largestFirst = first;
        if (second > largestSecond) largestSecond = second;
      }
      moment = <f64>(<i64>dayNumber(year, month, day) * DAY_MS + ms);
      before = begin;
      beforeLength = length;
    }
    store<f64>(place, moment);
    count++;
  }
  store<i32>(state, count);
  store<i32>(state, largestFirst, 4);
  store<i32>(state, largestSecond, 8);
  store<i32>(state, <i32>yearDigits, 12);
  store<i32>(state, timeParts, 16);
  store<i32>(state, <i32>mark, 20);
  return row;
}
