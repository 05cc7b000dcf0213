import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { openFile } from '../../src/cli/file-source';
import { cannotRead } from '../../src/cli/path-errors';
import { sentenceFor } from '../../src/cli/sentences';
import { EngineError } from '../../src/engine/errors';

const folder = mkdtempSync(join(tmpdir(), 'tessera-source-'));
afterAll(() => rmSync(folder, { recursive: true }));
const path = (name: string) => join(folder, name);

describe('openFile', () => {
  it.each([
    ['grows', (file: string) => writeFileSync(file, 'a,b\n1,2\n3,4\n5,6\n')],
    ['shrinks', (file: string) => writeFileSync(file, 'a,b\n')],
    [
      'is written anew at the same length',
      (file: string) => {
        writeFileSync(file, 'a,b\n9,9\n9,9\n');
        utimesSync(file, 2, 2);
      },
    ],
  ])('ends with a sentence where the file %s while it is read', async (what, change) => {
    const file = path(`${what.replaceAll(' ', '-')}.csv`);
    writeFileSync(file, 'a,b\n1,2\n3,4\n');
    utimesSync(file, 1, 1);
    const source = await openFile(file);
    expect((await source.read(0, 4)).length).toBe(4);
    change(file);
    const failed = await source.read(4, source.size).then(
      () => null,
      (error: unknown) => error,
    );
    await source.close();
    expect(failed).toBeInstanceOf(EngineError);
    expect(sentenceFor(failed as EngineError, 'orders.csv')).toContain('it was changed while it was read');
  });

  it('says why a path cannot be read', async () => {
    await expect(openFile(path('nothing.csv'))).rejects.toThrow(
      /nothing\.csv cannot be read: it does not exist/,
    );
    await expect(openFile(folder)).rejects.toThrow(/cannot be read: it is a folder/);
    const denied = Object.assign(new Error('EACCES: permission denied'), { code: 'EACCES' });
    expect(cannotRead('orders.csv', denied).message).toBe('orders.csv cannot be read: permission is denied');
  });
});
