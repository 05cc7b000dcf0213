/**
 * The number a text says, NaN if it says none. Currency signs, grouped thousands, a leading − and exponents are
 * understood; whole numbers that do not fit a 64-bit float exactly are not.
 */
export function numberFromText(text: string, decimal: '.' | ','): number {
  const trimmed = text
    .replace(/\p{Sc}/u, '')
    .replace('\u2212', '-')
    .replace(/^([+-])\s+/, '$1')
    .trim();
  const found = (decimal === '.' ? POINT : COMMA).exec(trimmed);
  if (!found) return NaN;
  const [, sign = '', whole = '', , fraction = '', exponent = ''] = found;
  const digits = whole.replace(/\D/g, '');
  if (digits === '' && fraction === '') return NaN;
  const value = Number(`${sign}${digits || '0'}.${fraction || '0'}${exponent}`);
  if (!Number.isFinite(value)) return NaN;
  const isWhole = fraction === '' && exponent === '';
  return isWhole && !Number.isSafeInteger(value) ? NaN : value;
}

/** Sign, whole part in threes with one kind of mark or none, fraction, exponent. */
const pattern = (marks: string, decimal: string) =>
  new RegExp(
    `^([+-]?)(\\d{1,3}(?:(${marks})\\d{3})(?:\\3\\d{3})*|\\d*)(?:${decimal}(\\d*))?([eE][+-]?\\d+)?$`,
  );

const POINT = pattern("[,'’ \\u00a0\\u202f]", '\\.');
const COMMA = pattern("[.'’ \\u00a0\\u202f]", ',');
