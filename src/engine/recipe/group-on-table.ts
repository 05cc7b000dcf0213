import { plainName } from '../steps/append/plain-name';
import { columnsNeeded } from './columns-needed';
import { registry, type Registry } from './registry';
import type { KnownColumn } from './step';
import type { FreeStep, StepGroup } from './step-group';
import { withColumnsNamed } from './with-columns-named';

/** A group of steps held against the columns of a table. */
export interface GroupOnTable {
  /**
   * Columns it needs that are not there, each with those that could stand for it by their kind; `alike`: the one whose
   * name differs only in how it is written.
   */
  missing: readonly { column: string; fitting: readonly string[]; alike: string | null }[];
  /** Its steps with the names that were given; null as long as one is missing, or where they cannot be written so. */
  steps: readonly FreeStep[] | null;
}

/**
 * What a group of steps lacks on a table, and its steps as they would be done there.
 * @param names which column stands for one of the group: its name there → its name in the table
 */
export function groupOnTable(
  { steps }: StepGroup,
  columns: readonly KnownColumn[],
  names: ReadonlyMap<string, string>,
  known: Registry = registry,
): GroupOnTable {
  const there = new Set(columns.map(({ name }) => name));
  const lacking = columnsNeeded(steps, known).filter(({ column }) => !there.has(column));
  const missing = lacking.map(({ column, kinds }) => {
    const fitting = columns
      .filter(({ kind, blank }) => kinds === null || blank === true || kinds.includes(kind))
      .map(({ name }) => name);
    const alike = fitting.find((name) => plainName(name) === plainName(column)) ?? null;
    return { column, fitting, alike };
  });
  const stand = new Map(
    lacking.flatMap(({ column }) => {
      const found = names.get(column);
      return found !== undefined && there.has(found) ? [[column, found] as const] : [];
    }),
  );
  return { missing, steps: stand.size < lacking.length ? null : withColumnsNamed(steps, stand, known) };
}
