import type { Grain, Kind } from '../../../engine/index';
import type { ColumnHead } from '../../../workers/api';
import type { Params } from '../step-form';

/** The groups of the catalogue, in order. */
export const GROUPS = [
  'Duplicates',
  'Missing cells',
  'Types',
  'Text',
  'Spellings',
  'Outliers',
  'Rows and columns',
  'Put right',
  'Per customer',
  'New columns',
] as const;
export type StepGroup = (typeof GROUPS)[number];

const FEATURE_GROUPS: ReadonlySet<StepGroup> = new Set<StepGroup>(['Per customer', 'New columns']);

/** The place where a step is offered. */
export type StepPlace = 'clean' | 'features';

export const placeOf = (group: StepGroup): StepPlace => (FEATURE_GROUPS.has(group) ? 'features' : 'clean');

/** A step that can be added by hand. One op may stand more than once, with other choices to start from. */
export interface CatalogueEntry {
  op: string;
  /** As the registry has it; 1, if not said. */
  version?: number;
  group: StepGroup;
  /** What it does, as a command: "Remove extra spaces". No two are the same. */
  title: string;
  /** One line of what it is for. */
  about: string;
  /** Other words that a person may look for. */
  words?: string;
  /** What the rows of the table must be; either, if not said. */
  grain?: Grain;
  /** Kinds of columns it is offered for at the head of a column; none: it concerns no single one. */
  kinds: readonly Kind[];
  /**
   * The choices the form begins with, for the column chosen, if one was; they need not be finished. Null where the table
   * has nothing that the step could be done on.
   */
  start(columns: readonly ColumnHead[], chosen: ColumnHead | null): Params | null;
  /** What is missing where `start` finds nothing; words for any step, if not said. */
  without?: string;
}

/** Names of the chosen column alone; of none, if none is chosen or it is not of these kinds. */
export const chosenOnly = (chosen: ColumnHead | null, kinds: readonly Kind[]): string[] =>
  chosen && kinds.includes(chosen.kind) ? [chosen.name] : [];

/** The chosen column, else the first of these kinds; null where there is none. */
export const chosenOrFirst = (
  columns: readonly ColumnHead[],
  chosen: ColumnHead | null,
  kinds: readonly Kind[],
): string | null =>
  (chosen && kinds.includes(chosen.kind) ? chosen : columns.find(({ kind }) => kinds.includes(kind)))?.name ??
  null;

export const ANY_KIND: readonly Kind[] = ['number', 'date', 'text', 'boolean'];
