import { readFileSync } from 'node:fs';
import { deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { EngineError, unwatched, type ByteSource } from '../../../src/engine/index';
import { errorText } from '../../../src/ui/text/errors';
import { ContentReader, MOST_DESCRIPTION } from '../../../src/workers/session-file/content';
import { headerOf } from '../../../src/workers/session-file/header';
import { PIECE, readPieces, writePieces } from '../../../src/workers/session-file/pieces';
import { readSealed, readSessionFile, sealOf } from '../../../src/workers/session-file/read-session';
import {
  ANY_FILES,
  isTooLarge,
  MOST_CELLS,
  MOST_FILES,
  MOST_TIMES,
} from '../../../src/workers/session-file/too-large';
import { joined, sumSeal, type Seal } from '../../../src/workers/session-file/seal';
import { plain } from '../../../src/workers/wire';
import { bytesOf, sourceOf } from '../../support/session';

const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/sessions/${name}`));
const open = fixture('version-1.tessera');
const locked = fixture('version-1-locked.tessera');
const PASSPHRASE = 'three blind mice';

/** How the file is refused. */
async function refusalOf(reading: Promise<unknown>): Promise<EngineError> {
  const thrown: unknown = await reading.then(
    () => null,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(EngineError);
  return thrown as EngineError;
}
const refused = (bytes: Uint8Array, passphrase: string | null = null) =>
  refusalOf(readSessionFile(sourceOf(bytes), passphrase, unwatched));

const changed = (bytes: Uint8Array, at: number, by: number) => {
  const copy = bytes.slice();
  copy[at]! ^= by;
  return copy;
};

const CODES = new Set([
  'not-a-session',
  'damaged-session',
  'truncated-session',
  'older-session',
  'newer-version',
]);

describe('a session file that is not as it was saved', () => {
  let seal: Seal;
  beforeAll(async () => {
    seal = await sealOf(sourceOf(locked), PASSPHRASE);
  });

  it('is refused whichever bit is another', async () => {
    const place = fc.record({
      at: fc.nat(open.length - 1),
      by: fc.constantFrom(1, 2, 4, 8, 16, 32, 64, 128),
    });
    await fc.assert(
      fc.asyncProperty(place, async ({ at, by }) => {
        expect(CODES).toContain((await refused(changed(open, at, by))).code);
      }),
      { numRuns: 400 },
    );
  });

  it('is refused wherever it is cut', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(open.length - 1), async (length) => {
        const { code } = await refused(open.subarray(0, length));
        expect(code).toBe(length === 0 ? 'not-a-session' : 'truncated-session');
      }),
      { numRuns: 200 },
    );
  });

  it('is refused behind a passphrase too', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 96, max: locked.length - 1 }), fc.boolean(), async (at, cut) => {
        const bytes = cut ? locked.subarray(0, at) : changed(locked, at, 1);
        const { code } = await refusalOf(readSealed(sourceOf(bytes), seal, unwatched));
        expect(CODES).toContain(code);
      }),
      { numRuns: 200 },
    );
  });

  it('is refused in every byte of its head', async () => {
    for (let at = 0; at < 96; at++) expect(CODES).toContain((await refused(changed(locked, at, 1))).code);
  });

  it('is refused with something behind its end', async () => {
    expect((await refused(joined(open, Uint8Array.of(0)))).code).toBe('damaged-session');
    expect((await refused(joined(open, open.subarray(96)))).code).toBe('damaged-session');
  });

  it('is refused where pieces have changed places, are left out, or come from another file', async () => {
    const header = await headerOf(null);
    const noise = (seed: number) => Uint8Array.from({ length: PIECE }, (_, at) => (at * at * seed) >> 7);
    const contents = [noise(3), noise(5), noise(7)];
    const pieces: Uint8Array[] = [];
    for await (const piece of writePieces(from(...contents), sumSeal(header))) pieces.push(piece);
    const [one, two, three] = pieces as [Uint8Array, Uint8Array, Uint8Array];
    const readAll = async (...parts: Uint8Array[]) => {
      for await (const _ of readPieces(sourceOf(joined(header, ...parts)), sumSeal(header)));
    };
    await readAll(one, two, three);
    for (const parts of [[two, one, three], [one, three], [two, three], [one, two, two, three], [three]])
      expect((await refusalOf(readAll(...parts))).code).toBe('damaged-session');
    expect((await refusalOf(readAll(one, two))).code).toBe('truncated-session');
    const other = await headerOf({
      rounds: 600_000,
      salt: new Uint8Array(16),
      prefix: new Uint8Array(7),
      check: new Uint8Array(16),
    });
    const elsewhere = async () => {
      for await (const _ of readPieces(sourceOf(joined(other, one, two, three)), sumSeal(other)));
    };
    expect((await refusalOf(elsewhere())).code).toBe('damaged-session');
  });
});

describe('a session file that is refused says why', () => {
  const sentence = (error: EngineError) => errorText(plain(error)).sentence;
  const withVersion = (version: number) => {
    const copy = open.slice();
    new DataView(copy.buffer).setUint16(8, version, true);
    return copy;
  };

  it('each in its own sentence', async () => {
    const cases: [Uint8Array, string | null, string, RegExp][] = [
      [new TextEncoder().encode('a,b\n1,2\n'.repeat(30)), null, 'not-a-session', /is not a session that/],
      [new Uint8Array(0), null, 'not-a-session', /is not a session that/],
      [changed(open, 2000, 1), null, 'damaged-session', /is damaged: it is not as it was saved/],
      [open.subarray(0, 5000), null, 'truncated-session', /is cut off: its end is missing/],
      [withVersion(2), null, 'newer-version', /saved by a newer version of Tessera/],
      [withVersion(0), null, 'older-session', /saved by an early version of Tessera/],
      [locked, null, 'needs-passphrase', /is locked/],
      [locked, 'three blind Mice', 'wrong-passphrase', /This passphrase does not open work\.tessera/],
    ];
    for (const [bytes, passphrase, code, words] of cases) {
      const error = await refused(bytes, passphrase);
      expect([error.code, sentence(error)]).toEqual([code, expect.stringMatching(words)]);
      expect(sentence(error)).toContain('work.tessera');
    }
  });
});

describe('a session file made to harm', () => {
  /** A file as it would be closed by someone who knows how. */
  async function craftedFile(description: unknown, ...content: Uint8Array[]): Promise<Uint8Array> {
    const json = new TextEncoder().encode(JSON.stringify(description));
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, json.length, true);
    const header = await headerOf(null);
    return joined(header, await bytesOf(writePieces(from(length, json, ...content), sumSeal(header))));
  }

  /** What the fixture says of itself. */
  const described = async () => {
    const seal = await sealOf(sourceOf(open), null);
    const reader = new ContentReader(readPieces(sourceOf(open), seal), 'x');
    return (await reader.description()) as Description;
  };
  interface Description {
    files: { sizes: number[][]; file: number | null; table: { columns: { kind: string }[] } }[];
    cursor: number;
    history: { recipe: { version: number; steps: unknown } }[];
  }

  it('is refused where it claims more than it can hold, before anything is taken up', async () => {
    const said = await described();
    const rows = 1e12;
    said.files[0]!.sizes = said.files[0]!.table.columns.map(({ kind }) =>
      kind === 'text' ? [4 * rows, 10, 8] : [8 * rows],
    );
    const error = await refused(await craftedFile(said, new Uint8Array(100)));
    expect([error.code, errorText(plain(error)).sentence]).toEqual([
      'session-too-large',
      expect.stringMatching(/says it unpacks to .*, which no session of its size does/),
    ]);
    const file = await described();
    file.files[0]!.file = 3e9;
    expect((await refused(await craftedFile(file))).code).toBe('session-too-large');
  });

  it('is refused where its cells would fill a memory, though it is large enough to hold them', async () => {
    const said = await described();
    const { columns } = said.files[0]!.table;
    const rows = MOST_CELLS / (4 * columns.length);
    said.files[0]!.sizes = columns.map(({ kind }) => (kind === 'text' ? [4 * rows, 10, 8] : [8 * rows]));
    let seed = 8;
    const noise = Uint8Array.from({ length: 5 << 20 }, () => {
      seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
      return seed >>> 24;
    });
    const bytes = await craftedFile(said, noise);
    const { code, details } = await refused(bytes);
    expect(code).toBe('session-too-large');
    expect(details['bytes']).toBeLessThan(bytes.length * MOST_TIMES);
  });

  it.each([
    ['cells of 2 GB in 2 MB', { cells: MOST_CELLS, files: 0 }, 2e6, false],
    ['more cells in any file', { cells: MOST_CELLS + 1, files: 0 }, 1e9, true],
    ['more than can be packed', { cells: 1e6, files: 1e6 }, 1900, true],
    ['a file of few lines', { cells: 0, files: ANY_FILES }, 300_000, false],
    ['a file packed as none is', { cells: 0, files: 3e8 }, 2e5, true],
    ['a large file', { cells: 1.2e9, files: 7e9 }, 4e8, false],
    ['files of no end', { cells: 0, files: MOST_FILES + 1 }, 7e9, true],
  ])('counts what it says, not how well it packs: %s', (_, sizes, packed, refusal) =>
    expect(isTooLarge(sizes, packed)).toBe(refusal),
  );

  it('is refused where its description is too long, without reading on', async () => {
    const header = await headerOf(null);
    const length = new Uint8Array(4);
    new DataView(length.buffer).setUint32(0, MOST_DESCRIPTION + 1, true);
    const bytes = joined(header, await bytesOf(writePieces(from(length), sumSeal(header))));
    expect((await refused(bytes)).code).toBe('session-too-large');
  });

  it('is refused where a piece would grow beyond its size', async () => {
    const header = await headerOf(null);
    const seal = sumSeal(header);
    const bomb = deflateRawSync(new Uint8Array(32 << 20), { level: 9 });
    for (const claimed of [PIECE, 32 << 20]) {
      const head = new Uint8Array(5);
      head[0] = 1;
      new DataView(head.buffer).setUint32(1, claimed, true);
      const body = await seal.close(0, true, joined(head, bomb));
      const frame = new Uint8Array(4);
      new DataView(frame.buffer).setUint32(0, (body.length | 0x8000_0000) >>> 0, true);
      expect((await refused(joined(header, frame, body))).code).toBe('damaged-session');
    }
  });

  it('is refused where cells are no cells of their column, or the description is none', async () => {
    const seal = await sealOf(sourceOf(open), null);
    const reader = new ContentReader(readPieces(sourceOf(open), seal), 'x');
    await reader.description();
    const said = await described();
    const sizes = said.files[0]!.sizes.flat();
    const cells: Uint8Array[] = [];
    for (const size of sizes) cells.push(await reader.bytes(size));
    const at = said.files[0]!.table.columns.findIndex(({ kind }) => kind === 'text');
    const before = said.files[0]!.sizes.slice(0, at).flat().length;
    const wrong = cells.map((bytes, i) => (i === before ? new Uint8Array(bytes.length).fill(200) : bytes));
    expect((await refused(await craftedFile(said, ...wrong))).code).toBe('damaged-session');
    const backwards = cells.map((bytes, i) => (i === before + 2 ? bytes.slice().reverse() : bytes));
    expect((await refused(await craftedFile(said, ...backwards))).code).toBe('damaged-session');
    for (const other of [{}, [], null, { ...said, cursor: 7 }, { ...said, files: [] }])
      expect((await refused(await craftedFile(other, ...cells))).code).toBe('damaged-session');
    const newer = await described();
    newer.history[0]!.recipe.version = 9;
    expect((await refused(await craftedFile(newer, ...cells))).code).toBe('newer-version');
  });

  it('is refused where a file ends too soon while it is read', async () => {
    const shrinking: ByteSource = {
      ...sourceOf(open),
      read: (start, end) => Promise.resolve(open.subarray(start, Math.min(end, 5000))),
    };
    expect(CODES).toContain((await refusalOf(readSessionFile(shrinking, null, unwatched))).code);
  });
});

async function* from(...parts: Uint8Array[]): AsyncGenerator<Uint8Array> {
  yield* await Promise.resolve(parts);
}
