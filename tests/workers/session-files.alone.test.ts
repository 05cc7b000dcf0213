import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { SessionState } from '../../src/workers/api';
import type { SessionFileOpened, WantedSession } from '../../src/workers/session-files-api';
import { FakeStorage } from '../support/fake-storage';
import { valueOf } from '../support/outcomes';

vi.mock('../../src/workers/reader.worker.ts?worker&url', () => ({ default: 'reader.js' }));
vi.mock('../../src/workers/piece.worker.ts?worker&url', () => ({ default: 'piece.js' }));
const storage = new FakeStorage();
vi.stubGlobal('indexedDB', storage.indexedDB);
vi.stubGlobal('navigator', { hardwareConcurrency: 1 });
const { Desk } = await import('../../src/workers/desk');

const watch = () => undefined;
const fixture = (name: string) => new Uint8Array(readFileSync(`tests/fixtures/${name}`));
const restored = (opened: SessionFileOpened) => {
  if (opened.kind !== 'session') throw new Error(opened.kind);
  return opened.restored;
};

const desk = new Desk();
let state: SessionState;
/** The first customers with their segments, as the desk has them. */
const segments = (on: InstanceType<typeof Desk>, afterStep: number) =>
  valueOf(on.rows({ table: { afterStep }, from: 0, count: 50, columns: ['Customer', 'segment'] }));

beforeAll(async () => {
  const file = new File([fixture('data/cli-orders.csv')], 'orders.csv');
  const { understanding } = await valueOf(desk.open(1, file, {}, watch));
  if (!understanding.recipe.ok) throw new Error(understanding.recipe.code);
  const { recipe } = understanding.recipe;
  const run = await valueOf(desk.run(2, recipe, 'learn', watch));
  const { report } = understanding;
  state = {
    info: {
      id: 'a',
      name: 'Spring',
      file: report.name,
      bytes: report.bytes,
      rows: report.rows,
      columns: 4,
      segments: run.segmentation!.k,
      changed: 0,
    },
    history: [{ recipe, choice: {} }],
    cursor: 0,
  };
});

const saved = async (wanted: Partial<WantedSession>, name = 'spring.tessera') => {
  const whole: WantedSession = { of: { open: state }, content: 'session', passphrase: null, ...wanted };
  return new File([(await valueOf(desk.saveSessionFile(3, whole, null, watch)))!], name);
};

describe('work saved as a file', () => {
  it('opens in another tab with the same customers in the same segments', async () => {
    const other = new Desk();
    const back = restored(await valueOf(other.openSessionFile(1, await saved({}), null, watch)));
    expect(back).toMatchObject({ hasFile: true, state: { info: { name: 'Spring' } } });
    const last = state.history[0]!.recipe.steps.length - 1;
    expect(await segments(other, last)).toEqual(await segments(desk, last));
    expect(back.run!.segmentation).toEqual(
      (await valueOf(desk.run(4, state.history[0]!.recipe, 'reuse', watch))).segmentation,
    );
  });

  it('is written from what is stored as from what is open', async () => {
    await valueOf(desk.saveSession(state, true, 'tab'));
    const [open, stored] = [await saved({}), await saved({ of: { id: 'a' } })];
    expect(stored.size).toBe(open.size);
    expect(
      await desk.saveSessionFile(5, { of: { id: 'b' }, content: 'session', passphrase: null }, null, watch),
    ).toMatchObject({
      error: { code: 'unreadable-file', details: { reason: 'session-gone' } },
    });
  });

  it('holds a model that another file can use where rows are to stay', async () => {
    const file = await saved({ content: 'model', passphrase: 'a b c' });
    expect(await desk.openSessionFile(6, file, null, watch)).toMatchObject({
      error: { code: 'needs-passphrase' },
    });
    const opened = await valueOf(desk.openSessionFile(7, file, 'a b c', watch));
    if (opened.kind !== 'model') throw new Error(opened.kind);
    expect(await valueOf(desk.recipeFacts(opened.saved))).toEqual({
      madeFrom: ['orders.csv'],
      steps: state.history[0]!.recipe.steps.length,
      learnt: true,
    });
  });
});

describe('a session file that does not open', () => {
  const good = fixture('sessions/version-1.tessera');
  const locked = fixture('sessions/version-1-locked.tessera');
  it.each([
    ['damaged-session', good.map((byte, at) => (at === 3000 ? byte ^ 4 : byte)), null],
    ['truncated-session', good.subarray(0, 4000), null],
    ['not-a-session', fixture('data/cli-orders.csv'), null],
    ['needs-passphrase', locked, null],
    ['wrong-passphrase', locked, 'three blind rats'],
  ])('leaves what is open as it is: %s', async (code, bytes, passphrase) => {
    const last = state.history[0]!.recipe.steps.length - 1;
    const [before, stored] = [await segments(desk, last), new Map(storage.values)];
    const opened = await desk.openSessionFile(8, new File([bytes], 'x.tessera'), passphrase, watch);
    expect(opened).toMatchObject({ ok: false, error: { code, details: { file: 'x.tessera' } } });
    expect(await segments(desk, last)).toEqual(before);
    expect(storage.values).toEqual(stored);
    expect(await desk.saveSession(state, false, 'tab')).toMatchObject({ ok: true });
  });
});

describe('what is stored while the next step runs', () => {
  it('is as it was when it was asked for', async () => {
    const shorter = { ...state.history[0]!.recipe, steps: state.history[0]!.recipe.steps.slice(0, 2) };
    const storing = desk.saveSession(state, true, 'tab');
    const running = desk.run(9, shorter, 'learn', watch);
    await Promise.all([storing, running]);
    const { fits } = storage.values.get('results/a') as { fits: Record<string, unknown> };
    expect(Object.keys(fits)).toEqual(state.history[0]!.recipe.steps.map(({ id }) => id));
    await desk.run(10, state.history[0]!.recipe, 'learn', watch);
  });

  it('is refused as long as its cells could not be stored', async () => {
    storage.refuse = (key) => {
      if (key.startsWith('read/')) throw new DOMException('no room', 'QuotaExceededError');
    };
    const all = [desk.saveSession(state, true, 'tab'), desk.saveSession(state, false, 'tab')];
    for (const one of await Promise.all(all)) expect(one).toMatchObject({ error: { code: 'storage-full' } });
    storage.refuse = () => undefined;
    expect(await desk.saveSession(state, true, 'tab')).toMatchObject({ ok: true });
    expect(await desk.saveSession(state, false, 'tab')).toMatchObject({ ok: true });
  });
});
