import type { Box } from '../stats/box';
import type { Interval } from '../stats/effect-size';
import type { MethodName } from '../steps/segment';
import type { Rule } from '../steps/rule-segments/params';
import type { Grain } from '../table/meta';
import type { CommonCategory } from './category-columns';
import type { Dendrogram } from './dendrogram';
import type { MapPlane } from './map-density';
import type { SegmentInsight } from './segment-insight';
import type { SilhouetteView } from './silhouette-view';

/** A plain condition on an unscaled feature: at least / at most a value, in the feature's unit. */
export interface Condition {
  column: string;
  atLeast: number | null;
  atMost: number | null;
}

/** Counts of one feature in equal bins on a log (x ≥ 0 and skewed) or linear scale. */
export interface Strip {
  column: string;
  all: readonly number[];
  segment: readonly number[];
  /** The borders of the bins in the column's unit, one more than there are bins. */
  edges?: readonly number[];
}

/** A describing column where the segment stands out: "at least one teenager 76 %, all 48 %". */
export interface Trait {
  column: string;
  /** The category, or null for a number's median. */
  value: string | null;
  /** Whether `value` is a whole number that the group reaches or passes ("at least 1"), not one it equals. */
  atLeast?: boolean;
  /** Share (0 to 1) or median in the segment and over all. */
  segment: number;
  all: number;
  /**
   * Against all other customers, with the 95 % interval: the difference of shares, or of a number's means in standard
   * deviations (Cohen's d); null where it cannot be said.
   */
  effect?: Interval | null;
  /** What a median is counted in, as written; absent where nothing says so. */
  unit?: string;
  /** What the column is called in words, where a step made it; else its name says it. */
  label?: string;
}

/** How often something is so in a segment and among all other customers, 0 to 1; NaN where nothing is known of either. */
export interface FlagShares {
  here: number;
  elsewhere: number;
  /** The difference with its 95 % interval; null where a side is empty. */
  apart: Interval | null;
}

export interface SegmentProfile extends SegmentInsight {
  /** 1 is the most valuable. */
  id: number;
  name: string;
  /** What the user wants to do with it; null where nothing was written. */
  action: string | null;
  size: number;
  /** Share of customers, 0 to 1. */
  share: number;
  /** Sum of money; null without money. */
  revenue: number | null;
  revenueShare: number | null;
  /** Unscaled, by feature. */
  means: Readonly<Record<string, number>>;
  medians: Readonly<Record<string, number>>;
  /** Mean ÷ overall mean; null where the overall mean is 0 or below. */
  index: Readonly<Record<string, number | null>>;
  /** (mean − overall mean) ÷ overall deviation. */
  deviations: Readonly<Record<string, number>>;
  /** Of features of 0 and 1 only, how often they are 1. */
  flags?: Readonly<Record<string, FlagShares>>;
  /** By feature, unscaled. */
  boxes: Readonly<Record<string, Box>>;
  /** The R and F digits (1 to 5) of the median customer and its map-A name; null for other features. */
  rfm: { recency: number; frequency: number; cell: string } | null;
  conditions: readonly Condition[];
  /** Of the customers the conditions find, how many are in the segment; of the segment, how many they find. 0 to 1. */
  precision: number;
  recall: number;
  /** Share of all customers that the conditions find, 0 to 1. */
  covered: number;
  /** Mean best Jaccard overlap over the redraws, 0 to 1; null where not computed. */
  overlap: number | null;
  strips: readonly Strip[];
  traits: readonly Trait[];
  /** What is most common, where customers were grouped by categories too. */
  common?: readonly CommonCategory[];
}

/** One number of segments that was tried. */
export interface KRun {
  k: number;
  /** Within-cluster sum of squares on the scaled features; with categories, what those that differ cost is added. */
  inertia: number;
  /** Of the weakest segment; null for k = 1. */
  overlap: number | null;
  silhouette: number | null;
  /** Of a Gaussian mixture: Bayesian information criterion, the lower the better, and log-likelihood. */
  bic?: number;
  /** Integrated completed likelihood, the lower the better; absent in models of before. */
  icl?: number;
  logLikelihood?: number;
  /** Gap statistic and its standard error; null where not measured. */
  gap: number | null;
  gapError: number | null;
  /** Larger is better; null for k = 1. */
  calinskiHarabasz: number | null;
  /** Smaller is better; null for k = 1. */
  daviesBouldin: number | null;
  /** Share of customers in the smallest segment. */
  smallest: number | null;
  /** Share of customers in the best segment and of revenue it brings: what this k would set apart. */
  top: { share: number; revenueShare: number | null } | null;
}

export interface FeatureSummary {
  /** The unscaled column. */
  column: string;
  /** The column that was clustered on. */
  scaled: string;
  meaning: 'recency' | 'frequency' | 'money' | 'count' | 'other';
  /** Of money: not all that a customer spent, but that of some days, of one product; absent where it is all. */
  part?: true;
  /** In words: the shared stem dropped, words split ("Meat products"). */
  label: string;
  /** What it is counted in, as written (`€`, `%`); absent where nothing says so. */
  unit?: string;
  /**
   * A feature before it in the table that puts customers in the same order, such as the value it is the logarithm of;
   * absent where there is none. Sentences and cards tell of the first alone.
   */
  repeats?: string;
  /** Its values are 0 and 1 only: whether something is so. Shares are told of it, no medians. */
  flag?: true;
  mean: number;
  median: number;
  deviation: number;
  /** Of all customers. */
  box: Box;
}

