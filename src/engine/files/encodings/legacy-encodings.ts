import type { Script } from './known-letters';

/** An encoding that has no mark of its own and is known only by the letters it gives. */
export interface LegacyEncoding {
  label: string;
  script: Script;
  /** What its letters look like, as a class of Unicode. */
  letters: RegExp;
  /** Whether words mix its letters with those of ASCII, as é stands between b and c. */
  mixesWithAscii: boolean;
  /** Several bytes to a character. */
  wide: boolean;
}

const LATIN = /\p{Script=Latin}/u;
const HAN = /\p{Script=Han}/u;

const latin = (label: string, script: Script): LegacyEncoding => ({
  label,
  script,
  letters: LATIN,
  mixesWithAscii: true,
  wide: false,
});
const own = (label: string, script: Script, letters: RegExp, wide = false): LegacyEncoding => ({
  label,
  script,
  letters,
  mixesWithAscii: false,
  wide,
});

/** Likeliest first: of two that read a file equally well the earlier one is taken. */
export const LEGACY_ENCODINGS: readonly LegacyEncoding[] = [
  latin('windows-1252', 'western'),
  latin('windows-1250', 'central'),
  own('windows-1251', 'cyrillic', /\p{Script=Cyrillic}/u),
  own('shift_jis', 'japanese', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u, true),
  own('gb18030', 'simplified', HAN, true),
  own('big5', 'traditional', HAN, true),
  own('euc-kr', 'korean', /[\p{Script=Hangul}]/u, true),
  own('euc-jp', 'japanese', /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー々]/u, true),
  latin('windows-1254', 'turkish'),
  latin('windows-1257', 'baltic'),
  own('windows-1253', 'greek', /\p{Script=Greek}/u),
  own('windows-1255', 'hebrew', /\p{Script=Hebrew}/u),
  own('windows-1256', 'arabic', /\p{Script=Arabic}/u),
  own('windows-874', 'thai', /\p{Script=Thai}/u),
  latin('macintosh', 'western'),
  latin('iso-8859-2', 'central'),
  own('koi8-r', 'cyrillic', /\p{Script=Cyrillic}/u),
  own('ibm866', 'cyrillic', /\p{Script=Cyrillic}/u),
  own('iso-8859-5', 'cyrillic', /\p{Script=Cyrillic}/u),
  own('iso-8859-7', 'greek', /\p{Script=Greek}/u),
];
