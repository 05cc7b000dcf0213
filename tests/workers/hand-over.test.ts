import { describe, expect, it } from 'vitest';
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

describe('asBlob', () => {
  it('is the pieces end to end', async () => {
    const big = 'x'.repeat(3 << 20);
    const blob = await asBlob(parts('a', big, big, 'z'), 'text/csv');
    expect([blob.type, blob.size]).toEqual(['text/csv', 2 + (6 << 20)]);
    expect((await blob.text()).slice(-2)).toBe('xz');
  });
});
