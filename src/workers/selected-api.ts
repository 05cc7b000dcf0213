import type {
  Associations,
  HeadlineSplit,
  MatrixByGroup,
  MissingBy,
  OutlyingRows,
  PairMatrix,
  Selection,
  TogetherByGroup,
} from '../engine/index';
import type { Outcome, TableAt, Watch } from './api';
import type { SplitBy } from './explore-api';

/** What is worked out anew of the selected rows once a selection rests, and of each group. */
export interface SelectedApi {
  /** How each two columns go together in the selected rows; null where all are. */
  selectedAssociations(
    call: number,
    table: TableAt,
    selection: Selection,
    watch: Watch,
  ): Promise<Outcome<Associations | null>>;
  /** The scatter matrix of the selected rows, in the cells of all; null where all are, or there is none. */
  selectedMatrix(
    call: number,
    table: TableAt,
    selection: Selection,
    watch: Watch,
  ): Promise<Outcome<PairMatrix | null>>;
  /** The selected rows that are unlike the other selected ones; null where all are. */
  selectedOutlying(
    call: number,
    table: TableAt,
    selection: Selection,
    watch: Watch,
  ): Promise<Outcome<OutlyingRows | null>>;
  /** What each period of the headline brought to each group; null where there is no headline. */
  headlineSplit(
    call: number,
    table: TableAt,
    by: SplitBy,
    watch: Watch,
  ): Promise<Outcome<HeadlineSplit | null>>;
  /** How each two go together in each group by itself, those that differ most. */
  associationsByGroup(
    call: number,
    table: TableAt,
    by: SplitBy,
    watch: Watch,
  ): Promise<Outcome<TogetherByGroup>>;
  /** The scatter matrix of each group by itself, of the rows that a selection leaves; null where there is none, or fewer than two groups. */
  matrixByGroup(
    call: number,
    table: TableAt,
    by: SplitBy,
    selection: Selection,
    watch: Watch,
  ): Promise<Outcome<MatrixByGroup | null>>;
  /** Blanks of the columns that have any along a date or by groups, of the selected rows; null by numbers. */
  missingBy(
    call: number,
    table: TableAt,
    by: SplitBy,
    selection: Selection,
    watch: Watch,
  ): Promise<Outcome<MissingBy | null>>;
}
