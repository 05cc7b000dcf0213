import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { columnNames, columnOf, unwatched, type Table } from '../../../src/engine/index';
import type { KeptCampaign } from '../../../src/workers/kept-campaign';
import type { KeptLists } from '../../../src/workers/kept-lists';
import { readSessionFile } from '../../../src/workers/session-file/read-session';
import {
  fileOnDesk,
  modelFile,
  sessionFile,
  type SessionToSave,
} from '../../../src/workers/session-file/write-session';
import { isTooLarge } from '../../../src/workers/session-file/too-large';
import { table as tableOf } from '../../support/tables';
import { bytesOf, ordersBytes, segmentedOrders, sourceOf } from '../../support/session';

const cellsOf = (table: Table) =>
  Object.fromEntries(columnNames(table).map((name) => [name, [...columnOf(table, name)]]));

const read = (bytes: Uint8Array, passphrase: string | null = null) =>
  readSessionFile(sourceOf(bytes), passphrase, unwatched);

async function wholeOf(bytes: Uint8Array, passphrase: string | null = null) {
  const saved = await read(bytes, passphrase);
  if (saved.kind !== 'session') throw new Error(saved.kind);
  return saved;
}

let session: SessionToSave;
let table: Table;
beforeAll(async () => {
  session = await segmentedOrders();
  table = (await wholeOf(new Uint8Array(await bytesOf(sessionFile(session, null))))).session.files[0]!.read
    .table;
});

/** All that is in it, compared with what was saved. */
async function isTheSame(bytes: Uint8Array, passphrase: string | null) {
  const { session: back, reused } = await wholeOf(bytes, passphrase);
  const { id: _, ...info } = session.state.info;
  expect(back.state).toEqual({ ...session.state, info: { id: '', ...info } });
  expect(back.understanding).toEqual(session.understanding);
  expect(back.fits).toEqual(session.fits);
  expect(back.files.map(({ read: one }) => one.report)).toEqual(session.files.map(({ report }) => report));
  expect(new Uint8Array(await back.files[0]!.file!.arrayBuffer())).toEqual(ordersBytes());
  expect(reused!.fits).toEqual(session.reused!.fits);
  expect(reused!.then!.customers).toEqual(session.reused!.then!.customers);
}

/** As a CRM writes it that has hundreds of fields and fills few. */
function mostlyBlank(rows: number, columns: number) {
  const blank = Array.from({ length: columns }, (_, at) => [`Field ${at}`, new Array<null>(rows).fill(null)]);
  return tableOf({
    id: Array.from({ length: rows }, (_, at) => at + 1),
    ...(Object.fromEntries(blank) as Record<string, null[]>),
  });
}

describe('what was chosen for a file for a service', () => {
  const campaign: KeptCampaign = {
    choice: {
      ...{ destination: 'meta', segments: [2], properties: [], country: 'DE', hash: true, guard: true },
      fields: { email: { column: 'Mail' }, fn: { column: 'Name', part: 'first' } },
      ...{ consent: { column: 'ok', yes: ['1'] }, perSegment: true, plan: 0 },
    },
    segments: ['Champions'],
    others: [{ destination: 'klaviyo', fields: {}, properties: ['size'], perSegment: false, plan: 0 }],
  };
  const stateOf = async (kept: unknown) => {
    const state = { ...session.state, campaign: kept as KeptCampaign };
    return (await wholeOf(await bytesOf(sessionFile({ ...session, state }, null)))).session.state;
  };

  it('comes back with the session', async () => {
    expect((await stateOf(campaign)).campaign).toEqual(campaign);
  });

  it('is passed over where it is none we know', async () => {
    const choice = { ...campaign.choice, destination: 'a service of a later version' };
    expect(await stateOf({ ...campaign, choice })).not.toHaveProperty('campaign');
  });
});

describe('what was chosen for lists', () => {
  const csv = { delimiter: ';', decimal: ',', encoding: 'utf-8-bom', dates: 'dotted', guard: false } as const;
  const lists: KeptLists = {
    look: { format: 'csv', csv },
    columns: ['customer', 'spent'],
    segments: ['Champions'],
    rowColumns: null,
    rowGuard: true,
  };
  const stateOf = async (kept: unknown) => {
    const state = { ...session.state, lists: kept as KeptLists };
    return (await wholeOf(await bytesOf(sessionFile({ ...session, state }, null)))).session.state;
  };

  it('comes back with the session', async () => {
    expect((await stateOf(lists)).lists).toEqual(lists);
  });

  it('is passed over where it is none we know', async () => {
    const look = { format: 'a format of a later version', csv };
    expect(await stateOf({ ...lists, look })).not.toHaveProperty('lists');
  });
});

