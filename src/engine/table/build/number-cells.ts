import { textOf } from './cell-bytes';
import type { NumberFormat } from './number-format';

const POWERS = Float64Array.from({ length: 23 }, (_, power) => Number(`1e${power}`));
const MOST_DIGITS = 15;
const PHONE_DIGITS = 7;
const IP_GROUPS = 4;
/** Every blank, of whatever width, is one mark between groups. */
const BLANK_MARK = 0x20;

/**
 * Reads the numbers of one column that are written in one format: with a currency or a percent sign, digits in groups,
 * and less than nothing as `-5`, `5-` or `(5)`. Nothing is remembered from one cell to the next.
 */
export class NumberCells {
  readonly #decimal: number;
  readonly #group: number;
  readonly #unit: Uint8Array;
  readonly #percent: boolean;
  #bytes: Uint8Array = new Uint8Array(0);
  #at = 0;
  #last = 0;
  #negative = false;
  #plus = false;
  #open = false;
  #united = false;
  #mantissa = 0;
  #mark = 0;

  constructor(readonly format: NumberFormat) {
    this.#decimal = format.decimal.charCodeAt(0);
    this.#group = format.decimal === '.' ? 0x2c : 0x2e;
    this.#unit = new TextEncoder().encode(format.unit ?? '');
    this.#percent = format.unit === '%';
  }

