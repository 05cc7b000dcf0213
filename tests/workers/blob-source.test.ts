import { describe, expect, it } from 'vitest';
import { blobSource } from '../../src/workers/blob-source';

/** A file that answers as the list says, one reading after the other. */
function fileThat(...answers: readonly ('reads' | 'short' | Error)[]): Blob {
  const blob = new Blob(['0123456789']);
  let at = 0;
  blob.slice = (from, to) => {
    const answer = answers[at++] ?? 'reads';
    const part = Blob.prototype.slice.call(blob, from, answer === 'short' ? Number(to) - 1 : to);
    if (answer instanceof Error) part.arrayBuffer = () => Promise.reject(answer);
    return part;
  };
  return blob;
}
const refused = new DOMException('permission problems', 'NotReadableError');
const gone = new DOMException('no such file', 'NotFoundError');

describe('blobSource', () => {
  it('reads what there is, to the end at most', async () => {
    const source = blobSource(fileThat(), 'a.csv');
    expect(new TextDecoder().decode(await source.read(7, 99))).toBe('789');
    expect((await source.read(10, 20)).length).toBe(0);
  });

  it.each([
    ['refused', [refused]],
    ['gone', [gone]],
    ['changed', ['reads', refused]],
    ['gone', ['reads', gone]],
    ['changed', ['short']],
  ] as const)('says that a file is %s', async (reason, answers) => {
    const source = blobSource(fileThat(...answers), 'a.csv');
    const reading = async () => {
      for (let at = 0; at < answers.length; at++) await source.read(0, 5);
    };
    await expect(reading()).rejects.toMatchObject({
      code: 'unreadable-file',
      details: { file: 'a.csv', reason },
    });
  });

  it('knows in another reading of the same file that it could be read', async () => {
    const file = fileThat('reads', refused);
    await blobSource(file, 'a.csv').read(0, 5);
    await expect(blobSource(file, 'a.csv').read(0, 5)).rejects.toMatchObject({
      details: { reason: 'changed' },
    });
  });

  it('leaves to others what is no fault of the file', async () => {
    const source = blobSource(fileThat(new RangeError('Array buffer allocation failed')), 'a.csv');
    await expect(source.read(0, 5)).rejects.toThrow(RangeError);
  });
});
