const LF = 0x0a;
const CR = 0x0d;

/** The place after the line that begins at `from`; -1 where its end has not been seen. */
export function lineEnd(bytes: Uint8Array, from: number, limit: number, final: boolean): number {
  let at = from;
  while (at < limit && bytes[at] !== LF && bytes[at] !== CR) at++;
  if (at >= limit) return final ? limit : -1;
  if (bytes[at] !== CR) return at + 1;
  if (at + 1 >= limit && !final) return -1;
  return bytes[at + 1] === LF && at + 1 < limit ? at + 2 : at + 1;
}
