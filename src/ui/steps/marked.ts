/** A piece of a text that stays, goes or is new. */
export interface Piece {
  text: string;
  is: 'same' | 'gone' | 'new';
}

/** Longer texts are compared from both ends only. */
const LONG = 160;

/** What of a text stays, goes and is new, character by character. */
export function markedPieces(before: string, after: string): Piece[] {
  const [a, b] = [[...before], [...after]];
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end++;
  const [was, is] = [a.slice(start, a.length - end), b.slice(start, b.length - end)];
  const middle: Piece[] =
    was.length > LONG || is.length > LONG
      ? [
          { text: was.join(''), is: 'gone' },
          { text: is.join(''), is: 'new' },
        ]
      : between(was, is);
  return joined([
    { text: a.slice(0, start).join(''), is: 'same' },
    ...middle,
    { text: a.slice(a.length - end).join(''), is: 'same' },
  ]);
}

/** By the longest common part of both. */
function between(a: readonly string[], b: readonly string[]): Piece[] {
  const width = b.length + 1;
  const common = new Uint16Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--)
      common[i * width + j] =
        a[i] === b[j]
          ? common[(i + 1) * width + j + 1]! + 1
          : Math.max(common[(i + 1) * width + j]!, common[i * width + j + 1]!);
  const pieces: Piece[] = [];
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    if (i < a.length && j < b.length && a[i] === b[j]) {
      pieces.push({ text: a[i]!, is: 'same' });
      i++;
      j++;
    } else if (i < a.length && (j === b.length || common[(i + 1) * width + j]! >= common[i * width + j + 1]!))
      pieces.push({ text: a[i++]!, is: 'gone' });
    else pieces.push({ text: b[j++]!, is: 'new' });
  }
  return pieces;
}

function joined(pieces: readonly Piece[]): Piece[] {
  const all: Piece[] = [];
  for (const piece of pieces) {
    const last = all.at(-1);
    if (last?.is === piece.is) last.text += piece.text;
    else if (piece.text !== '') all.push({ ...piece });
  }
  return all;
}

/** Whether what is left of the text can be read with what goes marked in it: nothing is new. */
export const onlyGoes = (pieces: readonly Piece[]): boolean => pieces.every((piece) => piece.is !== 'new');
