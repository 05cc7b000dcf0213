import type { ColumnTable } from 'arquero';
import { withBreaths } from '../../../pieces';
import { boxOf, type Box } from '../../../stats/box';
import { risingInPieces, type Rising } from '../../../stats/rising';
import type { Work } from '../../../work';
import type { Category } from '../pair/pair-view';
import type { BrushPicture } from './bars';
import { brushColumns, type BrushCard, type BrushColumn } from './brush-columns';
import { CodedPictures, insideCells, type AxesLook, type CodedPicture, type Look } from './coded-pictures';
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

/** Columns of a table made ready for selections. Cards without a picture are left out. */
export async function brushFor(table: ColumnTable, cards: readonly BrushCard[], work: Work): Promise<Brush> {
  return new Brush(await brushColumns(table, cards, work), table);
}

/**
 * Linked selections over the columns of a table. A move of one choice touches one column; then only the rows that came in
 * or went out are counted anew, or the smaller side, where that is less. Counts are those of a plain filter, whatever was
 * chosen before.
 */
export class Brush {
  readonly #columns: readonly BrushColumn[];
  readonly #pictures: CodedPictures;
  readonly #rows: SelectedRows;
  readonly #chosen = new Map<string, ChoiceTest>();
  /** Selected rows by bar, per column. */
  readonly #inside: Uint32Array[];
  #sorted: { name: string; rising: Rising } | null = null;

  constructor(columns: readonly BrushColumn[], table: ColumnTable) {
    this.#columns = columns;
    this.#pictures = new CodedPictures(table);
    this.#rows = new SelectedRows(table.numRows());
    this.#inside = columns.map(({ whole }) => whole.slice());
  }

  /**
   * Takes the selection in place of the one before. A column without a chosen bar, or unknown, chooses nothing.
   * @throws Stopped, where a picture of a choice is read for the first time
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
      counts: this.#columns.map(({ name }, at) => ({ column: name, counts: this.#inside[at]!.slice() })),
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
    const values = this.#columns.find((column) => column.name === name)?.values;
    if (!values) return null;
    if (this.#sorted?.name !== name)
      this.#sorted = { name, rising: await withBreaths(risingInPieces(values), work) };
    const selected = this.#rows.among(this.#sorted.rising);
    return selected.length > 0 ? boxOf(selected) : null;
  }

  /** What is different among the selected of other columns than those chosen by, the strongest first; identifiers aside. */
  tell(): readonly Told[] {
    const free = this.#columns.flatMap((column, at) =>
      this.#chosen.has(column.name) || column.identifier ? [] : [{ column, counts: this.#inside[at]! }],
    );
    const nothing = this.#chosen.size === 0 || this.#rows.count === 0;
    return nothing ? [] : toldOf(free, this.#rows.smallerSide());
  }

  /** The rows that meet all choices, for each group in each bar of a card. @throws Stopped */
  split(groups: Category, work: Work): Promise<CardsSplit> {
    return splitCards(this.#columns, this.#rows.failing(), groups, work);
  }

  async #testOf({ column, bars, of }: BarChoice, work: Work): Promise<ChoiceTest | null> {
    const own = this.#columns.find(({ name }) => name === column);
    if (!own) return null;
    const coded = of ? await this.#pictures.of([{ column, of }], work) : own;
    return { codes: coded.codes, fails: failing(coded.bars, bars) };
  }

  /** Whether the columns of a picture are there; it may be of the table before. */
  #knows([one, other]: Exclude<Look, readonly ['blanks']>): boolean {
    const there = (column: string) => this.#columns.some(({ name }) => name === column);
    return there(one.column) && (!other || other === 'money' || there(other.column));
  }

  #choose(name: string, next: ChoiceTest | null): void {
    const before = this.#chosen.get(name) ?? null;
    if (before && next && alike(before, next)) return;
    if (next) this.#chosen.set(name, next);
    else this.#chosen.delete(name);
    const { came, went } = this.#rows.replace(before, next);
    const rest = this.#rows.all - this.#rows.count;
    if (came.length + went.length <= Math.min(this.#rows.count, rest)) this.#adjust(came, went);
    else this.#columns.forEach((column, at) => this.#rows.countInto(this.#inside[at]!, column));
  }

  #adjust(came: Uint32Array, went: Uint32Array): void {
    this.#columns.forEach(({ codes }, at) => {
      const counts = this.#inside[at]!;
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
