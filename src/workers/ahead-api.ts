import type { FaultInTurn, Recipe, StepEffect } from '../engine/index';
import type { Outcome, TableAt, Watch } from './api';

/** A step about to be added or changed. */
export interface StepAhead {
  /** The recipe as it would be. */
  recipe: Recipe;
  /** Which of its steps it is. */
  index: number;
  /** The table that reaches it. */
  before: TableAt;
}

/** What can be asked about a change of the recipe before it is made. */
export interface AheadApi {
  /**
   * What a step would do, and what it would mean for those after it; of so many rows spread through the table, or of
   * all. Null where a sample says nothing.
   */
  effect(
    call: number,
    ahead: StepAhead,
    sample: number | null,
    watch: Watch,
  ): Promise<Outcome<StepEffect | null>>;
  /** All that could not run in each of these recipes on the files that are open, before any of them is run. */
  faults(recipes: readonly Recipe[]): Promise<Outcome<readonly (readonly FaultInTurn[])[]>>;
}
