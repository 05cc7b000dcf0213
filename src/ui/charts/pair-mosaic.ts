import type { TopLevelSpec } from 'vega-lite';
import { pixelChart } from './pixel-chart';
import { timesStep, type CountsGrid } from './pair-counts';
import { literal, pixels } from './map-look';
import type { PlanePlaces, Span } from './plane-places';
import { boxes, words } from './plain-marks';
import { fittedNames, widthOf, wrapped } from './text-width';
import type { ChartTheme } from './theme';

const HIGH = 320;
const WIDEST = 0.3;
const GAP = 12;
const APART = 2;
const HEAD = 28;
/** Names over columns as wide as this are cut rather than turned. */
const READABLE = 96;
const TURNED = 120;
/** Columns narrower than this have no name. */
const NAMED = 12;
const LINE = 18;
/** From one line of a name to the next. */
const NEXT = 15;
const LINES = 3;
const LINES_BESIDE = 5;
/** Letters may be wider than they are taken to be. */
const SLACK = 6;
const MOST_DOWN = 6;
const MOST_ACROSS = 8;

/** Whether tiles stay large enough to be told apart. */
export const suitsMosaic = ({ down, across }: Pick<CountsGrid, 'down' | 'across'>): boolean =>
  down.length > 1 && across.length > 1 && down.length <= MOST_DOWN && across.length <= MOST_ACROSS;

interface Column {
  x: number;
  x2: number;
  rows: number;
  turned: boolean;
  /** Its name where it does not stand upright. */
  lines: readonly string[];
}

/** Columns as wide as their rows. */
function columnsOf({ down, across, cells }: CountsGrid, width: number) {
  const left = Math.min(width * WIDEST, widthOf(down) + GAP);
  const rows = across.map((_, c) => down.reduce((sum, _, r) => sum + cells[r * across.length + c]!.count, 0));
  const all = rows.reduce((sum, one) => sum + one, 0);
  const room = width - left - APART * (across.length - 1);
  let x = left;
  const columns = rows.map((own, c): Column => {
    const wide = all > 0 ? (own / all) * room : 0;
    const from = x;
    x += wide + APART;
    const turned = wide >= NAMED && wide < READABLE && wide < widthOf([across[c]!]) + SLACK;
    const lines = wide < NAMED || turned ? [] : wrapped(across[c]!, wide, LINES);
    return { x: from, x2: from + wide, rows: own, turned, lines };
  });
  const upright = across.filter((_, c) => columns[c]!.turned);
  const lines = Math.max(1, ...columns.map((column) => column.lines.length));
  const head = Math.max(HEAD + NEXT * (lines - 1), Math.min(TURNED, widthOf(upright) + GAP));
  return { left, columns, head };
}

export const mosaicHeight = (grid: CountsGrid, width: number): number =>
  columnsOf(grid, width).head + HIGH + 2;

/** Where the columns stand: tiles of one value lie at different heights. */
export function mosaicPlaces(grid: CountsGrid, width: number): PlanePlaces {
  const { columns, head } = columnsOf(grid, width);
  return {
    across: columns.map(({ x, x2 }): Span => [x, x2]),
    down: [[head, head + HIGH]],
    strips: { across: [0, head - 4], down: null },
  };
}

/** Tiles as large as their rows, coloured by how far they are from what both columns alone would give. */
export function pairMosaicSpec(grid: CountsGrid, theme: ChartTheme, width: number): TopLevelSpec {
  const { left, columns, head } = columnsOf(grid, width);
  const { down, across, cells } = grid;
  const tiles = columns.flatMap(({ x, x2, rows }, c) => {
    let y = head;
    const room = HIGH - APART * (down.length - 1);
    return down.map((_, r) => {
      const cell = cells[r * across.length + c]!;
      const high = rows > 0 ? (cell.count / rows) * room : 0;
      const from = y;
      y += high + APART;
      const step = cell.times === null ? null : timesStep(cell.times);
      return {
        ...{ x, x2, y: from, y2: from + high, r, c, text: cell.text, words: cell.words },
        fill: step === null ? theme.paper : theme.heat[step]!,
        ink: step === null ? theme.ink2 : theme.heatInks[step]!,
      };
    });
  });
  const first = columns.findIndex(({ rows }) => rows > 0);
  const cut = fittedNames(down, left - GAP);
  let lowest = -Infinity;
  const names = tiles
    .filter(({ c }) => c === first)
    .flatMap(({ r, y, y2 }) => {
      const room = Math.max(1, Math.min(LINES_BESIDE, Math.floor((y2 - y) / NEXT)));
      const lines = room > 1 ? wrapped(down[r]!, left - GAP, room) : [cut[r]!];
      const half = ((lines.length - 1) * NEXT) / 2;
      const middle = Math.min(Math.max((y + y2) / 2, lowest + LINE + half), head + HIGH - LINE / 2 - half);
      // A thin row at the foot has no room for its name.
      if (middle - half < lowest + LINE) return [];
      lowest = middle + half;
      return lines.map((text, i) => ({ x: 0, y: middle - half + i * NEXT, text, fill: theme.ink }));
    });
  const upright = columns.map(({ turned }, c) => (turned ? across[c]! : ''));
  const turned = fittedNames(upright, head - GAP).flatMap((text, c) =>
    text === '' ? [] : [{ x: (columns[c]!.x + columns[c]!.x2) / 2, y: head - GAP, text, fill: theme.ink }],
  );
  const heads = columns.flatMap(({ x, x2, lines }) =>
    lines.map((text, i) => ({ x: (x + x2) / 2, y: head - GAP - NEXT * (lines.length - 1 - i), text, fill: theme.ink })),
  );
  return pixelChart(
    [
      boxes(tiles.map(({ x, x2, y, y2, fill, words: told }) => ({ x, x2, y, y2, fill, stroke: 'transparent', words: told }))),
      words(tiles.filter(({ x, x2, y, y2, text }) => x2 - x >= widthOf([text]) + 6 && y2 - y >= LINE).map(({ x, x2, y, y2, text, ink }) => ({ x: (x + x2) / 2, y: (y + y2) / 2, text, fill: ink })), { align: 'center' }),
      words(names),
      words(heads, { align: 'center' }),
      {
        data: { values: turned },
        mark: { type: 'text', baseline: 'middle', fontSize: 12, angle: -90, align: 'left' },
        encoding: { x: pixels('x'), y: pixels('y'), text: { field: 'text' }, fill: literal('fill') },
      },
    ],
    { width, height: mosaicHeight(grid, width) },
    theme,
  );
} // prettier-ignore
