import type { Points } from '../../../stats/points';
import type { Work } from '../../../work';
import type { Categories } from '../categories';
import type { RunFit, SegmentFit } from '../fit';
import type { GroupedRows } from '../grouped-rows';
import type { TreeFit } from '../tree-fit';

/** How many segments are to be tried. */
export interface Asked {
  /** Every number from 1 up to this, fewer where customers are alike. */
  maxK: number;
  /** One larger number, where the user asked for it. */
  beyond: number | null;
  seed: number;
}

export interface LearntRuns {
  /** Each with segments in their final order and with what speaks for it. */
  runs: RunFit[];
  /** For each run the labels of the points, 0 for the most valuable segment. */
  labels: Uint8Array[];
  silhouetteSample: number;
  /** The tree that they are cut from, where there is one. */
  tree?: TreeFit;
  /** Customers they were learnt from, where that was a sample. */
  learntFrom?: number;
}

/** What points are placed by: the segments without a group apart, and the run they are from. */
export interface Placing {
  centroids: readonly (readonly number[])[];
  /** Absent in models of before that do not hold it. */
  run: RunFit | undefined;
  /** Of the points, where the run has prototypes. */
  categories?: Categories;
}

export interface Placed {
  /** For each point its segment, from 0. */
  labels: Uint8Array;
  /** How likely each point belongs there, 0 to 1; absent where `soft` is false. */
  membership?: Float64Array;
}

/** One way to group customers who are alike. Every method is a file of its own beside this one, entered in `methods.ts`. */
export interface Method {
  /** How the line of the recipe goes on: `by a Gaussian mixture`; empty for what is usual. */
  readonly words: string;
  /** Whether a feature can count more than others (`weights`); where not, weights have no say. */
  readonly weighs: boolean;
  /** Whether it says how surely a customer belongs to a segment, in a column of its own. */
  readonly soft: boolean;
  /** Whether text columns count beside the numbers (`categories`). */
  readonly mixed: boolean;
  /** @param money one value per point, or null */
  learn(grouped: GroupedRows, asked: Asked, money: Float64Array | null, work: Work): Promise<LearntRuns>;
  /** The number of segments where the user gave none. @param runs those tried without `beyond`, k rising */
  choose(runs: readonly RunFit[]): Pick<SegmentFit, 'k' | 'elbow' | 'chosenBy'>;
  /** Puts points into segments: those it was learnt from as `learn` did. */
  place(points: Points, placing: Placing, work: Work): Promise<Placed>;
}
