import type { AxesLook, BrushPicture, ColumnOverview, LookAxis, PairView } from '../../../engine/index';
import type { BoxSteps } from '../../charts/pair-boxes';
import { drawsPoints } from '../../charts/pair-cells';
import { levelName, lineValues, type Along } from '../../text/pairs';
import { periodPlain } from '../../text/periods';

/** How rows are chosen along one side of a picture of two columns. */
export interface SideBrush {
  column: string;
  /** What its bars are; those of the card where it has none of its own. */
  of?: BrushPicture;
  /** One bar each, from the left or from the top. */
  bars: readonly number[];
  names: readonly string[];
  /** Steps of a range, of which one alone is no choice: who clicks means the whole row. */
  range?: boolean;
}

export interface PairBrush {
  across: SideBrush | null;
  down: SideBrush | null;
  look: AxesLook;
  /** Places in the counts of the look that each cell is made of, row by row from the top. */
  cells: readonly (readonly number[])[];
  /** Rows of each cell; null where the picture counts none. */
  whole: readonly number[] | null;
}

type Picture<S> = Extract<PairView['picture'], { shape: S }>;
type Write = Readonly<Record<'a' | 'b', (value: number) => string>>;

/** How rows are chosen in a picture of two columns; null where no step could say it. */
export function pairBrush(
  view: PairView,
  cards: readonly ColumnOverview[],
  write: Write,
  along: Along,
  steps: BoxSteps | null = null,
): PairBrush | null {
  switch (view.picture.shape) {
    case 'bins':
      return view.kinds.every((kind) => kind === 'number') ? ofBins(view, view.picture, write) : null;
    case 'counts':
      return ofCounts(view, view.picture, cards);
    case 'boxes':
      return ofBoxes(view, view.picture, cards, steps, write);
    case 'line':
      return ofLine(view.picture, along);
  }
}

/** The same by whole columns: the tiles of a mosaic lie at different heights. */
export function byColumns({ across, cells, whole, ...rest }: PairBrush): PairBrush {
  const width = across?.bars.length ?? 1;
  const columns = Array.from({ length: width }, (_, c) =>
    cells.map((_, at) => at).filter((at) => at % width === c),
  );
  return {
    ...rest,
    across,
    down: null,
    cells: columns.map((all) => all.flatMap((at) => cells[at]!)),
    whole: whole && columns.map((all) => all.reduce((sum, at) => sum + whole[at]!, 0)),
  };
}

function ofBins({ a, b }: PairView, picture: Picture<'bins'>, write: Write): PairBrush {
  const { x, y } = picture;
  const side = (column: string, axis: typeof x, say: (value: number) => string) => {
    const edges = Array.from({ length: axis.bins + 1 }, (_, i) =>
      i === axis.bins ? axis.to : axis.from + ((axis.to - axis.from) * i) / axis.bins,
    );
    return {
      column,
      of: { shape: 'edges' as const, edges },
      bars: Array.from({ length: axis.bins }, (_, i) => i + 1),
      names: Array.from({ length: axis.bins }, (_, i) => `${say(edges[i]!)} to ${say(edges[i + 1]!)}`),
    };
  };
  const [across, up] = [side(a, x, write.a), side(b, y, write.b)];
  const down = { ...up, bars: [...up.bars].reverse(), names: [...up.names].reverse() };
  const width = x.bins + 2;
  const axes = [
    { column: a, of: across.of },
    { column: b, of: up.of },
  ] as const;
  return {
    across,
    down,
    look: drawsPoints(picture) ? [...axes, 'points'] : axes,
    cells: down.bars.flatMap((row) => across.bars.map((bar) => [row * width + bar])),
    whole: null,
  };
}

function ofCounts(
  { a, b }: PairView,
  { across, down, counts }: Picture<'counts'>,
  cards: readonly ColumnOverview[],
): PairBrush {
  const [one, other] = [sideOf(b, across, cards), sideOf(a, down, cards)];
  return {
    across: one.side,
    down: other.side,
    look: [one.axis, other.axis],
    cells: other.side.bars.flatMap((row) => one.side.bars.map((bar) => [row * one.width + bar])),
    whole: [...counts],
  };
}

function ofBoxes(
  { a }: PairView,
  { number, category, boxes }: Picture<'boxes'>,
  cards: readonly ColumnOverview[],
  steps: BoxSteps | null,
  write: Write,
): PairBrush {
  const { side, axis, width } = sideOf(
    category,
    boxes.map(({ level }) => level),
    cards,
  );
  return {
    across: steps && rangeSide(number, steps, number === a ? write.a : write.b),
    down: side,
    look: [axis, filled(number)],
    cells: side.bars.map((bar) => withNumber(bar, width)),
    whole: boxes.map(({ rows }) => rows),
  };
}

/** Steps of a number, with what is beyond them where there is something. */
function rangeSide(column: string, { edges, below, above }: BoxSteps, say: (value: number) => string) {
  const within = edges.slice(1).map((edge, i) => ({ bar: i + 1, name: `${say(edges[i]!)} to ${say(edge)}` }));
  const seen = [
    ...(below ? [{ bar: 0, name: `below ${say(edges[0]!)}` }] : []),
    ...within,
    ...(above ? [{ bar: edges.length, name: `above ${say(edges.at(-1)!)}` }] : []),
  ];
  return {
    column,
    of: { shape: 'edges' as const, edges },
    bars: seen.map(({ bar }) => bar),
    names: seen.map(({ name }) => name),
    range: true,
  };
}

function ofLine(picture: Picture<'line'>, along: Along): PairBrush {
  const { date, number, unit, starts, rows } = picture;
  const of = { shape: 'time' as const, unit, starts, counts: rows };
  // Periods without a value have no point.
  const bars = lineValues(picture, along).flatMap((value, i) => (value === null ? [] : [i]));
  const names = bars.map((bar) => periodPlain(starts[bar]!, unit, starts));
  return {
    across: { column: date, of, bars, names },
    down: null,
    look: [{ column: date, of }, filled(number)],
    cells: bars.map((bar) => withNumber(bar, starts.length)),
    whole: bars.map((bar) => rows[bar]!),
  };
}

/** A number beside something: below 0, 0 or above it, so that rows with both are counted. */
const filled = (column: string): LookAxis => ({ column, of: { shape: 'edges', edges: [0, 0] } });
const withNumber = (bar: number, width: number): number[] => [0, 1, 2].map((row) => row * width + bar);

/** Values of a category, all others last; yes and no as the card has them. */
export function sideOf(column: string, levels: readonly (string | null)[], cards: readonly ColumnOverview[]) {
  const names = levels.map(levelName);
  const card = cards.find(({ name }) => name === column);
  if (card?.kind === 'boolean' && card.picture.shape === 'bars') {
    const own = card.picture.bars.map(({ value }) => value);
    return {
      side: { column, bars: levels.map((level) => own.indexOf(level ?? '')), names },
      axis: { column, of: card.picture },
      width: own.length + 1,
    };
  }
  const values = levels.filter((level) => level !== null);
  const of = { shape: 'bars' as const, bars: values.map((value) => ({ value, count: 0 })), others: 0 };
  const bars = levels.map((level) => (level === null ? values.length : values.indexOf(level)));
  return { side: { column, of, bars, names }, axis: { column, of }, width: values.length + 1 };
}
