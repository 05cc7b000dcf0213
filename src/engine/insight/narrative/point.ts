import type { Interval } from '../../stats/effect-size';
import type { GradeReason } from '../grade';
import type { Trait } from '../segmentation';

/**
 * The figure a statement rests on: a row of the segment's own figures (`size`, `revenue` … `rule`; `feature` for the
 * average of a column, `typical` for its median, `apart` for how far it lies from the others, `trait`, each with its
 * column), or one that holds for all of them (`profile`, `span`,
 * `dates`, `count`).
 */
export interface FigureRef {
  figure:
    | 'size'
    | 'revenue'
    | 'orders'
    | 'feature'
    | 'typical'
    | 'apart'
    | 'trait'
    | 'overlap'
    | 'silhouette'
    | 'sure'
    | 'half'
    | 'rule'
    | 'span'
    | 'dates'
    | 'count'
    | 'profile';
  column?: string;
}

/** A typical (median) figure of one column in the segment and over all. */
export interface TypicalFigure {
  column: string;
  segment: number;
  all: number;
}

/** How far a segment's mean of one column lies from the others. */
export interface Difference {
  column: string;
  /** Mean ÷ mean of all; null where that is 0 or below. */
  ratio: number | null;
  /** From all other customers, in standard deviations. */
  effect: Interval;
  /** The mean is within 5 % of that of all; absent where it is not. */
  small?: boolean;
}

/** One statement about a segment: what is said, the values it says, the figures they are found in. */
export type NarrativePoint = { refs: readonly FigureRef[] } & (
  | { kind: 'nobody' }
  | { kind: 'everyone'; customers: number }
  | { kind: 'size'; customers: number; share: number }
  | { kind: 'typical'; figures: readonly TypicalFigure[] }
  | { kind: 'trait'; trait: Trait }
  | { kind: 'common'; column: string; value: string | null; share: number }
  | { kind: 'difference'; difference: Difference; first: boolean }
  | { kind: 'all-or-none'; column: string; all: boolean }
  | { kind: 'alike'; columns: readonly string[] }
  | { kind: 'like-all' }
  | { kind: 'nearest'; id: number }
  | { kind: 'revenue'; revenue: number; share: number | null; largest: boolean }
  | { kind: 'per-customer'; mean: number; all: number; ratio: number | null }
  | { kind: 'orders'; orders: number; share: number }
  | { kind: 'no-money' }
  | { kind: 'own-action'; action: string }
  | { kind: 'suggest-cell'; cell: string }
  | { kind: 'suggest-apart' }
  | { kind: 'suggest-worth'; side: 'more' | 'less' }
  | { kind: 'suggest-theme'; column: string; side: 'above' | 'below' }
  | { kind: 'suggest-wait' }
  | { kind: 'suggest-usual' }
  | { kind: 'recognise'; precision: number; recall: number }
  | { kind: 'grade'; reason: GradeReason }
  | { kind: 'few-bring-half'; customers: number | null; share: number }
  | { kind: 'wide'; column: string; effect: Interval }
  | { kind: 'loose-rule'; precision: number }
  | { kind: 'short-history'; days: number }
  | { kind: 'dates-unsure'; columns: readonly string[] }
  | { kind: 'slope' }
  | { kind: 'cut'; by: 'map' | 'rules' | 'names' }
  | { kind: 'apart'; beyond: number }
  | { kind: 'nothing-against' }
);

export type PointOf<K extends NarrativePoint['kind']> = Extract<NarrativePoint, { kind: K }>;

/** What is to be said of one segment, in the order in which it is read. */
export interface SegmentNarrative {
  id: number;
  /** Who they are. */
  who: readonly NarrativePoint[];
  /** How they differ from the others. */
  differ: readonly NarrativePoint[];
  /** What they are worth. */
  worth: readonly NarrativePoint[];
  /** What to do: the person's own words, else suggestions. */
  todo: readonly NarrativePoint[];
  /** What to be careful about. */
  careful: readonly NarrativePoint[];
}
