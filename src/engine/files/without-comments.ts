import type { Scan } from './scan-records';

const LF = 0x0a;
const CR = 0x0d;

/** The scanner made to pass over lines that begin with a byte such as `#`; they are counted in `block.comments`. */
export function withoutComments(scan: Scan, comment: number): Scan {
  return (block, from, limit, final) => {
    const { bytes, maxRows } = block;
    let at = from;
    while (block.rows < maxRows && at < limit) {
      if (bytes[at] === LF || bytes[at] === CR) {
        at++;
        continue;
      }
      if (bytes[at] === comment) {
        let end = at;
        while (end < limit && bytes[end] !== LF && bytes[end] !== CR) end++;
        if (end >= limit && !final) break;
        block.comments++;
        at = end;
        continue;
      }
      block.maxRows = block.rows + 1;
      const next = scan(block, at, limit, final);
      block.maxRows = maxRows;
      if (next === at) break;
      at = next;
    }
    return at;
  };
}
