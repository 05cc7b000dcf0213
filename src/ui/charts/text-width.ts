/** Pixels at 12 px, about: Public Sans of weight 500, a little more rather than less. */
const WIDTHS: readonly (readonly [letters: string, width: number])[] = [
  [" ijl|'.,:;!`·\u00a0", 3.3],
  ['Irt()[]{}-/\\"*f', 4.9],
  ['mMW%@…', 10.9],
  ['wNHQ', 9.4],
  ['ABCDGKOPRSUVXYZ&', 8.7],
  ['0123456789', 7.8],
];
const OTHER = 7.1;
const SLIM = 6;
const WIDE = 12.5;
const SIZE = 12;
const known = new Map(WIDTHS.flatMap(([letters, width]) => [...letters].map((one) => [one, width] as const)));
/** Chinese, Japanese and Korean, and pictures. */
const BROAD =
  /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffe0]|\p{Extended_Pictographic}|\p{Regional_Indicator}/u;
const FROM_THE_RIGHT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/;
/** Accents over a letter, and what joins pictures into one. */
const WIDTHLESS = /^[\p{M}\u200b-\u200f\u2066-\u2069\ufe0f]/u;

function letterWidth(letter: string): number {
  const width = known.get(letter);
  if (width !== undefined) return width;
  if (BROAD.test(letter)) return WIDE;
  if (WIDTHLESS.test(letter)) return 0;
  return FROM_THE_RIGHT.test(letter) ? SLIM : OTHER;
}

/** A width that words need, about; of several, the widest. */
export function widthOf(texts: readonly string[], size = SIZE): number {
  let most = 0;
  for (const text of texts) {
    let width = 0;
    for (const letter of text) width += letterWidth(letter);
    most = Math.max(most, width);
  }
  return Math.ceil((most * size) / SIZE);
}

/** Letters as they are seen: an accent and a picture of several parts are not torn apart. */
const lettersOf = (text: string): string[] =>
  // Not in every browser that the rest runs in.
  'Segmenter' in Intl
    ? Array.from(new Intl.Segmenter().segment(text), ({ segment }) => segment)
    : Array.from(text);

const CUT = '…';

/** A name cut at its end so that it fits. */
export const fitted = (text: string, room: number, size = SIZE): string =>
  cutTo(text, room, size, (letters, most) => letters.slice(0, most).join('').trimEnd() + CUT);

/** A name with its middle left out. */
const fittedMiddle = (text: string, room: number, size: number): string =>
  cutTo(text, room, size, (letters, most) => {
    const tail = Math.floor(most / 2);
    const [head, end] = [letters.slice(0, most - tail), letters.slice(letters.length - tail)];
    return head.join('').trimEnd() + CUT + end.join('').trimStart();
  });

function cutTo(
  text: string,
  room: number,
  size: number,
  cut: (letters: readonly string[], most: number) => string,
): string {
  if (widthOf([text], size) <= room) return text;
  const letters = lettersOf(text);
  let [most, none] = [1, letters.length];
  while (none - most > 1) {
    const half = Math.floor((most + none) / 2);
    if (widthOf([cut(letters, half)], size) <= room) most = half;
    else none = half;
  }
  return cut(letters, most);
}

/**
 * Names beside each other, cut at their ends; those that would then read the same lose their middles, and if that is no
 * help, what they begin with alike.
 */
export function fittedNames(names: readonly string[], room: number, size = SIZE): string[] {
  const ways: ((name: string, alike: readonly string[]) => string)[] = [
    (name) => fittedMiddle(name, room, size),
    (name, alike) => fitted(withoutStart(name, alike), room, size),
  ];
  let cut = names.map((name) => fitted(name, room, size));
  for (const way of ways) {
    const alike = new Map<string, string[]>();
    cut.forEach((name, i) => alike.set(name, [...(alike.get(name) ?? []), names[i]!]));
    cut = cut.map((name, i) => (new Set(alike.get(name)).size > 1 ? way(names[i]!, alike.get(name)!) : name));
  }
  return cut;
}

/** What comes after the letters that all of them begin with, from the beginning of a word. */
function withoutStart(name: string, alike: readonly string[]): string {
  let same = 0;
  while (same < name.length && alike.every((other) => other[same] === name[same])) same++;
  const start = name.slice(0, same).search(/[^\s_\-/]*$/);
  return start > 0 ? CUT + name.slice(start) : name;
}

/** A name on as many lines as there is room for, broken at spaces where it has some. */
export function wrapped(text: string, room: number, lines: number, size = SIZE): string[] {
  const out: string[] = [];
  let rest = text;
  while (out.length < lines - 1 && widthOf([rest], size) > room) {
    const line = lineOf(rest, room, size);
    out.push(line.trim());
    rest = rest.slice(line.length).trimStart();
  }
  return [...out, fitted(rest, room, size)];
}

/** Where a line may end: after a space, a bar, or before a capital within a word. */
const END = /[\s_\-/]|\p{Ll}(?=\p{Lu})/gu;

function lineOf(text: string, room: number, size: number): string {
  let best = '';
  for (const {
    index,
    0: { length },
  } of text.matchAll(END)) {
    const line = text.slice(0, index + length);
    if (widthOf([line.trimEnd()], size) > room) break;
    best = line;
  }
  if (best !== '') return best;
  const letters = lettersOf(text);
  let most = 1;
  while (most < letters.length && widthOf([letters.slice(0, most + 1).join('')], size) <= room) most++;
  return letters.slice(0, most).join('');
}
