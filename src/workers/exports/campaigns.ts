import {
  Contacts,
  lostCsv,
  preflight,
  prepareRows,
  writeProfile,
  type Preflight,
  type PreparedRows,
  type ProfileChoice,
  type Role,
  type Table,
  type Work,
} from '../../engine/index';
import type { Finished } from './finished';
import { wallClock } from './wall-clock';

/** The file of a service, or a zip where there are several of them. */
export interface CampaignFile {
  what: 'campaign' | 'campaign-zip';
  choice: ProfileChoice;
  /** Names of the files, as many and in the order that the preflight told of. */
  names: readonly string[];
}

/** Who and what is not in that file, and why. */
export interface LostFile {
  what: 'campaign-lost';
  choice: ProfileChoice;
}

/** What was settled last for some customers. */
interface Known {
  contacts: Contacts;
  last: { key: string; prepared: PreparedRows; told: Preflight } | null;
}

/** By the customers' table, so that what is known goes with it. */
const known = new WeakMap<Table, Known>();

function knownOf({ outcome, source }: Finished): Known {
  const customers = outcome.table;
  let found = known.get(customers);
  if (!found) {
    found = { contacts: new Contacts({ customers, before: [source, ...outcome.tables] }), last: null };
    known.set(customers, found);
  }
  return found;
}

/** What is known of the present customers. */
export const contactsOf = (finished: Finished): Contacts => knownOf(finished).contacts;

/** Roles that were said or guessed, by column of the file. */
export const rolesOf = ({ opened }: Finished): ReadonlyMap<string, Role> =>
  new Map(opened.understanding.guesses.map(({ column, role }) => [column, role]));

/** What the choice comes to; a choice that was looked at is not worked out again to be written. @throws EngineError; Stopped */
export async function settled(choice: ProfileChoice, finished: Finished, work: Work) {
  const of = knownOf(finished);
  const key = JSON.stringify(choice);
  if (of.last?.key === key) return of.last;
  const prepared = await prepareRows(choice, of.contacts, work);
  return (of.last = { key, prepared, told: await preflight(prepared, work) });
}

/** @throws EngineError; Stopped */
export async function* writeCampaign({ choice, names }: CampaignFile, finished: Finished, work: Work) {
  const { prepared } = await settled(choice, finished, work);
  yield* writeProfile(prepared, names, work, wallClock());
}

/** @throws EngineError; Stopped */
export async function* writeLost({ choice }: LostFile, finished: Finished, work: Work) {
  const { prepared } = await settled(choice, finished, work);
  yield* lostCsv(prepared, work);
}
