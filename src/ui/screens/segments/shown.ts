import type { MapChange } from '../../state/map-edits';
import type {
  GroupingsCompared,
  InsideCount,
  MapArea,
  RecipeStep,
  Rule,
  RulesCount,
  Segmentation,
  SegmentNarrative,
  SegmentProfile,
  StepOutcome,
} from '../../../engine/index';
import type { OwnRules } from '../../state/rule-edits';
import type {
  ColumnHead,
  OtherGrouping,
  RowsPage,
  RowsQuery,
  TableAt,
  TableHead,
} from '../../../workers/api';
import { date } from '../../text/format';
import type { Grouping } from '../../text/methods';

/** What the screen shows. */
export interface SegmentsShown {
  segmentation: Segmentation;
  steps: readonly StepOutcome[];
  /** Index of the last step that made or changed the segments. */
  at: number;
  file: string;
  /** Last date of the file, ms; null without one. */
  dataTo: number | null;
}

/** Which customers of a segment the table shows: all, or the ten nearest to its middle or farthest from it. */
export type Which = 'all' | 'typical' | 'unusual';

/** A step that changes segments by hand. */
export type SegmentChange = Pick<RecipeStep, 'op' | 'params'>;

/** A grouping to compare with, in words. */
export interface GroupingOption {
  label: string;
  other: OtherGrouping;
}

/** What can be done on it. */
export interface SegmentActions {
  choose(id: number | null): void;
  rename(id: number, name: string): Promise<void>;
  /** What is to be done with a segment; an empty text takes it back. */
  plan(id: number, action: string): Promise<void>;
  setCount(k: number): Promise<void>;
  /** Alike customers, by that method and, where it takes them, columns of words, or customers of one name on the RFM map. */
  groupBy(how: Grouping, categories?: readonly string[]): Promise<void>;
  changeMap(change: MapChange): Promise<void>;
  /** Adds a step that changes segments by hand; `done` says what it did. */
  change(draft: SegmentChange, done: string): Promise<void>;
  /** The list of one segment, or of all with null. */
  download(id: number | null): Promise<void>;
  /** Lets the segment keep name and letter, or no longer. */
  turnPin(segment: SegmentProfile): Promise<void>;
  /** Other ways the same customers were or can be grouped. */
  otherGroupings(head: TableHead | null): readonly GroupingOption[];
  compare(other: OtherGrouping, signal: AbortSignal): Promise<GroupingsCompared | null>;
  /** Who would be in a segment drawn on the map. */
  countInside(area: MapArea, signal: AbortSignal): Promise<InsideCount | null>;
  /** The columns of customers that own rules can be put on. */
  ruleColumns(): Promise<readonly ColumnHead[]>;
  countRules(rules: readonly Rule[], signal: AbortSignal): Promise<RulesCount | null>;
  /** Groups customers by own rules. */
  ownRules(rules: OwnRules): Promise<void>;
  /** What is to be said of each segment. */
  narrate(signal: AbortSignal): Promise<readonly SegmentNarrative[] | null>;
  head(table: TableAt): Promise<TableHead | null>;
  rows(query: RowsQuery): Promise<RowsPage | null>;
}

/** What a figure of the screen is given. */
export interface FigureProps {
  segmentation: Segmentation;
  chosen: number | null;
  actions: SegmentActions;
  /** "file · date of data", for the pictures that are taken away. */
  about: string;
}

/** "orders.csv · to 9 Dec 2011". */
export const aboutFile = ({ file, dataTo }: SegmentsShown): string =>
  dataTo === null ? file : `${file} · to ${date(dataTo)}`;

export const namesOf = ({ segments }: Segmentation): ReadonlyMap<number, string> =>
  new Map(segments.map(({ id, name }) => [id, name]));
