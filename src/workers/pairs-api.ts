import type {
  Associations,
  Box,
  Brushed,
  CardsSplit,
  ExploreFinding,
  FilterParams,
  Look,
  Looked,
  MissingTogether,
  OutlyingRows,
  PairByGroup,
  PairMatrix,
  PairView,
  Selection,
  SelectionRule,
  Told,
} from '../engine/index';
import type { Outcome, TableAt, Watch } from './api';
import type { ExploreApi, SplitBy } from './explore-api';
import type { SelectedApi } from './selected-api';

/** What a selection leaves. */
export interface BrushView extends Brushed {
  /** Whether all cards are counted; else those that were ready. */
  whole: boolean;
  /**
   * Of each picture looked at, in the order asked: the selected rows of each bar, or what they bring, blanks last. Null
   * where that is not ready.
   */
  looked: readonly (Looked | null)[];
  /** What is different among the selected; empty where it was not asked for. */
  told: readonly Told[];
  /** The choices of the `filter-rows` step that keeps the selected rows; null where nothing is chosen. */
  step: FilterParams | null;
}

/** What is wanted of a selection beside its rows. */
export interface BrushWish {
  /** What is different among them. */
  tell: boolean;
  /** Also of cards and pictures that have not been read. */
  wait: boolean;
}

/** What can be asked about the columns of a table together. */
export interface PairsApi extends ExploreApi, SelectedApi {
  /** What `explored` finds, with what pairs of columns say; worst first. */
  allFindings(call: number, table: TableAt, watch: Watch): Promise<Outcome<readonly ExploreFinding[]>>;
  /** How each two columns go together; identifiers and free text are left out. */
  associations(call: number, table: TableAt, watch: Watch): Promise<Outcome<Associations>>;
  /** Two columns beside each other. */
  pair(call: number, table: TableAt, a: string, b: string, watch: Watch): Promise<Outcome<PairView>>;
  /** How two columns go together in each group by itself. */
  pairByGroup(
    call: number,
    table: TableAt,
    pair: readonly [string, string],
    by: SplitBy,
    watch: Watch,
  ): Promise<Outcome<PairByGroup>>;
  /** The four columns of numbers that go together most, each beside each; null where fewer than three are compared. */
  pairMatrix(call: number, table: TableAt, watch: Watch): Promise<Outcome<PairMatrix | null>>;
  missingTogether(call: number, table: TableAt, watch: Watch): Promise<Outcome<MissingTogether>>;
  /** Rows unlike the others. */
  outlyingRows(call: number, table: TableAt, watch: Watch): Promise<Outcome<OutlyingRows>>;
  /** Takes a selection in place of the one before, and counts it in other pictures too. */
  brush(
    call: number,
    table: TableAt,
    selection: Selection,
    looks: readonly Look[],
    wish: BrushWish,
    watch: Watch,
  ): Promise<Outcome<BrushView>>;
  /** Makes ready for the first selection, and reads other pictures so that it can be counted in them. */
  readyBrush(call: number, table: TableAt, looks: readonly Look[], watch: Watch): Promise<Outcome<null>>;
  /** The bars of each card of `overview` for each group, of the rows that a selection leaves. */
  cardsSplit(
    call: number,
    table: TableAt,
    by: SplitBy,
    selection: Selection,
    watch: Watch,
  ): Promise<Outcome<CardsSplit>>;
  /** The box of the selected numbers of a column; null where there is none. */
  selectedBox(
    call: number,
    table: TableAt,
    selection: Selection,
    column: string,
    watch: Watch,
  ): Promise<Outcome<Box | null>>;
  /** A selection as a rule that makes a segment of customers. */
  selectionRule(
    call: number,
    table: TableAt,
    selection: Selection,
    watch: Watch,
  ): Promise<Outcome<SelectionRule>>;
}
