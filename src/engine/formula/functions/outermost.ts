import type { Kind } from '../../table/columns';
import { BLOCK, numbersOf, type Node } from '../node';

/** The least or greatest of several numbers or dates in each row; blanks are passed over. */
export function outermost(args: readonly Node[], kind: Kind, which: 'least' | 'greatest'): Node {
  const out = new Float64Array(BLOCK);
  const least = which === 'least';
  return {
    kind,
    read(from, to, live) {
      const n = to - from;
      args.forEach((arg, place) => {
        const values = numbersOf(arg.read(from, to, live));
        for (let i = 0; i < n; i++) {
          const [value, best] = [values[i]!, out[i]!];
          if (place === 0 || best !== best || (least ? value < best : value > best)) out[i] = value;
        }
      });
      return out;
    },
  };
}
