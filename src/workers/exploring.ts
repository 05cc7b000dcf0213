import {
  binsAhead,
  broughtByRow,
  columnOf,
  columnShape,
  explore,
  knownOfColumns,
  overviewOf,
  segmentGroups,
  SortedColumns,
  splitGroups,
  splitShape,
  type BinsAhead,
  type ColumnOverview,
  type ColumnShape,
  type Explored,
  type KnownOfMoney,
  type ShapeOptions,
  type SplitShape,
  type Table,
  type Understanding,
  type Work,
} from '../engine/index';
import type { Outcome, TableAt, Watch } from './api';
import { EffectsAhead } from './effects-ahead';
import type { ExploreApi, SplitBy } from './explore-api';

/** The cards of a table, and what was understood of the files by then: roles may be said anew. */
interface Found {
  understanding: Understanding;
  cards: readonly ColumnOverview[];
  explored: Explored | null;
  /** What each row brings; undefined until somebody asks. */
  brought?: Float64Array | null;
}

/** What can be asked about a table as a whole; what was found is kept as long as the table is. */
export abstract class Exploring extends EffectsAhead implements ExploreApi {
  /** The column that is looked at, which a slider asks about again and again. */
  readonly #sorted = new SortedColumns(1);
  readonly #overviews = new WeakMap<Table, Found>();

  overview(call: number, at: TableAt, watch: Watch): Promise<Outcome<readonly ColumnOverview[]>> {
    return this.watched(call, watch, async (work) => (await this.found(at, work)).cards);
  }

  explored(call: number, at: TableAt, watch: Watch): Promise<Outcome<Explored>> {
    return this.watched(call, watch, (work) => this.exploredAt(at, work));
  }

  protected async exploredAt(at: TableAt, work: Work): Promise<Explored> {
    const found = await this.found(at, work);
    const known = this.#moneyOf(found);
    return (found.explored ??= await explore(this.table(at), found.cards, known, work));
  }

  /** What each row of a table brings. */
  protected async broughtAt(at: TableAt, work: Work): Promise<Float64Array | null> {
    const found = await this.found(at, work);
    if (found.brought !== undefined) return found.brought;
    return (found.brought = await broughtByRow(this.table(at), found.cards, this.#moneyOf(found), work));
  }

  /** The same where somebody asked before; undefined where nobody did. */
  protected broughtBefore(at: TableAt): Float64Array | null | undefined {
    return this.#overviews.get(this.table(at))?.brought;
  }

  #moneyOf({ understanding: { report, money, currency } }: Found): KnownOfMoney {
    return { money, decimal: report.options.decimal, ...(currency && { currency }) };
  }

  columnShape(
    call: number,
    at: TableAt,
    column: string,
    options: ShapeOptions,
    watch: Watch,
  ): Promise<Outcome<ColumnShape>> {
    return this.watched(call, watch, (work) =>
      columnShape(columnOf(this.table(at), column), options, work, this.#sorted),
    );
  }

  splitShape(
    call: number,
    at: TableAt,
    { column, by }: { column: string; by: SplitBy },
    options: ShapeOptions,
    watch: Watch,
  ): Promise<Outcome<SplitShape>> {
    return this.watched(call, watch, async (work) => {
      const groups = by === 'segments' ? await this.groupsOf(at, by, work) : by.column;
      return splitShape(this.table(at), column, groups, options, work, this.#sorted);
    });
  }

  binsAhead(call: number, at: TableAt, chosen: unknown, watch: Watch): Promise<Outcome<BinsAhead | null>> {
    return this.watched(call, watch, (work) => binsAhead(this.table(at), chosen, work, this.#sorted));
  }

  /** The rows of a table in groups. */
  protected groupsOf(at: TableAt, by: SplitBy, work: Work): ReturnType<typeof splitGroups> {
    const table = this.table(at);
    if (by !== 'segments') return splitGroups(by.column, columnOf(table, by.column), work);
    const { outcome, segmentation } = this.segmented;
    return segmentGroups(table, outcome.table, segmentation.segments, work);
  }

  /** The cards of a table, looked at once. */
  protected async found(at: TableAt, work: Work): Promise<Found> {
    const table = this.table(at);
    const { understanding } = this.opened();
    const known = this.#overviews.get(table);
    if (known?.understanding === understanding) return known;
    const cards = await overviewOf(table, knownOfColumns(table, understanding), work);
    const found: Found = { understanding, cards, explored: null };
    this.#overviews.set(table, found);
    return found;
  }
}
