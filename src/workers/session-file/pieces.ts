import { deflateSync, inflateSync } from 'fflate';
import { EngineError, type ByteSource } from '../../engine/index';
import { HEADER_BYTES } from './header';
import { joined, type Seal } from './seal';

/** Bytes of content in every piece but the last. */
export const PIECE = 1 << 20;
const AS_IT_IS = 0;
const PACKED = 1;
/** How a piece begins: method, and where it is packed its size when it is not. */
const METHOD = 1;
const SIZE = 4;
const LAST = 0x8000_0000;
/** Packed a little is nearly as small as packed well, in a third of the time. */
const LEVEL = 1;
/** After a piece that does not get smaller, so many are not tried: they are most likely of the same packed file. */
const SKIPPED = 15;

/** The content in closed pieces. */
export async function* writePieces(
  content: AsyncIterable<Uint8Array>,
  seal: Seal,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let counter = 0;
  let skip = 0;
  const close = async (bytes: Uint8Array<ArrayBuffer>, isLast: boolean) => {
    const packed = skip > 0 ? null : packedOf(bytes);
    skip = packed ? 0 : skip > 0 ? skip - 1 : SKIPPED;
    const body = await seal.close(counter++, isLast, packed ?? joined(Uint8Array.of(AS_IT_IS), bytes));
    const head = new Uint8Array(4);
    new DataView(head.buffer).setUint32(0, (body.length | (isLast ? LAST : 0)) >>> 0, true);
    return joined(head, body);
  };
  let piece = new Uint8Array(PIECE);
  let used = 0;
  for await (const bytes of content) {
    for (let at = 0; at < bytes.length;) {
      // Only once more is there is it known not to be the last.
      if (used === PIECE) {
        yield close(piece, false);
        piece = new Uint8Array(PIECE);
        used = 0;
      }
      const some = bytes.subarray(at, at + PIECE - used);
      piece.set(some, used);
      used += some.length;
      at += some.length;
    }
  }
  yield close(piece.slice(0, used), true);
}

/** Null where that is not smaller. */
function packedOf(bytes: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  const packed = deflateSync(bytes, { level: LEVEL });
  if (packed.length + SIZE >= bytes.length * 0.97) return null;
  const head = new Uint8Array(METHOD + SIZE);
  const view = new DataView(head.buffer);
  view.setUint8(0, PACKED);
  view.setUint32(METHOD, bytes.length, true);
  return joined(head, packed);
}

/** The content of a file behind its header, a piece at a time. @throws EngineError `damaged-session`, `truncated-session` */
export async function* readPieces(
  source: ByteSource,
  seal: Seal,
): AsyncGenerator<Uint8Array<ArrayBuffer>, void, undefined> {
  const fail = (code: 'damaged-session' | 'truncated-session', at: number) =>
    new EngineError(code, { file: source.name, at });
  let at = HEADER_BYTES;
  for (let counter = 0; ; counter++) {
    const head = await bytesAt(source, at, 4);
    if (head.length < 4) throw fail('truncated-session', at);
    const word = new DataView(head.buffer, head.byteOffset).getUint32(0, true);
    const isLast = word >= LAST;
    const length = isLast ? word - LAST : word;
    if (length < seal.adds + METHOD || length > seal.adds + METHOD + PIECE) throw fail('damaged-session', at);
    if (at + 4 + length > source.size) throw fail('truncated-session', at);
    const plain = await seal.open(counter, isLast, await bytesAt(source, at + 4, length));
    const piece = plain && unpackedOf(plain);
    if (!piece || (!isLast && piece.length !== PIECE)) throw fail('damaged-session', at);
    at += 4 + length;
    if (isLast && at !== source.size) throw fail('damaged-session', at);
    yield piece;
    if (isLast) return;
  }
}

/** A piece says how large it gets, and gets no larger: nothing is taken up for what a few bytes could grow to. */
function unpackedOf(plain: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> | null {
  if (plain[0] === AS_IT_IS) return plain.subarray(METHOD);
  if (plain[0] !== PACKED || plain.length < METHOD + SIZE) return null;
  const size = new DataView(plain.buffer, plain.byteOffset).getUint32(METHOD, true);
  if (size > PIECE) return null;
  try {
    // One byte more than it may take shows one that takes more.
    const bytes = inflateSync(plain.subarray(METHOD + SIZE), { out: new Uint8Array(size + 1) });
    return bytes.length === size ? (bytes as Uint8Array<ArrayBuffer>) : null;
  } catch {
    return null;
  }
}

/** In memory of their own, which the browser's cryptography asks for; fewer where the file ends before. */
const bytesAt = async (source: ByteSource, at: number, length: number): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(await source.read(at, at + length));
