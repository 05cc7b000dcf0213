/** What the hosts' own compression is made of, as far as it is used here. */
interface PackStream {
  readonly writable: {
    getWriter(): {
      readonly ready: Promise<unknown>;
      write(bytes: Uint8Array): Promise<void>;
      close(): Promise<void>;
      abort(reason?: unknown): Promise<void>;
    };
  };
  readonly readable: {
    getReader(): { read(): Promise<{ done: boolean; value?: Uint8Array }>; cancel(): Promise<void> };
  };
}

const LEVEL = 6;

/** Bytes deflated (RFC 1951) piece by piece, by the host where it can, else by fflate. What `parts` throws is thrown. */
export async function* packed(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const stream = hostStream();
  yield* stream ? packedByHost(parts, stream) : packedByHand(parts);
}

function hostStream(): PackStream | null {
  const { CompressionStream } = globalThis as { CompressionStream?: new (format: string) => PackStream };
  try {
    return CompressionStream ? new CompressionStream('deflate-raw') : null;
  } catch {
    return null;
  }
}

async function* packedByHost(
  parts: AsyncIterable<Uint8Array>,
  { writable, readable }: PackStream,
): AsyncGenerator<Uint8Array> {
  const writer = writable.getWriter();
  const reader = readable.getReader();
  let failed: { reason: unknown } | null = null;
  let left = false;
  const write = async (): Promise<void> => {
    for await (const part of parts) {
      await writer.ready;
      await writer.write(part);
    }
    await writer.close();
  };
  const written = write().catch((reason: unknown) => {
    failed = left ? null : { reason };
    // The reader must not wait for what never comes.
    return writer.abort(reason).catch(() => undefined);
  });
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }));
      if (value) yield value;
      if (done) break;
    }
  } finally {
    left = true;
    await reader.cancel().catch(() => undefined);
    await written;
  }
  const { reason } = (failed as { reason: unknown } | null) ?? {};
  if (failed) throw reason;
}

/** The same where the host has no such stream. */
export async function* packedByHand(parts: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const { Deflate } = await import('fflate');
  let made: Uint8Array[] = [];
  const deflate = new Deflate({ level: LEVEL }, (bytes) => made.push(bytes));
  const taken = () => {
    const all = made;
    made = [];
    return all;
  };
  for await (const part of parts) {
    if (part.length > 0) deflate.push(part);
    yield* taken();
  }
  deflate.push(new Uint8Array(0), true);
  yield* taken();
}
