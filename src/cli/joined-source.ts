import type { ByteSource, ReadOptions } from '../engine/index';

const HEAD_BYTES = 1 << 20;
const LINE_FEED = 10;
const RETURN = 13;

/** A stretch of one file within the whole. */
interface Part {
  read(start: number, end: number): Promise<Uint8Array>;
  from: number;
  to: number;
}

/**
 * Files of the same columns as one file: the first as it is, of the others what stands below their header.
 * @param options how each file is read; all with the same one-byte-compatible encoding.
 */
export async function joinedSource(
  files: readonly ByteSource[],
  options: readonly ReadOptions[],
): Promise<ByteSource> {
  const parts: Part[] = [];
  let size = 0;
  const add = (read: Part['read'], length: number) => {
    parts.push({ read, from: size, to: size + length });
    size += length;
  };
  for (const [i, file] of files.entries()) {
    const start = i === 0 ? 0 : await dataStart(file, options[i]!);
    add((from, to) => file.read(start + from, start + to), file.size - start);
    if (i < files.length - 1 && !(await endsWithLine(file)))
      add(() => Promise.resolve(Uint8Array.of(LINE_FEED)), 1);
  }
  const read = async (start: number, end: number) => {
    const whole = new Uint8Array(Math.max(0, Math.min(end, size) - start));
    for (const part of parts) {
      const [from, to] = [Math.max(start, part.from), Math.min(end, part.to)];
      if (from < to) whole.set(await part.read(from - part.from, to - part.from), from - start);
    }
    return whole;
  };
  return { name: files[0]!.name, size, read };
}

async function endsWithLine(file: ByteSource): Promise<boolean> {
  const [last] = await file.read(file.size - 1, file.size);
  return last === LINE_FEED || last === RETURN;
}

/** The byte after the lines that are passed over and after the header, which may hold quoted line ends. */
async function dataStart(file: ByteSource, { skip, header, quote }: ReadOptions): Promise<number> {
  const head = await file.read(0, Math.min(HEAD_BYTES, file.size));
  let at = head[0] === 0xef && head[1] === 0xbb && head[2] === 0xbf ? 3 : 0;
  for (let line = 0; line < skip; line++) at = lineEnd(head, at, -1);
  return header ? lineEnd(head, at, quote === '' ? -1 : quote.charCodeAt(0)) : at;
}

function lineEnd(bytes: Uint8Array, from: number, quote: number): number {
  let quoted = false;
  for (let at = from; at < bytes.length; at++) {
    if (bytes[at] === quote) quoted = !quoted;
    if (quoted) continue;
    if (bytes[at] === LINE_FEED) return at + 1;
    if (bytes[at] === RETURN) return bytes[at + 1] === LINE_FEED ? at + 2 : at + 1;
  }
  return bytes.length;
}
