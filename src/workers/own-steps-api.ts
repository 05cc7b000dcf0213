import type { FreeStep, GroupOnTable, KnownColumn, StepGroup } from '../engine/index';
import type { Outcome } from './api';
import type { SavedFile } from './recipe-api';

/** `taken`: one of that name is kept already, and stays as it is. */
export type KeptOrTaken = 'kept' | 'taken';

/** A kept group and the columns it needs. */
export interface KeptSteps {
  group: StepGroup;
  needs: readonly string[];
}

/** What can be asked about steps that are kept to be used again. */
export interface OwnStepsApi {
  /** All that are kept in this browser, by name. */
  ownSteps(): Promise<Outcome<readonly KeptSteps[]>>;
  /** @param over whether they take the place of those of the same name */
  keepSteps(name: string, steps: readonly FreeStep[], over: boolean): Promise<Outcome<KeptOrTaken>>;
  /** Whether that file holds steps to use again: these. */
  stepsInFile(saved: SavedFile): Promise<Outcome<StepGroup>>;
  removeSteps(name: string): Promise<Outcome<null>>;
  /** Holds kept steps against a table; `names` says which column stands for one of theirs. */
  stepsOnTable(
    group: StepGroup,
    columns: readonly KnownColumn[],
    names: readonly (readonly [column: string, found: string])[],
  ): Promise<Outcome<GroupOnTable>>;
}
