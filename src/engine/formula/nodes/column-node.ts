import { MISSING, type Column } from '../../table/columns';
import { BLOCK, type Block, type Node } from '../node';

/** The cells of a column. Numbers are not copied. */
export function columnNode(column: Column): Node {
  if (column.kind === 'text') return textNode(column);
  const { values } = column;
  return { kind: column.kind, read: (from, to): Block => values.subarray(from, to) };
}

function textNode({ codes, dictionary }: Extract<Column, { kind: 'text' }>): Node {
  const out = new Array<string | null>(BLOCK).fill(null);
  return {
    kind: 'text',
    coded: {
      size: dictionary.size,
      text: (code) => dictionary.text(code),
      read: (from, to) => codes.subarray(from, to),
    },
    read(from, to) {
      for (let row = from; row < to; row++) {
        const code = codes[row]!;
        out[row - from] = code === MISSING ? null : dictionary.text(code) || null;
      }
      return out;
    },
  };
}
