import { unzipSync } from 'fflate';
import type { ProfileChoice } from '../../src/engine/export/profiles/choice';
import { Contacts } from '../../src/engine/export/profiles/contacts';
import type { Destination, DestinationId, Limits } from '../../src/engine/export/profiles/destination';
import { destinationOf } from '../../src/engine/export/profiles/destinations';
import { lostCsv } from '../../src/engine/export/profiles/lost-rows';
import { preflight } from '../../src/engine/export/profiles/preflight';
import { prepareRows } from '../../src/engine/export/profiles/prepare-rows';
import { proposeFields, fieldsFor } from '../../src/engine/export/profiles/propose';
import { writeProfile } from '../../src/engine/export/profiles/write-profile';
import { unwatched } from '../../src/engine/work';
import { written } from './files';
import { table } from './tables';

type Cells = Parameters<typeof table>[0];

/** Customers of two segments, with the columns given. */
export function customersWith(columns: Cells, meta: Parameters<typeof table>[1] = {}) {
  const rows = Object.values(columns)[0]!.length;
  const ids = Array.from({ length: rows }, (_, at) => (at % 2) + 1);
  const labels = {
    segment_id: ids,
    segment: ids.map((id) => (id === 1 ? 'Champions' : 'Big, but asleep')),
  };
  return table({ ...labels, ...columns }, meta);
}

/** All that is proposed for these customers, nothing hashed, one file. */
export function choiceFor(
  contacts: Contacts,
  id: DestinationId,
  change: Partial<ProfileChoice> = {},
): ProfileChoice {
  return {
    destination: id,
    segments: null,
    fields: fieldsFor(destinationOf(id), proposeFields(contacts, new Map())),
    properties: [],
    country: null,
    consent: null,
    hash: false,
    guard: true,
    perSegment: false,
    plan: 0,
    ...change,
  };
}

/** What is written and said for a destination, with other limits where these are given. */
export async function campaign(
  columns: Cells,
  id: DestinationId,
  change: Partial<ProfileChoice> = {},
  limits?: Limits,
  meta: Parameters<typeof table>[1] = {},
) {
  const contacts = new Contacts({ customers: customersWith(columns, meta), before: [] });
  const choice = choiceFor(contacts, id, change);
  const destination: Destination = { ...destinationOf(id), ...(limits && { limits: [limits] }) };
  const prepared = await prepareRows(choice, contacts, unwatched, destination);
  const told = await preflight(prepared, unwatched);
  const pieces: Uint8Array[] = [];
  const names = told.files.map((_, at) => `${at + 1}.csv`);
  for await (const piece of writeProfile(prepared, names, unwatched)) pieces.push(piece);
  const bytes = new Uint8Array(Buffer.concat(pieces));
  return {
    told,
    bytes,
    text: new TextDecoder().decode(bytes),
    lost: await written(lostCsv(prepared, unwatched)),
    /** By name, where there are several. */
    files: () =>
      Object.entries(unzipSync(bytes)).map(([name, file]) => [name, new TextDecoder().decode(file)] as const),
  };
}
