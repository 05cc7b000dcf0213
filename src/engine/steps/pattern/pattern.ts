import { EngineError } from '../../errors';
import type { Refusal } from '../../recipe/step';
import { parsePattern, PatternRefused, type ParsedPattern, type PatternNode } from './parse-pattern';
import { PatternMachine, type Slots } from './pattern-machine';
import { programOf } from './pattern-program';

const LONGEST = 1_000;
/** Texts up to this length may be left to `RegExp` where the pattern is plain. */
const SHORT = 500;

/** A regular expression whose work grows with the text and never faster, whatever it says. */
export interface Pattern {
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  /** The first match from there on. */
  exec(text: string, from?: number): Slots | null;
}

/**
 * A pattern in the words of JavaScript's regular expressions with the flag `u`, without looking around and references
 * back. Matches are those of `RegExp`. Plain patterns on short texts are left to it; all others are run side by side.
 * @throws EngineError `bad-pattern`
 */
export function patternOf(source: string, { anyCase = false, whole = false } = {}): Pattern {
  const { parsed, written } = readPattern(source, anyCase, whole);
  const machine = new PatternMachine(programOf(parsed), 2 * (parsed.groups + 1));
  const native = isPlain(parsed.root) ? new RegExp(written, anyCase ? 'digu' : 'dgu') : null;
  return {
    groups: parsed.groups,
    names: parsed.names,
    exec: (text, from = 0) =>
      native && text.length <= SHORT ? nativeExec(native, text, from) : machine.exec(text, from),
  };
}

/** Why a pattern cannot be used; null if it can. */
export function patternFault(source: string): Refusal | null {
  try {
    programOf(readPattern(source, false, false).parsed);
    return null;
  } catch (error) {
    if (error instanceof EngineError) return { code: error.code, details: error.details };
    throw error;
  }
}

function readPattern(
  source: string,
  anyCase: boolean,
  whole: boolean,
): { parsed: ParsedPattern; written: string } {
  try {
    if (source === '') throw new PatternRefused('syntax');
    if (source.length > LONGEST) throw new PatternRefused('too-large');
    if (!isWritten(source)) throw new PatternRefused('syntax');
    const written = whole ? `^(?:${source})$` : source;
    const parsed = parsePattern(written, anyCase);
    programOf(parsed);
    return { parsed, written };
  } catch (error) {
    if (!(error instanceof PatternRefused)) throw error;
    throw new EngineError('bad-pattern', { pattern: source, reason: error.fault });
  }
}

function isWritten(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== '';
  } catch {
    return false;
  }
}

/** One character is repeated at most, so that no text has more than length² ways to be tried. */
function isPlain(root: PatternNode): boolean {
  let repeats = 0;
  const plain = (node: PatternNode): boolean => {
    switch (node.kind) {
      case 'char':
        return true;
      case 'at':
        // V8 finds edges between the halves of a character.
        return node.what === 'start' || node.what === 'end';
      case 'group':
        return plain(node.of);
      case 'repeat':
        return node.of.kind === 'char' && ++repeats <= 1;
      case 'sequence':
        return node.parts.every(plain);
      case 'either':
        return node.options.every(plain);
    }
  };
  return plain(root);
}

function nativeExec(shape: RegExp, text: string, from: number): Slots | null {
  shape.lastIndex = from;
  const found = shape.exec(text);
  return found && Int32Array.from((found.indices ?? []).flatMap((span) => span ?? [-1, -1]));
}
