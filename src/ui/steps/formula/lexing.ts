/** Where the caret of a formula stands. */
export interface CaretAt {
  /** In a text, in brackets, in a word, or between. */
  in: 'text' | 'column' | 'word' | 'between';
  /** Where that begins; a column at its bracket. */
  from: number;
  /** Functions that are open there, the innermost last, and how many commas each has behind it. */
  open: readonly { name: string; commas: number }[];
}

const LETTER = /[\p{L}\p{N}_]/u;

/** Reads the formula up to the caret: enough of the language to help with writing it, not to understand it. */
export function caretIn(formula: string, caret: number): CaretAt {
  const open: { name: string; commas: number }[] = [];
  let [word, wordFrom] = ['', 0];
  for (let at = 0; at < caret; at++) {
    const sign = formula[at]!;
    if (sign === '"' || sign === "'" || sign === '[') {
      const closing = sign === '[' ? ']' : sign;
      const end = formula.indexOf(closing, at + 1);
      if (end < 0 || end >= caret) return { in: sign === '[' ? 'column' : 'text', from: at, open };
      at = end;
      word = '';
    } else if (LETTER.test(sign)) {
      if (word === '') wordFrom = at;
      word += sign;
    } else {
      if (sign === '(') open.push({ name: word, commas: 0 });
      else if (sign === ')') open.pop();
      else if (sign === ',' && open.length > 0) open.at(-1)!.commas++;
      if (!/\s/.test(sign) || formula.slice(at + 1).trimStart()[0] !== '(') word = '';
    }
  }
  const isWord = word !== '' && LETTER.test(formula[caret - 1] ?? '') && !/^\d/.test(word);
  return { in: isWord ? 'word' : 'between', from: isWord ? wordFrom : caret, open };
}
