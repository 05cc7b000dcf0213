import { describe, expect, it } from 'vitest';
import { writeIntoFolder } from '../../../src/ui/state/into-folder';
import { saidOfFolder } from '../../../src/ui/text/written-files';
import type { CannotWrite } from '../../../src/workers/exports/cannot-write';
import { intoFile } from '../../../src/workers/exports/hand-over';

const NOTES = { guarded: 0, unfit: 0, cut: 0, sheets: 0 };
const exception = (name: string) => new DOMException(`It was ${name}.`, name);

interface Ways {
  /** So many bytes have room. */
  room?: number;
  /** From this file on the browser gives no place any more. */
  refusedFrom?: string;
}

/** A folder of the person, as browsers behave: what is written beside takes the place only when it is closed. */
function standIn(there: Record<string, string>, { room = Infinity, refusedFrom }: Ways = {}) {
  const held = new Map(Object.entries(there));
  const used = () => [...held.values()].reduce((sum, text) => sum + text.length, 0);
  const handle = (name: string) => ({
    name,
    getFile: async () => ({ size: held.get(name)!.length }),
    createWritable: async () => {
      let beside = '';
      return {
        write: async (part: Uint8Array) => {
          beside += new TextDecoder().decode(part);
          const fits = used() + beside.length <= room;
          return fits ? undefined : Promise.reject(exception('QuotaExceededError'));
        },
        close: async () => void held.set(name, beside),
        abort: async () => undefined,
      };
    },
  });
  const folder = {
    name: 'Lists',
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (name === 'a-folder.csv') throw exception('TypeMismatchError');
      if (create && name === refusedFrom) throw exception('NotAllowedError');
      if (!create && !held.has(name)) throw exception('NotFoundError');
      held.set(name, held.get(name) ?? '');
      return handle(name);
    },
    removeEntry: async (name: string) => void held.delete(name),
  };
  return { folder: folder as unknown as FileSystemDirectoryHandle, held: () => Object.fromEntries(held) };
}

async function* pieces(text: string) {
  for (let at = 0; at < text.length; at += 4) yield new TextEncoder().encode(text.slice(at, at + 4));
}

const FILES = ['orders-a.csv', 'orders-b.csv', 'orders-c.csv'].map((name) => ({
  name,
  text: `customer,segment\n1,${name}\n`,
}));
const WHOLE = Object.fromEntries(FILES.map(({ name, text }) => [name, text]));

/** Writes as the worker does; what fails there is told by the page's own line. */
function written(there: ReturnType<typeof standIn>, files = FILES) {
  const begun: string[] = [];
  const failures: unknown[] = [];
  const came = writeIntoFolder(there.folder, files, async ({ name, text }, into) => {
    begun.push(name);
    return intoFile(pieces(text), into).then(
      () => NOTES,
      (error: CannotWrite) => (failures.push(error.details.reason), null),
    );
  });
  return came.then((result) => ({ begun, failures, said: saidOfFolder(result), held: there.held() }));
}

describe('files saved into a folder', () => {
  it('are all there, whole, and so it is said', async () => {
    const { held, said } = await written(standIn({ 'mine.txt': 'stays' }));
    expect(held).toEqual({ 'mine.txt': 'stays', ...WHOLE });
    expect(said).toEqual(['3 files saved in Lists.']);
  });

  it('are not begun where the folder may not be written into', async () => {
    const { held, said, begun } = await written(standIn({}, { refusedFrom: 'orders-a.csv' }));
    expect({ held, begun }).toEqual({ held: {}, begun: [] });
    expect(said).toEqual([
      'orders-a.csv could not be written: the browser or the system does not allow it there. Choose another folder.',
    ]);
  });

  it('stay as far as they were written when the permission is taken back', async () => {
    const { held, said, begun } = await written(standIn({}, { refusedFrom: 'orders-b.csv' }));
    expect(Object.keys(held)).toEqual(['orders-a.csv']);
    expect(begun).toEqual(['orders-a.csv']);
    expect(said[0]).toMatch(/^orders-b.csv could not be written/);
    expect(said[1]).toBe('1 of 3 files is saved in Lists, the others are not.');
  });

  it('leave nothing of the one the disk had no room for, and claim nothing of it', async () => {
    const room = FILES[0]!.text.length + 8;
    const { held, said, begun, failures } = await written(standIn({}, { room }));
    expect(held).toEqual({ 'orders-a.csv': WHOLE['orders-a.csv'] });
    expect(begun).toEqual(['orders-a.csv', 'orders-b.csv']);
    expect(failures).toEqual(['full']);
    expect(said).toEqual(['1 of 3 files is saved in Lists, the others are not.']);
  });

  it('claim nothing at all where the disk was full from the beginning', async () => {
    const { held, said, failures } = await written(standIn({ 'mine.txt': 'stays' }, { room: 6 }));
    expect({ held, said, failures }).toEqual({ held: { 'mine.txt': 'stays' }, said: [], failures: ['full'] });
  });

  it('write over nothing that is there', async () => {
    const before = { 'orders-b.csv': 'of last month' };
    const { held, said } = await written(standIn(before));
    expect(held).toEqual({ ...WHOLE, ...before, 'orders-b-2.csv': WHOLE['orders-b.csv'] });
    expect(said).toEqual([
      '3 files saved in Lists.',
      'orders-b.csv was there already and stays; the new one is orders-b-2.csv.',
    ]);
  });

  it('take the next free number, and say it once for several', async () => {
    const before = { 'orders-a.csv': '1', 'orders-a-2.csv': '2', 'orders-c.csv': '3' };
    const { held, said } = await written(standIn(before));
    expect(held).toMatchObject({ ...before, 'orders-a-3.csv': WHOLE['orders-a.csv'] });
    expect(said[1]).toBe(
      '2 of these names were there already, and those files stay; the new ones have a number at the end, as orders-a-3.csv.',
    );
  });

  it('go beside a folder of their name', async () => {
    const { held } = await written(standIn({}), [{ name: 'a-folder.csv', text: 'x' }]);
    expect(held).toEqual({ 'a-folder-2.csv': 'x' });
  });
});
