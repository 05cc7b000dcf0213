import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { asBlob, intoFile } from '../../src/workers/exports/hand-over';
import { outcome } from '../../src/workers/wire';

async function* parts(...texts: string[]) {
  await Promise.resolve();
  for (const text of texts) yield new TextEncoder().encode(text);
}

/** A file as Chromium has it: what is written takes its place once it is closed. */
function fileOf(before: string, fails?: DOMException) {
  const log: string[] = [];
  let content = before;
  let draft = '';
  const file = {
    name: 'list.csv',
    getFile: () => Promise.resolve(new Blob([content])),
    remove: () => Promise.resolve(void log.push('removed')),
    createWritable: () =>
      Promise.resolve({
        write: (bytes: Uint8Array) => {
          if (fails) return Promise.reject(fails);
          draft += new TextDecoder().decode(bytes);
          return Promise.resolve();
        },
        close: () => Promise.resolve(void (content = draft)),
        abort: () => Promise.resolve(void log.push('aborted')),
      }),
  } as unknown as FileSystemFileHandle;
  return { file, log, content: () => content };
}

describe('intoFile', () => {
  it('puts the whole in the place of what was there', async () => {
    const { file, log, content } = fileOf('before');
    await intoFile(parts('a', 'b'), file);
    expect([content(), log]).toEqual(['ab', []]);
  });

  it.each([
    ['QuotaExceededError', 'full'],
    ['NotAllowedError', 'not-allowed'],
    ['NotFoundError', 'gone'],
    ['DataError', 'other'],
  ])('says why it could not write: %s', async (name, reason) => {
    const { file, log, content } = fileOf('before', new DOMException('no', name));
    const answer = await outcome(() => intoFile(parts('a'), file));
    expect(answer).toMatchObject({
      ok: false,
      error: { code: 'cannot-write', details: { file: 'list.csv', reason } },
    });
    expect([content(), log]).toEqual(['before', ['aborted']]);
  });

  it('takes away the empty file that was made for it', async () => {
    const { file, log } = fileOf('', new DOMException('full', 'QuotaExceededError'));
    await outcome(() => intoFile(parts('a'), file));
    expect(log).toEqual(['aborted', 'removed']);
  });

  it('leaves nothing where the work is stopped or fails', async () => {
    const failing = async function* () {
      yield* parts('a');
      throw Object.assign(new Error('stopped'), { name: 'Stopped' });
    };
    const { file, log, content } = fileOf('before');
    expect(await outcome(() => intoFile(failing(), file))).toEqual({ ok: false, stopped: true });
    expect([content(), log]).toEqual(['before', ['aborted']]);
  });
});

/** The browser's own disk space, with room for so many bytes. */
function diskOf(room: number) {
  const files = new Map<string, number[]>();
  const handleOf = (name: string) => ({
    name,
    getFile: () => Promise.resolve(new Blob([Uint8Array.from(files.get(name)!)])),
    createSyncAccessHandle: () =>
      Promise.resolve({
        write: (bytes: Uint8Array, { at }: { at: number }) => {
          if (at + bytes.length > room) throw new DOMException('full', 'QuotaExceededError');
          files.get(name)!.push(...bytes);
          return bytes.length;
        },
        close: () => undefined,
      }),
  });
  const folder = {
    getFileHandle: (name: string) => {
      files.set(name, []);
      return Promise.resolve(handleOf(name));
    },
    removeEntry: (name: string) => Promise.resolve(void files.delete(name)),
    keys: async function* () {
      await Promise.resolve();
      yield* [...files.keys()];
    },
  };
  const storage = {
    getDirectory: () => Promise.resolve({ getDirectoryHandle: () => Promise.resolve(folder) }),
  };
  vi.stubGlobal('navigator', { storage });
  return files;
}

describe('asBlob', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it('is the pieces end to end', async () => {
    const big = 'x'.repeat(3 << 20);
    const blob = await asBlob(parts('a', big, big, 'z'), 'text/csv');
    expect([blob.type, blob.size]).toEqual(['text/csv', 2 + (6 << 20)]);
    expect((await blob.text()).slice(-2)).toBe('xz');
  });

  const PIECES = ['one ', 'two ', 'three ', 'four ', 'five'];
  it.each([
    ['all of it', 1000, 'one two three four five'],
    ['what it has room for', 15, 'one two three '],
    ['nothing where it is full', 0, ''],
  ])('lies on the disk where it is large: %s', async (_, room, onDisk) => {
    const files = diskOf(room);
    const blob = await asBlob(parts(...PIECES), 'text/csv', 5);
    expect([await blob.text(), blob.type]).toEqual([PIECES.join(''), 'text/csv']);
    expect([...files.values()].map((bytes) => String.fromCharCode(...bytes)).join('')).toBe(onDisk);
  });

  it('leaves nothing on the disk where it fails, nor what was handed over long ago', async () => {
    const files = diskOf(1000);
    files.set('1-of a tab that was closed', [1]);
    const failing = async function* () {
      yield* parts(...PIECES);
      throw new Error('no');
    };
    await expect(asBlob(failing(), 'text/csv', 5)).rejects.toThrow('no');
    expect(files.size).toBe(0);
  });
});
