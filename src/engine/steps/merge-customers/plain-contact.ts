/** Where dots before the @ do not count. */
const DOTLESS = new Set(['gmail.com', 'googlemail.com']);
/** National numbers differ in their last digits; those before are a country, a zero or nothing. */
const TELLING = 9;
const LEAST = 7;
const TITLES = new Set('mr mrs ms miss dr prof herr frau mme mlle sir'.split(' '));

/** An address in lower case without a `+tag` and, at Gmail, without dots; empty where there is no address. */
export function plainEmail(text: string): string {
  const plain = text.normalize('NFKC').trim().toLowerCase();
  const at = plain.lastIndexOf('@');
  if (at < 1 || /\s/.test(plain) || !plain.slice(at).includes('.')) return '';
  const domain = plain.slice(at + 1);
  const local = plain.slice(0, at).replace(/\+.*$/, '');
  return `${DOTLESS.has(domain) ? local.replaceAll('.', '') : local}@${domain}`;
}

/** The last nine digits of a number; empty where there are fewer than seven, or all are the same. */
export function plainPhone(text: string): string {
  const digits = text.normalize('NFKC').replace(/\(0\)/g, '').replace(/\D/g, '');
  const telling = digits.slice(-TELLING);
  return telling.length < LEAST || /^(\d)\1*$/.test(telling) ? '' : telling;
}

/** The words of a name in the order of the alphabet: lower case, without accents, marks and titles. */
export function plainName(text: string): string {
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/ß/g, 'ss')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !TITLES.has(word));
  return words.sort((a, b) => (a < b ? -1 : 1)).join(' ');
}

/** A place or code as it is compared: letters and digits in lower case. */
export const plainPlace = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '');
