import {
  associations,
  brushOver,
  comparable,
  measuring,
  missingPatterns,
  outlyingRows,
  pairByGroup,
  pairFindings,
  pairMatrix,
  pairView,
  selectionRule,
  selectionStep,
  worstFirst,
  type Associations,
  type BesideColumns,
  type Box,
  type Brush,
  type CardsSplit,
  type ColumnOverview,
  type ExploreFinding,
  type Look,
  type MissingTogether,
  type OutlyingRows,
  type PairByGroup,
  type PairMatrix,
  type PairView,
  type Selection,
  type SelectionRule,
  type Table,
} from '../engine/index';
import type { Outcome, TableAt, Watch } from './api';
import type { SplitBy } from './explore-api';
import { Exploring } from './exploring';
import type { HostWork } from './host-work';
import { Once } from './once';
import type { BrushView, BrushWish, PairsApi } from './pairs-api';
import type { SelectedApi } from './selected-api';

/** Cells that are read into bars before somebody chooses any; a byte each. */
const MOST_AHEAD = 1e8;

/** What can be asked about the columns of a table together. */
export abstract class ExploringPairs extends Exploring implements Omit<PairsApi, keyof SelectedApi> {
  readonly #associations = new Once<Associations>();
  readonly #missing = new Once<Awaited<ReturnType<typeof missingPatterns>>>();
  readonly #matrices = new Once<PairMatrix | null>();
  readonly #outlying = new Once<OutlyingRows>();
  readonly #brushes = new WeakMap<object, Brush>();

  associations(call: number, at: TableAt, watch: Watch): Promise<Outcome<Associations>> {
    return this.asked(call, at, watch, (table, cards, work) => this.associationsOf(table, cards, work));
  }

  pair(call: number, at: TableAt, a: string, b: string, watch: Watch): Promise<Outcome<PairView>> {
    return this.watched(call, watch, (work) => pairView(this.table(at), a, b, work));
  }

  pairByGroup(
    call: number,
    at: TableAt,
    pair: readonly [string, string],
    by: SplitBy,
    watch: Watch,
  ): Promise<Outcome<PairByGroup>> {
    return this.watched(call, watch, async (work) =>
      pairByGroup(this.table(at), pair, await this.groupsOf(at, by, work), work),
    );
  }

  pairMatrix(call: number, at: TableAt, watch: Watch): Promise<Outcome<PairMatrix | null>> {
    return this.asked(call, at, watch, (table, cards, work) => this.matrixOf(table, cards, work));
  }

  missingTogether(call: number, at: TableAt, watch: Watch): Promise<Outcome<MissingTogether>> {
    return this.asked(
      call,
      at,
      watch,
      async (table, cards, work) => (await this.missingOf(table, cards, work)).together,
    );
  }

  outlyingRows(call: number, at: TableAt, watch: Watch): Promise<Outcome<OutlyingRows>> {
    return this.asked(call, at, watch, (table, cards, work) =>
      this.#outlying.of(cards, () => outlyingRows(table, measuring(cards), work), work),
    );
  }

