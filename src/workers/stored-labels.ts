import { get } from 'idb-keyval';
import {
  packLabels,
  unpackLabels,
  type LabelledCustomers,
  type PackedLabels,
  type Recipe,
} from '../engine/index';
import { store, type Entries } from './session-store';
import { withStorage } from './storage-refused';

/** What a session reuses: what was learnt elsewhere, and who was in which segment there, where that is known. */
export interface Reused {
  /** Name of the work or file it came from. */
  from: string;
  recipe: Recipe;
  fits: Readonly<Record<string, unknown>>;
  then: { name: string; customers: LabelledCustomers } | null;
}

type StoredReused = Omit<Reused, 'then'> & { then: { name: string; customers: PackedLabels } | null };

/** Who is in which segment of a session, so that a later one can be held against it. */
const labelsKey = (id: string): string => `labels/${id}`;
/** What it reuses. */
const reusedKey = (id: string): string => `reused/${id}`;

/** To be stored with the session; null takes away what was stored. */
export const labelsEntry = (id: string, labels: LabelledCustomers | null): Entries[number] => [
  labelsKey(id),
  labels ? packLabels(labels) : undefined,
];

export async function loadLabels(id: string): Promise<LabelledCustomers | null> {
  const stored = await withStorage(() => get<PackedLabels>(labelsKey(id), store()));
  return stored ? unpackLabels(stored) : null;
}

/** To be stored with the session; null takes away what was stored. */
export function reusedEntry(id: string, reused: Reused | null): Entries[number] {
  if (!reused) return [reusedKey(id), undefined];
  const { then } = reused;
  const stored: StoredReused = {
    ...reused,
    then: then && { name: then.name, customers: packLabels(then.customers) },
  };
  return [reusedKey(id), stored];
}

export async function loadReused(id: string): Promise<Reused | null> {
  const stored = await withStorage(() => get<StoredReused>(reusedKey(id), store()));
  if (!stored) return null;
  const { then } = stored;
  return { ...stored, then: then && { name: then.name, customers: unpackLabels(then.customers) } };
}
