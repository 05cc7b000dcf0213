import type { ColumnTable } from 'arquero';
import { withBreaths } from '../../../pieces';
import { boxOf, type Box } from '../../../stats/box';
import { risingInPieces, type Rising } from '../../../stats/rising';
import type { Work } from '../../../work';
import type { Category } from '../pair/pair-view';
import type { BrushPicture } from './bars';
import { brushColumn, type BrushCard, type BrushColumn } from './brush-columns';
import { CodedPictures, insideCells, type AxesLook, type CodedPicture, type Look } from './coded-pictures';
import { isNearCopy } from './near-copy';
import { SelectedRows, type ChoiceTest } from './selected-rows';
import { splitCards, type CardsSplit } from './split-cards';
import { toldOf, type Told } from './told';

/** Which bars of a column are chosen, counted as `barsIn` counts them; the one behind the last is its blanks. */
export interface BarChoice {
  column: string;
  bars: readonly number[];
  /** The picture whose bars they are, where it is not that of the card. */
  of?: BrushPicture;
}
/** One choice a column; columns not named choose nothing. */
export type Selection = readonly BarChoice[];

/** Selected rows of each bar, or what they bring. */
export type Looked = Uint32Array | Float64Array;

/** What a selection leaves. */
export interface Brushed {
  /** Rows that meet all choices, and all there are. */
  selected: number;
  rows: number;
  /** For each bar of a card, blanks last, its rows that meet all choices. */
  counts: readonly { column: string; counts: Uint32Array }[];
}

/** What is known of each row beside its columns. */
export interface BesideColumns {
  /** What it brings, 0 where that is nothing. */
  money: Float64Array | null;
  /** Which columns are blank in it. */
  blanks: CodedPicture | null;
}
const NOTHING: BesideColumns = { money: null, blanks: null };

/** Columns of a table made ready for selections. Cards without a picture are left out. @throws Stopped */
export async function brushFor(table: ColumnTable, cards: readonly BrushCard[], work: Work): Promise<Brush> {
  const brush = brushOver(table, cards);
  await brush.readAll(work);
  return brush;
}

/** The same, with each column read when it is first chosen by. */
export const brushOver = (table: ColumnTable, cards: readonly BrushCard[]): Brush => new Brush(table, cards);

/**
 * Linked selections over the columns of a table. A move of one choice touches one column; then only the rows that came in
 * or went out are counted anew, or the smaller side, where that is less. Counts are those of a plain filter, whatever was
 * chosen before.
 */
export class Brush {
  readonly #table: ColumnTable;
  readonly #cards: readonly BrushCard[];
  /** Those read so far, with their selected rows by bar. */
  readonly #read = new Map<string, { column: BrushColumn; inside: Uint32Array }>();
  readonly #pictures: CodedPictures;
  readonly #rows: SelectedRows;
  readonly #chosen = new Map<string, ChoiceTest>();
  /** Which columns nearly are copies, as found out so far. */
  readonly #copies = new Map<string, boolean>();
  #sorted: { name: string; rising: Rising } | null = null;

  constructor(table: ColumnTable, cards: readonly BrushCard[]) {
    this.#table = table;
    this.#cards = cards.filter(({ picture }) => picture.shape !== 'none');
    this.#pictures = new CodedPictures(table);
    this.#rows = new SelectedRows(table.numRows());
  }

  /** Whether all columns have been read. */
  get whole(): boolean {
    return this.#read.size === this.#cards.length;
  }

  /** Reads all columns that have not been read. @throws Stopped */
  async readAll(work: Work): Promise<void> {
    for (const { name } of this.#cards) await this.#columnOf(name, work);
  }

  async #columnOf(name: string, work: Work): Promise<BrushColumn | null> {
    const card = this.#cards.find((one) => one.name === name);
    if (!card) return null;
    const before = this.#read.get(name);
    if (before) return before.column;
    const column = await brushColumn(this.#table, card, work);
    // Who was faster is kept: choices are told apart by their codes.
    const meanwhile = this.#read.get(name);
    if (meanwhile) return meanwhile.column;
    const inside = new Uint32Array(column.whole.length);
    this.#rows.countInto(inside, column);
    this.#read.set(name, { column, inside });
    return column;
  }

  /** In the order of the cards. */
  get #columns(): readonly { column: BrushColumn; inside: Uint32Array }[] {
    return this.#cards.flatMap(({ name }) => this.#read.get(name) ?? []);
  }

