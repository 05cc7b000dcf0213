import { patternOf } from '../../steps/pattern/pattern';
import { BLOCK, textsOf, type Node, type Surroundings } from '../node';
import { LONGEST_TEXT } from './joined';

/** Whether the text matches the pattern anywhere. */
export function matching([of, written]: readonly Node[]): Node {
  const source = textsOf(written!.read(0, 1, null))[0]!;
  const pattern = patternOf(source);
  const out = new Uint8Array(BLOCK);
  return {
    kind: 'boolean',
    read(from, to, live) {
      const texts = textsOf(of!.read(from, to, live));
      for (let i = 0; i < to - from; i++) {
        const text = texts[i]!;
        out[i] = (text as string | null) === null ? 2 : Number(pattern.exec(text) !== null);
      }
      return out;
    },
  };
}

/** One text for another wherever it stands; a blank for it takes it out. */
export function replaced([of, what, by]: readonly Node[], around: Surroundings): Node {
  const out = new Array<string | null>(BLOCK).fill(null);
  return {
    kind: 'text',
    read(from, to, live) {
      const texts = textsOf(of!.read(from, to, live));
      const wanted = textsOf(what!.read(from, to, live));
      const instead = textsOf(by!.read(from, to, live));
      for (let i = 0; i < to - from; i++) {
        const [text, found] = [texts[i] ?? null, wanted[i] ?? null];
        out[i] = text;
        if (text === null || found === null) continue;
        const parts = text.split(found);
        const put = instead[i] ?? '';
        const length = text.length + (parts.length - 1) * (put.length - found.length);
        out[i] = length > text.length && length > LONGEST_TEXT ? null : parts.join(put) || null;
        if (length > 0 && out[i] === null && (!live || live[i])) around.fault('outside', from + i);
      }
      return out;
    },
  };
}