/** A cell of the RFM map. */
export interface RfmCell {
  /** Levels, the highest best. */
  recency: number;
  frequency: number;
  name: string;
  /** The segment of that name; null where nobody has it. */
  segment: number | null;
  customers: number;
  /** Those of them who score best in money. */
  bigSpenders: number;
  /** Share of customers, 0 to 1. */
  share: number;
  revenue: number | null;
  revenueShare: number | null;
}

/** The RFM map that customers were grouped by. */
export interface RfmMap {
  /** Id of the step that scores. */
  step: string;
  levels: number;
  /** Whether the number of levels follows the number of customers. */
  auto: boolean;
  columns: { recency: string; frequency: string; monetary: string };
  /** From level 2 up: at most so many days, at least so many orders, so much money; null where nobody gets there. */
  limits: {
    recency: readonly (number | null)[];
    frequency: readonly (number | null)[];
    monetary: readonly (number | null)[];
  };
  /** Recency 1 first, in it frequency 1 first. */
  cells: readonly RfmCell[];
  /** Whether the names are the user's own. */
  own: boolean;
  /** What the user wrote is to be done, by name; names that nobody has are among them. */
  actions: Readonly<Record<string, string>>;
  /** The columns that hold the scores. */
  scores: readonly string[];
}

/** The person's own rules that customers were grouped by. */
export interface RuleSegments {
  /** Id of the step that has them. */
  step: string;
  rules: readonly Rule[];
  /** What those are called who meet none. */
  others: string;
}

/** How the customers could be grouped by the RFM map: by the step of that id, or with one of these parameters added. */
export interface RfmOffer {
  step: string | null;
  params: Readonly<Record<string, string | boolean | readonly string[]>> | null;
  /** The column of names to group by. */
  by: string;
}

/** Everything the Segments screen and the runner's JSON say. */
export interface Segmentation {
  grain: Grain;
  customers: number;
  k: number;
  elbow: number | null;
  /** `given`: the user's; `elbow`; `bic`: the lowest; `stability`: stepped down from these; `none`: nothing holds. */
  chosenBy: 'given' | 'elbow' | 'bic' | 'stability' | 'none';
  /** How alike customers were found; absent where segments are the names in a column. */
  method?: MethodName;
  /** Customers it was learnt from, where that was a sample. */
  learntFrom?: number;
  /** Where it is not k: how many segments were found, before changes by hand and without a group apart; `runs` are of those. */
  grouped?: number;
  /** The tree that segments were cut from, where that is how they were found. */
  tree?: Dendrogram;
  /** Whether segments were changed by hand afterwards. */
  edited?: boolean;
  /** How many segments of fewer than ten customers a report leaves out: every figure is then of the others alone. */
  leftOut?: number;
  /** Ids of segments that keep name and letter when segments are learnt again. */
  pinned?: readonly number[];
  /** The segment of those who were set apart, for they lie beyond so many robust deviations from the middle. */
  apart?: { id: number; beyond: number };
  runs: readonly KRun[];
  /** The number the gap statistic speaks for, 1 for none; null where it was not measured. */
  gapChoice: number | null;
  /** Whether no number of segments tells more than evenly spread customers would: tiers, not groups. */
  continuum: boolean;
  /** Within-cluster sum of squares of these customers around the centroids; differs from the run's where a model is reused. */
  inertia: number;
  /** Mean silhouette at k, exact up to 10,000 customers, else of a stratified sample; null for k = 1. */
  silhouette: number | null;
  silhouetteSample: number;
  /** Customer by customer; null for one segment. */
  silhouettes: SilhouetteView | null;
  segments: readonly SegmentProfile[];
  features: readonly FeatureSummary[];
  /** Present where the segments are the names of the RFM map. */
  map?: RfmMap;
  /** Present where the segments are the person's own rules. */
  rules?: RuleSegments;
  /** Text columns that customers are grouped by beside the numbers, and those of few values that they could be. */
  categories?: { used: readonly string[]; offered: readonly string[] };
  /** Present where they could be. */
  mapOffer?: RfmOffer;
  /** Columns taken along to the customers, who they are; none where that was not asked for. */
  kept?: readonly string[];
  /** The column or columns that say what a customer is worth. */
  money: { columns: readonly string[]; label: string } | null;
  revenue: number | null;
  /** The one currency of all money, as written; null where nothing says it, or columns say different ones. */
  currency?: string | null;
  /** Day to which days are counted, ms; null where no step counts them. */
  referenceDate: number | null;
  pca: {
    /** Shares of variance, all components, falling, summing to 1. */
    explained: readonly number[];
    /** Unscaled feature name → its weights on the components that are shown, three where there are as many. */
    loadings: Readonly<Record<string, readonly number[]>>;
    /** Up to 1,000 customers, drawn evenly from each segment. */
    points: MapPoints;
    /** Beyond 5,000 customers: all of them, counted in cells, for each two of the components. */
    density?: readonly MapPlane[];
  } | null;
}

/** Customers on the map. */
export interface MapPoints {
  /** Scores on the components; the third is absent where there are two. */
  x: Float64Array;
  y: Float64Array;
  z?: Float64Array;
  /** Segment id. */
  segment: Uint8Array;
  /** Row in the customer table. */
  row: Uint32Array;
  /** What the file calls them; absent where it says not. */
  who?: readonly string[];
  /** By feature, unscaled. */
  values: Readonly<Record<string, Float64Array>>;
}
