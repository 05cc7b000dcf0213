/** A number as an answer writes it. */
export interface Written {
  value: number;
  /** Half of the last place that was written. */
  within: number;
  /** As written, in small letters; empty without. */
  unit: string;
  /** Whether it is a whole number without anything that says of what. */
  bare: boolean;
}

const FIGURE = String.raw`(\d{1,3}(?:[,'’\u00a0\u2009\u202f]\d{3})+(?!\d)|\d+)(\.\d+)?`;
const UNIT = String.raw`(?:\s?(%|per ?cent(?:age points?)?(?!ile)|pct|×|x(?![a-z])|-?times\b|-?fold\b|hundred|thousand|million|billion|k(?![a-z])|mn?(?![a-z])|bn?(?![a-z])))`;
/** What may stand before it without a space: "x2.3", "EUR1,200". */
const PREFIX = String.raw`(x(?=\d)|(?:eur|usd|gbp|chf)(?=\d))?`;
/** Groups: what stands before, the whole, the decimals, the unit. */
export const NUMBER = new RegExp(String.raw`(?<![\w.,])${PREFIX}${FIGURE}${UNIT}?`, 'gi');
/** What goes on from one number to another of the same unit, which is written once: "12–15 %", "£1.2 to 1.5k". */
const TO_ANOTHER = new RegExp(String.raw`^\s?(?:[–—-]|to\s)\s?[£$€]?${FIGURE}${UNIT}`, 'i');
const AND_ANOTHER = new RegExp(String.raw`^\s(?:and|or)\s[£$€]?${FIGURE}${UNIT}`, 'i');
const BETWEEN = /(between|either)\s[£$€]?$/i;
const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  billion: 1e9,
  b: 1e9,
  bn: 1e9,
};
/** After these words the zeros at a number's end are its rounding. */
const ROUGHLY =
  /(about|around|roughly|nearly|almost|approximately|approx\.?|circa|ca\.|close to|up to|at least|at most|above|below|over|under|some|than|~|≈|>|<|≥|≤)\s*[^\d\s]?\s*$/i;

/** Reads a match of NUMBER by what stands around it. */
export function readNumber(match: RegExpMatchArray, before: string, after: string): Written {
  const [, prefix = '', whole = '', decimals = '', own] = match;
  const unit = (own ?? (/x/i.test(prefix) ? '×' : unitOfBoth(before, after))).toLowerCase().replace('-', '');
  const digits = whole.replace(/\D/g, '');
  const scale = SCALES[unit] ?? 1;
  const rounded = decimals === '' && (ROUGHLY.test(before) || after.startsWith('+'));
  const zeros = rounded ? /0*$/.exec(digits)![0].length : 0;
  const place = decimals === '' ? 10 ** Math.min(zeros, digits.length - 1) : 10 ** (1 - decimals.length);
  return {
    value: Number(digits + decimals) * scale,
    within: (place / 2) * scale,
    unit,
    bare: unit === '' && prefix === '' && decimals === '',
  };
}

/** The unit that stands at the second of two numbers and is meant of both. */
function unitOfBoth(before: string, after: string): string {
  const other = TO_ANOTHER.exec(after) ?? (BETWEEN.test(before) ? AND_ANOTHER.exec(after) : null);
  return other?.[3] ?? '';
}
