import { BLOCK, marksOf, numbersOf, textsOf, type Block, type Node } from '../node';

export type CompareSign = '=' | '<>' | '<' | '<=' | '>' | '>=';

const BLANK = 2;

/** Yes or no of two values of one kind; blank where one of them is. Texts are in the order of their characters' codes. */
export function compared(sign: CompareSign, [left, right]: readonly Node[]): Node {
  const out = new Uint8Array(BLOCK);
  const [a, b] = [left!, right!];
  const compare = a.kind === 'text' ? compareTexts : a.kind === 'boolean' ? compareMarks : compareNumbers;
  return {
    kind: 'boolean',
    read(from, to, live) {
      compare(sign, a.read(from, to, live), b.read(from, to, live), out, to - from);
      return out;
    },
  };
}

function compareNumbers(sign: CompareSign, one: Block, other: Block, out: Uint8Array, n: number): void {
  const [x, y] = [numbersOf(one), numbersOf(other)];
  switch (sign) {
    case '=':
      for (let i = 0; i < n; i++) out[i] = x[i] === y[i] ? 1 : 0;
      break;
    case '<>':
      for (let i = 0; i < n; i++) out[i] = x[i] === y[i] ? 0 : 1;
      break;
    case '<':
      for (let i = 0; i < n; i++) out[i] = x[i]! < y[i]! ? 1 : 0;
      break;
    case '<=':
      for (let i = 0; i < n; i++) out[i] = x[i]! <= y[i]! ? 1 : 0;
      break;
    case '>':
      for (let i = 0; i < n; i++) out[i] = x[i]! > y[i]! ? 1 : 0;
      break;
    case '>=':
      for (let i = 0; i < n; i++) out[i] = x[i]! >= y[i]! ? 1 : 0;
      break;
  }
  for (let i = 0; i < n; i++) if (x[i] !== x[i] || y[i] !== y[i]) out[i] = BLANK;
}

function compareMarks(sign: CompareSign, one: Block, other: Block, out: Uint8Array, n: number): void {
  const [x, y] = [marksOf(one), marksOf(other)];
  const same = sign === '=' ? 1 : 0;
  for (let i = 0; i < n; i++)
    out[i] = x[i] === BLANK || y[i] === BLANK ? BLANK : x[i] === y[i] ? same : 1 - same;
}

function compareTexts(sign: CompareSign, one: Block, other: Block, out: Uint8Array, n: number): void {
  const [x, y] = [textsOf(one), textsOf(other)];
  for (let i = 0; i < n; i++) {
    const [a, b] = [x[i]!, y[i]!];
    out[i] =
      (a as string | null) === null || (b as string | null) === null ? BLANK : Number(holds(sign, a, b));
  }
}

function holds(sign: CompareSign, a: string, b: string): boolean {
  switch (sign) {
    case '=':
      return a === b;
    case '<>':
      return a !== b;
    case '<':
      return a < b;
    case '<=':
      return a <= b;
    case '>':
      return a > b;
    case '>=':
      return a >= b;
  }
}
