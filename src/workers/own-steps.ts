import { get, update } from 'idb-keyval';
import {
  columnsNeeded,
  EngineError,
  groupOnTable,
  parseStepGroup,
  type FreeStep,
  type GroupOnTable,
  type KnownColumn,
  type StepGroup,
} from '../engine/index';
import type { Outcome } from './api';
import type { KeptOrTaken, KeptSteps, OwnStepsApi } from './own-steps-api';
import type { SavedFile } from './recipe-api';
import { store } from './session-store';
import { withStorage } from './storage-refused';
import { WatchedCalls } from './watched-calls';
import { outcome } from './wire';

/** One value, so that tabs that write at once do not lose each other's. Without a slash: it is no part of a session. */
const KEY = 'own-steps';

/** Steps that are kept to be used again, beside the stored sessions. */
export class OwnSteps extends WatchedCalls implements OwnStepsApi {
  ownSteps(): Promise<Outcome<readonly KeptSteps[]>> {
    return outcome(async () => {
      const stored = await withStorage(() => get<unknown[]>(KEY, store()));
      // What a newer version kept is not shown and stays.
      return (stored ?? [])
        .flatMap(understood)
        .sort((a, b) => a.name.localeCompare(b.name))
        .map((group) => ({ group, needs: columnsNeeded(group.steps).map(({ column }) => column) }));
    });
  }

  keepSteps(name: string, steps: readonly FreeStep[], over: boolean): Promise<Outcome<KeptOrTaken>> {
    return outcome(async () => {
      const group = parseStepGroup({ format: 'tessera-steps', version: 1, name, steps });
      let kept: KeptOrTaken = 'kept';
      await change((before) => {
        const others = before.filter((one) => nameOf(one) !== group.name);
        kept = others.length < before.length && !over ? 'taken' : 'kept';
        return kept === 'taken' ? before : [...others, group];
      });
      return kept;
    });
  }

  stepsInFile({ name, text }: SavedFile): Promise<Outcome<StepGroup>> {
    return outcome(() => {
      try {
        return parseStepGroup(text);
      } catch (error) {
        if (error instanceof EngineError) throw new EngineError(error.code, { ...error.details, file: name });
        throw error;
      }
    });
  }

  removeSteps(name: string): Promise<Outcome<null>> {
    return outcome(async () => {
      await change((before) => before.filter((one) => nameOf(one) !== name));
      return null;
    });
  }

  stepsOnTable(
    group: StepGroup,
    columns: readonly KnownColumn[],
    names: readonly (readonly [column: string, found: string])[],
  ): Promise<Outcome<GroupOnTable>> {
    return outcome(() => groupOnTable(group, columns, new Map(names)));
  }
}

const change = (make: (before: readonly unknown[]) => readonly unknown[]): Promise<void> =>
  withStorage(() => update<readonly unknown[]>(KEY, (before) => make(before ?? []), store()));

const nameOf = (stored: unknown): string =>
  typeof stored === 'object' && stored !== null && 'name' in stored ? String(stored.name) : '';

function understood(stored: unknown): StepGroup[] {
  try {
    return [parseStepGroup(stored)];
  } catch {
    return [];
  }
}