  /**
   * The number the bytes spell, rounded as `Number` rounds; NaN where they spell none in this format. A percentage
   * is the number written ÷ 100. Leading zeros and whole parts of more than 15 digits are no quantities.
   */
  parse(bytes: Uint8Array, start: number, end: number): number {
    this.#bytes = bytes;
    this.#at = start;
    this.#last = end;
    this.#negative = this.#plus = this.#open = this.#united = false;
    this.#mantissa = 0;
    if (!this.#before()) return NaN;
    const begin = this.#at;
    const whole = this.#whole();
    if (whole < 0 || whole > MOST_DIGITS || (whole > 1 && bytes[begin] === 0x30)) return NaN;
    if (this.#plus && whole >= PHONE_DIGITS && this.format.unit === null) return NaN;
    let fraction = 0;
    if (this.#at < end && bytes[this.#at] === this.#decimal) {
      this.#at++;
      fraction = this.#digits();
    }
    if (whole + fraction === 0) return NaN;
    const digitsEnd = this.#at;
    const power = this.#exponent() - fraction - (this.#percent ? 2 : 0);
    if (!this.#after() || (this.#percent && !this.#united)) return NaN;
    const value =
      whole + fraction > MOST_DIGITS
        ? longNumber(textOf(bytes, begin, digitsEnd), power)
        : scaled(this.#mantissa, power);
    return this.#negative && value !== 0 ? -value : value;
  }

  /** Signs, an opening bracket, the unit and blanks, each at most once; leaves off at the first digit. */
  #before(): boolean {
    let signed = false;
    while (this.#at < this.#last) {
      const byte = this.#bytes[this.#at]!;
      if ((byte >= 0x30 && byte <= 0x39) || byte === this.#decimal) return true;
      const minus = this.#minus();
      if (minus > 0 || byte === 0x2b) {
        if (signed || this.#open) return false;
        signed = true;
        this.#negative = minus > 0;
        this.#plus = minus === 0;
        this.#at += Math.max(minus, 1);
      } else if (byte === 0x28) {
        if (signed || this.#open) return false;
        this.#open = this.#negative = true;
        this.#at++;
      } else if (!this.#takeUnit() && !this.#takeBlank()) return false;
    }
    return false;
  }

  /** Blanks, the unit, a closing bracket where one is open, a minus where no sign stood before. */
  #after(): boolean {
    let closed = !this.#open;
    while (this.#at < this.#last) {
      const minus = this.#minus();
      if (this.#bytes[this.#at] === 0x29) {
        if (closed) return false;
        closed = true;
        this.#at++;
      } else if (minus > 0) {
        if (this.#negative || this.#plus) return false;
        this.#negative = true;
        this.#at += minus;
      } else if (!this.#takeUnit() && !this.#takeBlank()) return false;
    }
    return closed;
  }

  /** Bytes of the minus here, `-` or U+2212; 0 for none. */
  #minus(): number {
    const byte = this.#bytes[this.#at];
    if (byte === 0x2d) return 1;
    const isWide = byte === 0xe2 && this.#bytes[this.#at + 1] === 0x88 && this.#bytes[this.#at + 2] === 0x92;
    return isWide ? 3 : 0;
  }

  #takeUnit(): boolean {
    const unit = this.#unit;
    if (unit.length === 0 || this.#united || this.#last - this.#at < unit.length) return false;
    for (let i = 0; i < unit.length; i++) if (this.#bytes[this.#at + i] !== unit[i]) return false;
    this.#at += unit.length;
    this.#united = true;
    return true;
  }

  #takeBlank(): boolean {
    const width = this.#blank();
    this.#at += width;
    return width > 0;
  }

  /** Bytes of the blank here, of any width; 0 for none. */
  #blank(): number {
    const bytes = this.#bytes;
    const byte = bytes[this.#at];
    if (byte === 0x20 || byte === 0x09) return 1;
    if (byte === 0xc2) return bytes[this.#at + 1] === 0xa0 ? 2 : 0;
    if (byte !== 0xe2 || bytes[this.#at + 1] !== 0x80) return 0;
    // Figure, punctuation, thin and narrow no-break blanks.
    const third = bytes[this.#at + 2]!;
    return (third >= 0x87 && third <= 0x89) || third === 0xaf ? 3 : 0;
  }

  /** Takes digits into the mantissa and counts them. */
  #digits(): number {
    const from = this.#at;
    let digit = 0;
    while (this.#at < this.#last && (digit = this.#bytes[this.#at]! - 0x30) >= 0 && digit <= 9) {
      this.#mantissa = this.#mantissa * 10 + digit;
      this.#at++;
    }
    return this.#at - from;
  }

  /** How many digits stand before the fraction, groups taken together; −1 where they are not grouped as numbers are. */
  #whole(): number {
    const begin = this.#at;
    const first = this.#digits();
    let [all, last, groups] = [first, first, 1];
    let threes = true;
    let twos = true;
    let between = 0;
    for (let width = this.#markWidth(); width > 0; width = this.#markWidth()) {
      const next = this.#at + width;
      if (next >= this.#last || !isDigit(this.#bytes[next])) break;
      if (groups > 1) {
        if (this.#mark !== between) return -1;
        threes &&= last === 3;
        twos &&= last === 2;
      }
      between = this.#mark;
      this.#at = next;
      last = this.#digits();
      all += last;
      groups++;
    }
    if (groups === 1) return all;
    if (last !== 3 || first < 1) return -1;
    if (this.format.lakh) return twos && first <= 2 ? all : -1;
    return threes && first <= 3 && !(groups === IP_GROUPS && this.#isAddress(begin)) ? all : -1;
  }

  /** Bytes of the mark between two groups here, noting which it is; 0 for none. */
  #markWidth(): number {
    const byte = this.#at < this.#last ? this.#bytes[this.#at]! : 0;
    this.#mark = byte;
    if (byte === this.#group || byte === 0x27) return 1;
    if (byte !== BLANK_MARK && byte < 0xc2) return 0;
    if (byte === 0xe2 && this.#bytes[this.#at + 1] === 0x80 && this.#bytes[this.#at + 2] === 0x99) {
      this.#mark = 0x27;
      return 3;
    }
    this.#mark = BLANK_MARK;
    return this.#blank();
  }

  /** Four groups with points between them, none above 255: an address of the internet. */
  #isAddress(begin: number): boolean {
    if (this.format.unit !== null) return false;
    const parts = textOf(this.#bytes, begin, this.#at).split('.').map(Number);
    return parts.length === IP_GROUPS && parts.every((part) => part <= 255);
  }

  /** The exponent here; 0 where there is none, and then nothing is taken. */
  #exponent(): number {
    const bytes = this.#bytes;
    if (this.#at >= this.#last || (bytes[this.#at]! | 0x20) !== 0x65) return 0;
    const sign = bytes[this.#at + 1];
    const from = this.#at + (sign === 0x2d || sign === 0x2b ? 2 : 1);
    let at = from;
    let value = 0;
    while (at < this.#last && isDigit(bytes[at])) value = value * 10 + bytes[at++]! - 0x30;
    if (at === from || at - from > 3) return 0;
    this.#at = at;
    return sign === 0x2d ? -value : value;
  }
}

const isDigit = (byte: number | undefined): boolean => byte !== undefined && byte >= 0x30 && byte <= 0x39;

/** Up to 15 digits by a power of ten up to 22 are exact but for one rounding (Clinger 1990). */
function scaled(mantissa: number, power: number): number {
  if (power < -22 || power > 22) return finite(Number(`${mantissa}e${power}`));
  return power < 0 ? mantissa / POWERS[-power]! : finite(mantissa * POWERS[power]!);
}

const longNumber = (written: string, power: number): number =>
  finite(Number(`${written.replace(/\D/g, '')}e${power}`));

const finite = (value: number): number => (Number.isFinite(value) ? value : NaN);
