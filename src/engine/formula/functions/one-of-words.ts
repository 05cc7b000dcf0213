import { formulaFault } from '../fault';
import { nearest } from '../nearest';
import type { Typed } from '../typed';

/** Refuses an argument, if there is one at that place, that is none of these words. */
export const oneOfWords =
  (place: number, words: readonly string[]) =>
  (args: readonly Typed[]): void => {
    const arg = args[place];
    if (arg?.type !== 'constant' || words.includes(String(arg.value))) return;
    const near = nearest(String(arg.value ?? ''), words) ?? words[0]!;
    throw formulaFault('one-of', arg, {
      expected: words,
      found: String(arg.value ?? ''),
      proposal: `"${near}"`,
    });
  };
