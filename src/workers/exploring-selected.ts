import {
  associations,
  comparable,
  headlineSplit,
  matrixAmong,
  matrixByGroup,
  measuring,
  missingBy,
  outlyingRows,
  togetherByGroup,
  type Associations,
  type ColumnOverview,
  type HeadlineSplit,
  type MatrixByGroup,
  type MissingBy,
  type OutlyingRows,
  type PairMatrix,
  type Selection,
  type Table,
  type TogetherByGroup,
} from '../engine/index';
import type { Outcome, TableAt, Watch } from './api';
import type { SplitBy } from './explore-api';
import { ExploringPairs } from './exploring-pairs';
import type { HostWork } from './host-work';
import type { SelectedApi } from './selected-api';

/** Rows times pairs of a selection, which is looked at again and again. */
const LOOKS = 1e7;
/** Rows of a selection among which unusual ones are looked for. */
const MOST_SCORED = 50_000;

/** What can be asked about the selected rows once a selection rests, and about groups. */
export abstract class ExploringSelected extends ExploringPairs implements SelectedApi {
  selectedAssociations(
    call: number,
    at: TableAt,
    selection: Selection,
    watch: Watch,
  ): Promise<Outcome<Associations | null>> {
    return this.asked(call, at, watch, async (table, cards, work) => {
      const among = await this.#selectedRows(table, cards, selection, work);
      return among && associations(table, comparable(cards), work, { among, looks: LOOKS });
    });
  }

  selectedMatrix(
    call: number,
    at: TableAt,
    selection: Selection,
    watch: Watch,
  ): Promise<Outcome<PairMatrix | null>> {
    return this.asked(call, at, watch, async (table, cards, work) => {
      const among = await this.#selectedRows(table, cards, selection, work);
      const whole = among && (await this.matrixOf(table, cards, work));
      return whole && matrixAmong(table, whole, among, LOOKS, work);
    });
  }

  selectedOutlying(
    call: number,
    at: TableAt,
    selection: Selection,
    watch: Watch,
  ): Promise<Outcome<OutlyingRows | null>> {
    return this.asked(call, at, watch, async (table, cards, work) => {
      const among = await this.#selectedRows(table, cards, selection, work);
      return among && outlyingRows(table, measuring(cards), work, { among, most: MOST_SCORED });
    });
  }

  headlineSplit(
    call: number,
    at: TableAt,
    by: SplitBy,
    watch: Watch,
  ): Promise<Outcome<HeadlineSplit | null>> {
    return this.watched(call, watch, async (work) => {
      const { headline } = await this.exploredAt(at, work);
      if (!headline) return null;
      const money = headline.measure.length > 0 ? await this.broughtAt(at, work) : null;
      return headlineSplit(this.table(at), headline, money, await this.groupsOf(at, by, work), work);
    });
  }

  associationsByGroup(
    call: number,
    at: TableAt,
    by: SplitBy,
    watch: Watch,
  ): Promise<Outcome<TogetherByGroup>> {
    return this.asked(call, at, watch, async (table, cards, work) => {
      const all = await this.associationsOf(table, cards, work);
      return togetherByGroup(table, all, await this.groupsOf(at, by, work), work);
    });
  }

  matrixByGroup(
    call: number,
    at: TableAt,
    by: SplitBy,
    selection: Selection,
    watch: Watch,
  ): Promise<Outcome<MatrixByGroup | null>> {
    return this.asked(call, at, watch, async (table, cards, work) => {
      const whole = await this.matrixOf(table, cards, work);
      const groups = whole && (await this.groupsOf(at, by, work));
      const among = await this.#selectedRows(table, cards, selection, work);
      return groups && matrixByGroup(table, whole, groups, work, among ? { among, looks: LOOKS } : {});
    });
  }

  missingBy(
    call: number,
    at: TableAt,
    by: SplitBy,
    selection: Selection,
    watch: Watch,
  ): Promise<Outcome<MissingBy | null>> {
    return this.asked(call, at, watch, async (table, cards, work) => {
      const blank = cards.filter(({ missing }) => missing > 0).map(({ name }) => name);
      const among = await this.#selectedRows(table, cards, selection, work);
      const groups = by === 'segments' ? await this.groupsOf(at, by, work) : null;
      return missingBy(table, by === 'segments' ? '' : by.column, blank, work, { groups, among });
    });
  }

  async #selectedRows(
    table: Table,
    cards: readonly ColumnOverview[],
    selection: Selection,
    work: HostWork,
  ): Promise<Uint32Array | null> {
    if (selection.length === 0) return null;
    const brush = this.brushOf(table, cards);
    await brush.select(selection, work);
    return brush.selectedRows();
  }
}