describe('a session whose cells get hundreds of times smaller', () => {
  it('opens, also where it has as many rows as a tab reads', async () => {
    const { report } = session.files[0]!;
    const made = fileOnDesk({ report, table: mostlyBlank(20_000, 200) }, null);
    const bytes = await bytesOf(sessionFile({ ...session, files: [made], reused: null }, null));
    const cells = made.sizes.flat().reduce((sum, size) => sum + size, 0);
    expect(cells / bytes.length).toBeGreaterThan(200);
    expect(columnNames((await wholeOf(bytes)).session.files[0]!.read.table)).toHaveLength(201);
    const times = 1.2e9 / cells;
    expect(isTooLarge({ cells: cells * times, files: 0 }, bytes.length * times)).toBe(false);
  });
});

describe('a session file', () => {
  it('brings back table, file, history, fits, understanding and names', async () => {
    await isTheSame(await bytesOf(sessionFile(session, null)), null);
    expect(cellsOf(table)).toMatchObject({ Order: expect.anything(), Customer: expect.anything() });
    expect(table.numRows()).toBe(session.state.info.rows);
  });

  it('brings back what an AI said, where one was asked', async () => {
    const answer = {
      id: 'a',
      when: 1_764_000_000_000,
      chart: 'profiles',
      to: 'http://localhost:11434',
      model: 'gemma3',
      prompt: 'What is seen?',
      pieces: [{ text: 'A has ' }, { text: '12 %', ours: true }, { text: '.' }],
      whole: true,
      sizes: [3, 4],
    };
    const state = { ...session.state, answers: [answer] };
    const back = await wholeOf(await bytesOf(sessionFile({ ...session, state }, null)));
    expect(back.session.state.answers).toEqual([answer]);
    const without = await wholeOf(await bytesOf(sessionFile(session, null)));
    expect(without.session.state).not.toHaveProperty('answers');
  });

  it('does so behind a passphrase, and shows nothing of it', async () => {
    const bytes = await bytesOf(sessionFile(session, 'été – pass 1'));
    const text = new TextDecoder('latin1').decode(bytes);
    expect(text).not.toContain('tessera-session');
    expect(text).not.toContain('C-004');
    // The same letters, composed otherwise.
    await isTheSame(bytes, 'e\u0301te\u0301 – pass 1');
  });

  it('is another each time it is locked', async () => {
    const one = await bytesOf(modelFile({ name: 'a', recipe: session.reused!.recipe, fits: null }, 'same'));
    const two = await bytesOf(modelFile({ name: 'a', recipe: session.reused!.recipe, fits: null }, 'same'));
    expect(one.subarray(96, 300)).not.toEqual(two.subarray(96, 300));
  });

  it('holds recipe and model alone where rows are to stay', async () => {
    const { recipe } = session.reused!;
    const bytes = await bytesOf(modelFile({ name: 'Spring', recipe, fits: session.fits }, null));
    expect(await read(bytes)).toEqual({ kind: 'model', name: 'Spring', recipe, fits: session.fits });
  });

  it('opens without the original file where it was not kept', async () => {
    const [{ report }] = session.files as [SessionToSave['files'][number]];
    const bytes = await bytesOf(
      sessionFile({ ...session, files: [fileOnDesk({ table, report }, null)], reused: null }, null),
    );
    const back = await wholeOf(bytes);
    expect(back.session.files[0]!.file).toBeNull();
    expect(cellsOf(back.session.files[0]!.read.table)).toEqual(cellsOf(table));
    expect(back.reused).toBeNull();
  });

  it('carries a file of many pieces', async () => {
    const large = new Uint8Array((5 << 20) + 7);
    for (let at = 0; at < large.length; at++) large[at] = (at * at * 31 + (at >> 9)) & 255;
    const [{ report }] = session.files as [SessionToSave['files'][number]];
    const files = [fileOnDesk({ table, report }, new Blob([large]))];
    const back = await wholeOf(await bytesOf(sessionFile({ ...session, files }, null)));
    expect(Buffer.from(await back.session.files[0]!.file!.arrayBuffer()).equals(Buffer.from(large))).toBe(
      true,
    );
  });

  it.each([
    ['version-1.tessera', null],
    ['version-1-locked.tessera', 'three blind mice'],
  ])('of the first version opens for ever: %s', async (name, passphrase) => {
    const { session: back, reused } = await wholeOf(
      new Uint8Array(readFileSync(`tests/fixtures/sessions/${name}`)),
      passphrase,
    );
    expect(back.state.info).toMatchObject({ name: 'Spring – “été” 🌱', rows: 130, segments: 3 });
    expect(back.state.history).toHaveLength(2);
    expect(cellsOf(back.files[0]!.read.table)).toEqual(cellsOf(table));
    expect(new Uint8Array(await back.files[0]!.file!.arrayBuffer())).toEqual(ordersBytes());
    expect(reused!.from).toBe('winter.csv');
  });
});
