/** A file system takes 255 bytes for a name; of several words none takes more than this. */
const MOST_BYTES = 60;
const PACKED = /\.(?:gz|zip|bz2|zst|xz)$/i;
/** An ending has a letter in front: the 2 of "Spring 1.2" is none. */
const ENDING = /\.[a-z][a-z\d]{0,9}$/i;

/**
 * The name of a file to take away: words in small letters, joined by hyphens, letters and digits of all scripts and
 * nothing else, so that it can stand in every file system, address and command: `sample-superstore-segments.py`. A word
 * nothing is left of is left out; a name nothing is left of is `tessera`.
 * @param words what it was made from, what it holds, and of which part
 * @param ending without a point in front
 */
export function fileName(words: readonly string[], ending: string): string {
  const plain = words.map(plainWord).filter((word) => word !== '');
  return `${plain.join('-') || 'tessera'}.${ending}`;
}

/** The name of a file without its ending, also where it is packed. */
export const stemOf = (file: string): string => file.replace(PACKED, '').replace(ENDING, '');

function plainWord(word: string): string {
  const plain = word
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-');
  return shortened(plain).replace(/^-+|-+$/g, '');
}

/** Whole characters from the front, as many as there is room for. */
function shortened(text: string): string {
  const encoder = new TextEncoder();
  let bytes = 0;
  let short = '';
  for (const character of text) {
    bytes += encoder.encode(character).length;
    if (bytes > MOST_BYTES) return short;
    short += character;
  }
  return short;
}
