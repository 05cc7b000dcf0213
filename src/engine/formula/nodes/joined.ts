import type { Kind } from '../../table/columns';
import { BLOCK, marksOf, numbersOf, textsOf, type Node, type Surroundings } from '../node';
import { textOfDate, textOfNumber, textOfYesNo } from '../text-of';

/** Characters of a text that is put together, as a spreadsheet's cell; a longer one is a blank. */
export const LONGEST_TEXT = 32_767;

/** Values as one text; blanks are left out, and blanks alone are a blank. */
export function joined(args: readonly Node[], around: Surroundings): Node {
  const out = new Array<string | null>(BLOCK).fill(null);
  const texts = args.map(asTexts);
  return {
    kind: 'text',
    read(from, to, live) {
      const n = to - from;
      out.fill(null, 0, n);
      for (const one of texts) {
        const parts = textsOf(one.read(from, to, live));
        for (let i = 0; i < n; i++) {
          const part = parts[i]!;
          if ((part as string | null) !== null) out[i] = out[i] === null ? part : out[i]! + part;
        }
      }
      for (let i = 0; i < n; i++) {
        if (out[i] === null || out[i]!.length <= LONGEST_TEXT) continue;
        out[i] = null;
        if (!live || live[i]) around.fault('outside', from + i);
      }
      return out;
    },
  };
}

const WRITERS: Record<Exclude<Kind, 'text'>, (value: number) => string | null> = {
  number: textOfNumber,
  date: textOfDate,
  boolean: textOfYesNo,
};

/** Each value as `to_text` writes it. */
export function asTexts(of: Node): Node {
  if (of.kind === 'text') return of;
  const out = new Array<string | null>(BLOCK).fill(null);
  const write = WRITERS[of.kind];
  const marks = of.kind === 'boolean';
  return {
    kind: 'text',
    read(from, to, live) {
      const block = of.read(from, to, live);
      const values = marks ? marksOf(block) : numbersOf(block);
      for (let i = 0; i < to - from; i++) out[i] = write(values[i]!);
      return out;
    },
  };
}