  /**
   * Takes the selection in place of the one before. A column without a chosen bar, or unknown, chooses nothing. Counts are
   * those of the columns read so far.
   * @throws Stopped, where a column or a picture of a choice is read for the first time
   */
  async select(selection: Selection, work: Work): Promise<Brushed> {
    const tests = new Map<string, ChoiceTest>();
    for (const choice of selection) {
      const test = choice.bars.length > 0 ? await this.#testOf(choice, work) : null;
      if (test) tests.set(choice.column, test);
    }
    for (const name of [...this.#chosen.keys()]) if (!tests.has(name)) this.#choose(name, null);
    for (const [name, test] of tests) this.#choose(name, test);
    return {
      selected: this.#rows.count,
      rows: this.#rows.all,
      counts: this.#columns.map(({ column, inside }) => ({ column: column.name, counts: inside.slice() })),
    };
  }

  /**
   * Selected rows of each bar of other pictures, blanks last; of `points` for each of them, in the order of the table, 1
   * where it is selected; of money what they bring. Nothing of a picture whose column is gone, and of what is not known.
   * @throws Stopped
   */
  async look(looks: readonly AxesLook[], work: Work): Promise<Uint32Array[]>;
  async look(looks: readonly Look[], work: Work, beside: BesideColumns): Promise<Looked[]>;
  async look(looks: readonly Look[], work: Work, beside = NOTHING): Promise<Looked[]> {
    const found: Looked[] = [];
    for (const look of looks) found.push(await this.#lookAt(look, beside, work));
    return found;
  }

  /** The same without waiting: null where a picture has not been read, or what it needs (undefined) is not known yet. */
  async lookAtReady(
    looks: readonly Look[],
    work: Work,
    known: Partial<BesideColumns>,
  ): Promise<(Looked | null)[]> {
    const beside = { ...NOTHING, ...known };
    const found: (Looked | null)[] = [];
    for (const look of looks) {
      const ready = this.#isReady(look, known);
      found.push(ready ? await this.#lookAt(look, beside, work) : null);
    }
    return found;
  }

  #isReady(look: Look, { money, blanks }: Partial<BesideColumns>): boolean {
    if (look[0] === 'blanks') return blanks !== undefined;
    if (!this.#knows(look)) return true;
    if (look[1] === 'money') return money !== undefined && this.#pictures.has([look[0]]);
    return this.#pictures.has(look as AxesLook);
  }

  /** The selected rows, rising; null where nothing is chosen. */
  selectedRows(): Uint32Array | null {
    return this.#chosen.size > 0 ? this.#rows.selectedRows() : null;
  }

  /** Reads pictures that will be looked at. @throws Stopped */
  async ready(looks: readonly Look[], work: Work): Promise<void> {
    for (const look of looks) {
      if (look[0] === 'blanks' || !this.#knows(look)) continue;
      await this.#pictures.of(look[1] === 'money' ? [look[0]] : (look as AxesLook), work);
    }
  }

  async #lookAt(look: Look, { money, blanks }: BesideColumns, work: Work): Promise<Looked> {
    if (look[0] === 'blanks') return blanks ? this.#countIn(blanks) : new Uint32Array(0);
    if (!this.#knows(look)) return new Uint32Array(0);
    if (look[1] === 'money') {
      const { codes, bars } = await this.#pictures.of([look[0]], work);
      return money ? this.#rows.sumsIn({ codes, bars }, money) : new Float64Array(0);
    }
    const axes = look as AxesLook;
    const picture = await this.#pictures.of(axes, work);
    return axes[2] === 'points'
      ? this.#rows.marksWithin(picture.codes, insideCells(axes))
      : this.#countIn(picture);
  }

  #countIn(picture: CodedPicture): Uint32Array {
    const counts = new Uint32Array(picture.whole.length);
    this.#rows.countInto(counts, picture);
    return counts;
  }

  /**
   * The box of the selected numbers of a column; null where none is selected that has one. They are sorted once, for the
   * column asked for last. @throws Stopped
   */
  async box(name: string, work: Work): Promise<Box | null> {
    const values = (await this.#columnOf(name, work))?.values;
    if (!values) return null;
    if (this.#sorted?.name !== name)
      this.#sorted = { name, rising: await withBreaths(risingInPieces(values), work) };
    const selected = this.#rows.among(this.#sorted.rising);
    return selected.length > 0 ? boxOf(selected) : null;
  }

  /**
   * What is different among the selected of other columns than those chosen by, the strongest first; identifiers aside.
   * Behind it columns that nearly are copies of one chosen by: that these differ goes without saying.
   */
  tell(): readonly Told[] {
    if (this.#chosen.size === 0 || this.#rows.count === 0) return [];
    const chosen = this.#columns.flatMap(({ column }) => (this.#chosen.has(column.name) ? [column] : []));
    const copies: Told[] = [];
    const free = this.#columns.flatMap(({ column, inside: counts }) => {
      if (this.#chosen.has(column.name) || column.identifier) return [];
      const of = chosen.find((one) => this.#repeats(one, column));
      if (of) copies.push({ is: 'copy', column: column.name, of: of.name });
      return of ? [] : [{ column, counts }];
    });
    return [...toldOf(free, this.#rows.smallerSide()), ...copies];
  }

  #repeats(one: BrushColumn, other: BrushColumn): boolean {
    const key = JSON.stringify([one.name, other.name].sort());
    const known = this.#copies.get(key) ?? isNearCopy(one, other);
    this.#copies.set(key, known);
    return known;
  }

  /** The rows that meet all choices, for each group in each bar of a card. @throws Stopped */
  async split(groups: Category, work: Work): Promise<CardsSplit> {
    const failing = this.#rows.failing();
    await this.readAll(work);
    const columns = this.#columns.map(({ column }) => column);
    return splitCards(columns, failing, groups, work);
  }

  async #testOf({ column, bars, of }: BarChoice, work: Work): Promise<ChoiceTest | null> {
    if (!this.#isKnown(column)) return null;
    const coded = of
      ? await this.#pictures.of([{ column, of }], work)
      : (await this.#columnOf(column, work))!;
    return { codes: coded.codes, fails: failing(coded.bars, bars) };
  }

  /** Whether the columns of a picture are there; it may be of the table before. */
  #knows([one, other]: Exclude<Look, readonly ['blanks']>): boolean {
    return this.#isKnown(one.column) && (!other || other === 'money' || this.#isKnown(other.column));
  }

  #isKnown(column: string): boolean {
    return this.#cards.some(({ name }) => name === column);
  }

  #choose(name: string, next: ChoiceTest | null): void {
    const before = this.#chosen.get(name) ?? null;
    if (before && next && alike(before, next)) return;
    if (next) this.#chosen.set(name, next);
    else this.#chosen.delete(name);
    const { came, went } = this.#rows.replace(before, next);
    const rest = this.#rows.all - this.#rows.count;
    if (came.length + went.length <= Math.min(this.#rows.count, rest)) this.#adjust(came, went);
    else this.#columns.forEach(({ column, inside }) => this.#rows.countInto(inside, column));
  }

  #adjust(came: Uint32Array, went: Uint32Array): void {
    this.#columns.forEach(({ column: { codes }, inside: counts }) => {
      for (let i = 0; i < came.length; i++) counts[codes[came[i]!]!]!++;
      for (let i = 0; i < went.length; i++) counts[codes[went[i]!]!]!--;
    });
  }
}

const alike = (one: ChoiceTest, other: ChoiceTest): boolean =>
  one.codes === other.codes && one.fails.every((fails, code) => fails === other.fails[code]);

function failing(bars: number, chosen: readonly number[]): Uint8Array {
  const fails = new Uint8Array(bars + 1).fill(1);
  for (const bar of chosen) if (bar >= 0 && bar <= bars) fails[bar] = 0;
  return fails;
}
