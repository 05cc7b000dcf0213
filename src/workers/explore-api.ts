import type {
  BinsAhead,
  ColumnOverview,
  ColumnShape,
  Explored,
  ShapeOptions,
  SplitShape,
} from '../engine/index';
import type { Outcome, TableAt, Watch } from './api';

/** What rows are put into groups by: a column, or the segments of their customers. */
export type SplitBy = { column: string } | 'segments';

/** What can be asked about a table as a whole, to look at it. */
export interface ExploreApi {
  /** One card per column, in the order of the table. */
  overview(call: number, table: TableAt, watch: Watch): Promise<Outcome<readonly ColumnOverview[]>>;
  /** The picture at the top and what the table says about itself, worst first. */
  explored(call: number, table: TableAt, watch: Watch): Promise<Outcome<Explored>>;
  /** What the pictures of one column are drawn from. */
  columnShape(
    call: number,
    table: TableAt,
    column: string,
    options: ShapeOptions,
    watch: Watch,
  ): Promise<Outcome<ColumnShape>>;
  /** The main picture of a column for each group. */
  splitShape(
    call: number,
    table: TableAt,
    columns: { column: string; by: SplitBy },
    options: ShapeOptions,
    watch: Watch,
  ): Promise<Outcome<SplitShape>>;
  /** The bins that the choices of a step `bin` give; null where they are not finished or nothing can be put into bins. */
  binsAhead(call: number, table: TableAt, chosen: unknown, watch: Watch): Promise<Outcome<BinsAhead | null>>;
}
