import { EngineError } from '../../engine/index';

/** Bytes that follow the description, one after another. */
export interface Part {
  size: number;
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>;
}

/** What is said of a session without its cells; far above what any needs. */
export const MOST_DESCRIPTION = 64 << 20;

/** The content of a session file: how long the description is, the description, and the parts it announces. */
export async function* writeContent(description: unknown, parts: Iterable<Part>): AsyncGenerator<Uint8Array> {
  const json = new TextEncoder().encode(JSON.stringify(description));
  const length = new Uint8Array(4);
  new DataView(length.buffer).setUint32(0, json.length, true);
  yield length;
  yield json;
  for (const { bytes } of parts) yield* bytes;
}

/** Takes content apart as it comes in. */
export class ContentReader {
  readonly #pieces: AsyncIterator<Uint8Array<ArrayBuffer>>;
  readonly #file: string;
  #piece = new Uint8Array(0);

  constructor(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>, file: string) {
    this.#pieces = pieces[Symbol.asyncIterator]();
    this.#file = file;
  }

  /** The next bytes, in pieces of at most a megabyte. @throws EngineError `damaged-session` where there are fewer */
  async *pieces(size: number): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    for (let left = size; left > 0;) {
      if (this.#piece.length === 0) {
        const next = await this.#pieces.next();
        if (next.done) throw this.damaged();
        this.#piece = next.value;
      }
      const some = this.#piece.subarray(0, left);
      this.#piece = this.#piece.subarray(some.length);
      left -= some.length;
      yield some;
    }
  }

  /** The next bytes in memory of their own, which is taken up only as they come in. */
  async bytes(size: number): Promise<Uint8Array<ArrayBuffer>> {
    const blobs: Uint8Array<ArrayBuffer>[] = [];
    for await (const piece of this.pieces(size)) blobs.push(piece);
    const all = new Uint8Array(size);
    let at = 0;
    for (const piece of blobs) {
      all.set(piece, at);
      at += piece.length;
    }
    return all;
  }

  /** The next bytes where the browser keeps large ones. */
  async blob(size: number): Promise<Blob> {
    const blobs: Blob[] = [];
    for await (const piece of this.pieces(size)) blobs.push(new Blob([piece]));
    return new Blob(blobs);
  }

  /** @throws EngineError */
  async description(): Promise<unknown> {
    const head = await this.bytes(4);
    const length = new DataView(head.buffer).getUint32(0, true);
    if (length > MOST_DESCRIPTION)
      throw new EngineError('session-too-large', { file: this.#file, bytes: length });
    const text = new TextDecoder().decode(await this.bytes(length));
    try {
      return JSON.parse(text);
    } catch {
      throw this.damaged();
    }
  }

  /** All was read. @throws EngineError where there is more, or the file does not end as it was closed */
  async end(): Promise<void> {
    if (this.#piece.length > 0 || !(await this.#pieces.next()).done) throw this.damaged();
  }

  damaged(): EngineError {
    return new EngineError('damaged-session', { file: this.#file });
  }
}