  brush(
    call: number,
    at: TableAt,
    selection: Selection,
    looks: readonly Look[],
    { tell, wait }: BrushWish,
    watch: Watch,
  ): Promise<Outcome<BrushView>> {
    return this.urgently(call, watch, async (work) => {
      const [table, { cards }] = [this.table(at), await this.found(at, work)];
      const brush = this.brushOf(table, cards);
      if (wait) await brush.readAll(work);
      const brushed = await brush.select(selection, work);
      const looked = wait
        ? await brush.look(looks, work, await this.#beside(looks, at, cards, work))
        : await brush.lookAtReady(looks, work, this.#besideBefore(at, cards));
      const { whole } = brush;
      const told = tell && whole ? brush.tell() : [];
      return { ...brushed, whole, looked, told, step: selectionStep(selection, cards) };
    });
  }

  readyBrush(call: number, at: TableAt, looks: readonly Look[], watch: Watch): Promise<Outcome<null>> {
    return this.asked(call, at, watch, async (table, cards, work) => {
      if (table.numRows() * cards.length > MOST_AHEAD) return null;
      const brush = this.brushOf(table, cards);
      await brush.readAll(work);
      await brush.ready(looks, work);
      await this.#beside(looks, at, cards, work);
      return null;
    });
  }

  cardsSplit(
    call: number,
    at: TableAt,
    by: SplitBy,
    selection: Selection,
    watch: Watch,
  ): Promise<Outcome<CardsSplit>> {
    return this.asked(call, at, watch, async (table, cards, work) => {
      const groups = await this.groupsOf(at, by, work);
      const brush = this.brushOf(table, cards);
      await brush.select(selection, work);
      return brush.split(groups, work);
    });
  }

  /** What the pictures need beside the columns, found out when one of them is first looked at. */
  async #beside(looks: readonly Look[], at: TableAt, cards: readonly ColumnOverview[], work: HostWork) {
    const [money, blanks] = [
      looks.some((look) => look[1] === 'money'),
      looks.some(([what]) => what === 'blanks'),
    ];
    return {
      money: money ? await this.broughtAt(at, work) : null,
      blanks: blanks ? (await this.missingOf(this.table(at), cards, work)).picture : null,
    };
  }

  /** The same, as far as it was found out before. */
  #besideBefore(at: TableAt, cards: readonly ColumnOverview[]): Partial<BesideColumns> {
    const [money, blanks] = [this.broughtBefore(at), this.#missing.known(cards)?.picture];
    return { ...(money !== undefined && { money }), ...(blanks && { blanks }) };
  }

  protected brushOf(table: Table, cards: readonly ColumnOverview[]): Brush {
    const brush = this.#brushes.get(cards) ?? brushOver(table, cards);
    this.#brushes.set(cards, brush);
    return brush;
  }

  selectedBox(
    call: number,
    at: TableAt,
    selection: Selection,
    column: string,
    watch: Watch,
  ): Promise<Outcome<Box | null>> {
    return this.asked(call, at, watch, async (table, cards, work) => {
      const brush = this.brushOf(table, cards);
      await brush.select(selection, work);
      return brush.box(column, work);
    });
  }

  selectionRule(
    call: number,
    at: TableAt,
    selection: Selection,
    watch: Watch,
  ): Promise<Outcome<SelectionRule>> {
    return this.asked(call, at, watch, (table, cards) =>
      Promise.resolve(selectionRule(table, selectionStep(selection, cards))),
    );
  }

  allFindings(call: number, at: TableAt, watch: Watch): Promise<Outcome<readonly ExploreFinding[]>> {
    return this.asked(call, at, watch, async (table, cards, work) => {
      const { findings } = await this.exploredAt(at, work);
      const found = await this.associationsOf(table, cards, work);
      const { together: missing } = await this.missingOf(table, cards, work);
      return worstFirst([...findings, ...pairFindings(found, missing, findings)]);
    });
  }

  protected associationsOf(
    table: Table,
    cards: readonly ColumnOverview[],
    work: HostWork,
  ): Promise<Associations> {
    return this.#associations.of(cards, () => associations(table, comparable(cards), work), work);
  }

  protected async matrixOf(
    table: Table,
    cards: readonly ColumnOverview[],
    work: HostWork,
  ): Promise<PairMatrix | null> {
    const found = await this.associationsOf(table, cards, work);
    return this.#matrices.of(cards, () => pairMatrix(table, found, work), work);
  }

  protected missingOf(table: Table, cards: readonly ColumnOverview[], work: HostWork) {
    const names = cards.map(({ name }) => name);
    return this.#missing.of(cards, () => missingPatterns(table, names, work), work);
  }

  protected asked<T>(
    call: number,
    at: TableAt,
    watch: Watch,
    answer: (table: Table, cards: readonly ColumnOverview[], work: HostWork) => Promise<T>,
  ): Promise<Outcome<T>> {
    return this.watched(call, watch, async (work) =>
      answer(this.table(at), (await this.found(at, work)).cards, work),
    );
  }
}
