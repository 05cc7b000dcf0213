const MARKED = /([\p{Script=Latin}\p{Script=Greek}])\p{Mn}+/gu;
const PLAIN_ASCII = /^[\x20-\x7e]*$/;

/** Latin letters that are not a plain letter with a mark. */
const LETTERS: Readonly<Record<string, string>> = {
  ß: 'ss', ẞ: 'SS', æ: 'ae', Æ: 'AE', œ: 'oe', Œ: 'OE', ø: 'o', Ø: 'O', ł: 'l', Ł: 'L', đ: 'd', Đ: 'D', ð: 'd', Ð: 'D',
  þ: 'th', Þ: 'TH', ħ: 'h', Ħ: 'H', ı: 'i', ŀ: 'l', ŋ: 'n', Ŋ: 'N', ŧ: 't', Ŧ: 'T', ſ: 's',
}; // prettier-ignore
const OTHERS = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'gu');

/**
 * Latin and Greek letters without their marks: `é` as `e`, `ß` as `ss`. Marks of other scripts stay, where they are
 * part of the letter.
 */
export function foldAccents(text: string): string {
  if (PLAIN_ASCII.test(text)) return text;
  return text
    .normalize('NFD')
    .replace(MARKED, '$1')
    .normalize('NFC')
    .replace(OTHERS, (letter) => LETTERS[letter]!);
}
