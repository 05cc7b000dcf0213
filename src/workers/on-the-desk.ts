import type { Recipe, RunOutcome, Segmentation, Table, Understanding } from '../engine/index';
import type { HeldFile } from './held-files';

/** The first of the files that are open, those put together with it, and what is understood of them. */
export interface Source extends HeldFile {
  /** The other files that are put together with it, in the order of the recipe's sources. */
  others: readonly HeldFile[];
  understanding: Understanding;
}

/** What the present recipe gave. */
export interface Run {
  recipe: Recipe;
  outcome: RunOutcome;
  segmentation: Segmentation | null;
  source: Table;
}
