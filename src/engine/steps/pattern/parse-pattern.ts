import { charTest, type CharTest } from './char-test';

/** A pattern taken apart. Every node but `repeat` and `either` stands for one way through. */
export type PatternNode =
  | { kind: 'char'; test: CharTest }
  | { kind: 'sequence'; parts: PatternNode[] }
  | { kind: 'either'; options: PatternNode[] }
  | { kind: 'repeat'; of: PatternNode; least: number; most: number; lazy: boolean }
  | { kind: 'group'; of: PatternNode; index: number }
  | { kind: 'at'; what: Place };
/** A place in the text that takes no character: its ends, the edge of a word. */
export type Place = 'start' | 'end' | 'edge' | 'no-edge';

export interface ParsedPattern {
  root: PatternNode;
  /** How many groups take something out. */
  groups: number;
  names: ReadonlyMap<string, number>;
}

/** Why a pattern is not used. */
export type PatternFault =
  /** It is not written as a pattern is. */
  | 'syntax'
  /** It looks ahead or behind. */
  | 'look-around'
  /** It asks for what a group found before. */
  | 'back-reference'
  /** It repeats what may be nothing. */
  | 'repeats-nothing'
  /** It is too long, or repeats too much. */
  | 'too-large';

/** Thrown by the parser alone; `patternOf` makes an error of it. */
export class PatternRefused extends Error {
  constructor(readonly fault: PatternFault) {
    super(fault);
  }
}

const PLACES: Readonly<Record<string, Place>> = { '^': 'start', $: 'end', '\\b': 'edge', '\\B': 'no-edge' };
/** One character as a pattern writes it: a class, an escape or itself. */
const ATOM =
  /\[(?:\\.|[^\]\\])*\]|\\(?:p\{[^}]*\}|P\{[^}]*\}|u\{[^}]*\}|u[dD][89abAB]..\\u[dD][c-fC-F]..|u.{4}|x..|c.|.)|./suy;
const REPEAT = /(?:[*+?]|\{(\d+)(,(\d*))?\})(\??)/y;
const GROUP = /\((?:\?:|\?<([\p{L}\p{N}_$]+)>|(?!\?))/uy;

/** Takes a pattern apart that `RegExp` with the flag `u` has accepted. @throws PatternRefused */
export function parsePattern(source: string, anyCase: boolean): ParsedPattern {
  const names = new Map<string, number>();
  let at = 0;
  let groups = 0;
  const take = (shape: RegExp): RegExpExecArray | null => {
    shape.lastIndex = at;
    const found = shape.exec(source);
    if (found) at += found[0].length;
    return found;
  };

  function either(): PatternNode {
    const options = [sequence()];
    while (source[at] === '|') {
      at++;
      options.push(sequence());
    }
    return options.length === 1 ? options[0]! : { kind: 'either', options };
  }

  function sequence(): PatternNode {
    const parts: PatternNode[] = [];
    while (at < source.length && source[at] !== '|' && source[at] !== ')') parts.push(repeated(one()));
    return parts.length === 1 ? parts[0]! : { kind: 'sequence', parts };
  }

  function one(): PatternNode {
    if (source[at] === '(') return group();
    const [text] = take(ATOM)!;
    const what = PLACES[text];
    if (what) return { kind: 'at', what };
    if (/^\\[1-9k]/.test(text)) throw new PatternRefused('back-reference');
    return { kind: 'char', test: charTest(text, anyCase) };
  }

  function group(): PatternNode {
    const found = take(GROUP);
    if (!found) throw new PatternRefused('look-around');
    const index = found[0] === '(?:' ? 0 : ++groups;
    if (found[1] !== undefined) names.set(found[1], index);
    const of = either();
    at++;
    return index === 0 ? of : { kind: 'group', of, index };
  }

  function repeated(of: PatternNode): PatternNode {
    const found = take(REPEAT);
    if (!found) return of;
    const [text, low, comma, high, lazy] = found;
    const least = low === undefined ? (text[0] === '+' ? 1 : 0) : Number(low);
    const most =
      low === undefined ? (text[0] === '?' ? 1 : Infinity) : comma ? (high ? Number(high) : Infinity) : least;
    if (canBeNothing(of)) throw new PatternRefused('repeats-nothing');
    return { kind: 'repeat', of, least, most, lazy: lazy !== '' };
  }

  const root = either();
  return { root, groups, names };
}

function canBeNothing(node: PatternNode): boolean {
  switch (node.kind) {
    case 'char':
      return false;
    case 'at':
      return true;
    case 'group':
      return canBeNothing(node.of);
    case 'repeat':
      return node.least === 0 || canBeNothing(node.of);
    case 'sequence':
      return node.parts.every(canBeNothing);
    case 'either':
      return node.options.some(canBeNothing);
  }
}
