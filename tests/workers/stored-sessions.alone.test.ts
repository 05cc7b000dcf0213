import { beforeEach, describe, expect, it, vi } from 'vitest';
import {
  bytesSource,
  columnNames,
  columnOf,
  openTable,
  unwatched,
  type ReadResult,
} from '../../src/engine/index';
import type { SessionState } from '../../src/workers/api';
import { FakeStorage } from '../support/fake-storage';
import { segmentedOrders } from '../support/session';

const session = await segmentedOrders();
const { understanding, fits } = session;
const rest = () => undefined;

const storage = new FakeStorage();
vi.stubGlobal('indexedDB', storage.indexedDB);
vi.stubGlobal('navigator', {
  locks: {
    request: (_: string, a: unknown, b?: (lock: object) => unknown) => (b ?? (a as () => unknown))({}),
  },
});
const tab = await import('../../src/workers/sessions');

const readOf = async (text: string): Promise<ReadResult> =>
  (await openTable(bytesSource('a.csv', new TextEncoder().encode(text)), {}, unwatched)).read;
const first = await readOf('name,spend\nAnn,1\nBob,2\nCid,3\n');
const second = await readOf('name,spend\nAnn,one\nBob,two\nCid,three\n');
const file = () => new Blob(['name,spend\nAnn,1\nBob,2\nCid,3\n']);

const stateAt = (step: number): SessionState => ({
  info: { ...session.state.info, id: 'a', name: 'Work', segments: step },
  history: session.state.history,
  cursor: 1,
});
const saving = (step: number, holder = 'tab') => ({
  state: stateAt(step),
  understanding,
  fits,
  beside: [['labels/a', step]] as const,
  holder,
});
const cells = ({ table }: ReadResult) => columnNames(table).map((name) => [...columnOf(table, name)]);

beforeEach(() => storage.forget());

describe('a tab that is closed while it stores', () => {
  it('leaves the last step or the one before, whole, whenever that is', async () => {
    await tab.saveWhole(saving(1), [{ read: first, file: file() }]);
    await tab.saveState(saving(2));
    // Its columns are read in another way: all cells are stored anew.
    await tab.saveWhole(saving(3), [{ read: second, file: file() }]);
    await tab.saveState(saving(4));
    const moments = [...storage.moments];
    expect(moments.length).toBeGreaterThan(12);
    const steps: (number | null)[] = [];
    for (const moment of moments) {
      storage.forget(moment);
      const back = await tab.loadSession('a', rest);
      const step = back?.state.info.segments ?? null;
      steps.push(step);
      expect(back?.files.map(({ read }) => cells(read)) ?? []).toEqual(
        step === null ? [] : [cells(step < 3 ? first : second)],
      );
      expect(storage.values.get('labels/a') ?? null).toBe(step);
      // What is left of what was not stored to its end goes, and the session does not.
      await tab.removeUnfinished();
      expect((await tab.loadSession('a', rest))?.state.info.segments ?? null).toBe(step);
      expect([...storage.values.keys()].filter((key) => key.startsWith('read/'))).toHaveLength(
        step === null ? 0 : 1,
      );
    }
    expect([...new Set(steps)]).toEqual([null, 1, 2, 3, 4]);
  });

  it('loses nothing of what was stored where there is no room for more', async () => {
    await tab.saveWhole(saving(1), [{ read: first, file: null }]);
    const before = new Map(storage.values);
    storage.refuse = (key) => {
      if (key.startsWith('read/')) throw new DOMException('no room', 'QuotaExceededError');
    };
    await expect(tab.saveWhole(saving(2), [{ read: second, file: null }])).rejects.toThrow('storage-full');
    expect(storage.values).toEqual(before);
  });
});

describe('two tabs with one session', () => {
  it('do not store over each other: whoever opened it last has it', async () => {
    await tab.saveWhole(saving(1, 'one'), [{ read: first, file: null }]);
    await tab.saveState(saving(2, 'one'));
    await expect(tab.saveState(saving(9, 'two'))).rejects.toThrow('session-taken');
    await tab.takeSession('a', 'two');
    await tab.saveState(saving(3, 'two'));
    await expect(tab.saveState(saving(9, 'one'))).rejects.toThrow('session-taken');
    await expect(tab.saveWhole(saving(9, 'one'), [{ read: second, file: null }])).rejects.toThrow(
      'session-taken',
    );
    const back = await tab.loadSession('a', rest);
    expect([back!.state.info.segments, cells(back!.files[0]!.read)]).toEqual([3, cells(first)]);
    expect([...storage.values.keys()].filter((key) => key.startsWith('read/'))).toHaveLength(1);
  });

  it('do not bring back what one of them deleted', async () => {
    await tab.saveWhole(saving(1), [{ read: first, file: file() }]);
    await tab.deleteSession('a');
    expect(storage.values.size).toBe(0);
    await expect(tab.saveState(saving(2))).rejects.toThrow('session-taken');
    await tab.takeSession('a', 'two');
    expect(storage.values.size).toBe(0);
  });

  it('keep the name that either gave it', async () => {
    await tab.saveWhole(saving(1), [{ read: first, file: null }]);
    await tab.renameSession('a', 'Spring');
    await tab.saveState(saving(2));
    expect(await tab.listSessions()).toMatchObject([{ name: 'Spring', segments: 2 }]);
  });
});

describe('a stored session', () => {
  it('says how much of the device it takes', async () => {
    await tab.saveWhole(saving(1), [{ read: first, file: file() }]);
    const packed = 3 * 4 + 'AnnBobCid'.length + 4 * 4 + 3 * 8;
    expect(await tab.listSessions()).toMatchObject([{ stored: packed + file().size }]);
  });

  it('of an earlier version opens, and is stored in the new way from then on', async () => {
    await tab.saveWhole(saving(1), [{ read: first, file: file() }]);
    const { files: place, ...state } = storage.values.get('state/a') as SessionState & {
      files: { stock: string };
    };
    const old = [...storage.values].map(
      ([key, value]) => [key.replace(`a/${place.stock}/0`, 'a'), key === 'state/a' ? state : value] as const,
    );
    storage.forget(new Map(old.filter(([key]) => key !== 'holder/a')));
    expect(cells((await tab.loadSession('a', rest))!.files[0]!.read)).toEqual(cells(first));
    await tab.takeSession('a', 'tab');
    await tab.saveState(saving(2));
    expect(cells((await tab.loadSession('a', rest))!.files[0]!.read)).toEqual(cells(first));
    await tab.saveWhole(saving(3), [{ read: second, file: null }]);
    const back = await tab.loadSession('a', rest);
    expect([cells(back!.files[0]!.read), back!.files[0]!.file]).toEqual([cells(second), null]);
    expect([...storage.values.keys()].filter((key) => /^(read|file|cells)\//.test(key))).toHaveLength(7);
  });

  it('goes into a file without being opened', async () => {
    await tab.saveWhole(saving(1), [{ read: first, file: file() }]);
    const { sessionFile } = await import('../../src/workers/session-file/write-session');
    const { readSessionFile } = await import('../../src/workers/session-file/read-session');
    const { bytesOf, sourceOf } = await import('../support/session');
    const bytes = await bytesOf(sessionFile((await tab.sessionToSave('a'))!, null));
    const saved = await readSessionFile(sourceOf(bytes), null, unwatched);
    if (saved.kind !== 'session') throw new Error(saved.kind);
    expect(cells(saved.session.files[0]!.read)).toEqual(cells(first));
    expect(await saved.session.files[0]!.file!.text()).toBe(await file().text());
    expect(await tab.sessionToSave('b')).toBeNull();
  });
});
