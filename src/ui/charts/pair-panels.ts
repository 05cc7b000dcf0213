import type { TopLevelSpec } from 'vega-lite';
import type { PairPanels } from '../../engine/index';
import { axisScale, type AxisTicks } from './date-scale';
import { pixels } from './map-look';
import { pixelChart, spacedWords } from './pixel-chart';
import { axisName, lines, shadedCells, words } from './plain-marks';
import { fitted, fittedNames, widthOf } from './text-width';
import type { ChartTheme } from './theme';
import { worded } from './value-scale';

const TOP = 28;
const NAME = 26;
const PLOT = 132;
const GAP = 20;
const FOOT = 50;
const RIGHT = 12;
const APART = { across: 56, up: 36 };
/** Below this a panel has room for less beside its name. */
const NARROW = 200;
const PAD = 6;
/** Names are bold and of 13 px, wider than words of an axis. */
const BOLD = 13.4;

export interface PanelWords {
  x: string;
  y: string;
  xTick: (value: number) => string;
  yTick: (value: number) => string;
  /** Writes both axes where they are dates. */
  dates?: AxisTicks['dates'];
  /** Of each group: its name, and what stands at the right of it, also where there is little room. */
  names: readonly { name: string; side: string; brief: string }[];
  /** Of a cell of a group: where it begins and ends along both, and its rows. */
  cell: (group: number, x: readonly [number, number], y: readonly [number, number], count: number) => string;
  point: (group: number, x: number, y: number) => string;
}

const acrossOf = (groups: number, width: number): number => Math.min(groups, width > 640 ? 3 : 2);

export const panelsHeight = (groups: number, width: number): number =>
  TOP + Math.ceil(groups / acrossOf(groups, width)) * (NAME + PLOT + GAP) - GAP + FOOT;

/** Two numbers, a panel for each group on the same axes; the cells of all groups lie pale behind its own rows. */
export function panelsSpec(
  panels: PairPanels,
  said: PanelWords,
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const { x, y, groups } = panels;
  const perRow = acrossOf(groups.length, width);
  const { dates } = said;
  const height = axisScale([y.from, y.to], false, [0, PLOT - 2 * PAD], APART.up, { tick: said.yTick, dates });
  const up = (value: number) => PLOT - PAD - height.place(value);
  const steps = worded(height.ticks, height.tick).map(({ value, text }) => ({ y: up(value), text }));
  const start = Math.ceil(widthOf(steps.map(({ text }) => text))) + 14;
  const wide = (width - RIGHT - start - GAP * (perRow - 1)) / perRow;
  const scale = axisScale([x.from, x.to], false, [PAD, wide - PAD], APART.across, {
    tick: said.xTick,
    dates,
  });
  const ticks = inside(
    spacedWords(worded(scale.ticks, scale.tick).map(({ value, text }) => ({ x: scale.place(value), text }))),
    wide,
  );
  const placed = groups.map((group, at) => {
    const [left, top] = [
      start + (at % perRow) * (wide + GAP),
      TOP + Math.floor(at / perRow) * (NAME + PLOT + GAP) + NAME,
    ];
    return {
      ...group,
      ...said.names[at]!,
      at,
      left,
      top,
      bottom: top + PLOT,
      last: at + perRow >= groups.length,
    };
  });
  const names = fittedNames(
    said.names.map(({ name }) => name),
    wide - widthOf(said.names.map(({ side, brief }) => (wide < NARROW ? brief : side))) - 8,
    BOLD,
  );
  const edge = ({ from, to, bins }: typeof x, i: number) => from + ((to - from) * i) / bins;
  const cellAt = ({ left, top }: { left: number; top: number }, i: number, j: number) => ({
    x: left + scale.place(edge(x, i)),
    x2: left + scale.place(edge(x, i + 1)),
    y: top + up(edge(y, j + 1)),
    y2: top + up(edge(y, j)),
  });
  const behind = placed.flatMap((panel) =>
    runsOf(panels).map(({ from, to, y: j }) => ({
      ...cellAt(panel, from, j),
      x2: cellAt(panel, to, j).x2,
      fill: theme.line,
      opacity: 0.6,
    })),
  );
  const cells = placed.flatMap((panel) => {
    const most = Math.max(...panel.cells.map(({ count }) => count));
    return panel.points
      ? []
      : panel.cells.map(({ x: i, y: j, count }) => ({
          ...cellAt(panel, i, j),
          fill: theme.data,
          opacity: 0.2 + 0.8 * Math.sqrt(Math.log1p(count) / Math.log1p(most)),
          words: said.cell(panel.at, [edge(x, i), edge(x, i + 1)], [edge(y, j), edge(y, j + 1)], count),
        }));
  });
  const points = placed.flatMap(({ points: own, at, left, top }) =>
    Array.from(own?.x ?? [], (value, i) => ({
      x: left + scale.place(value),
      y: top + up(own!.y[i]!),
      words: said.point(at, value, own!.y[i]!),
    })),
  );
  return pixelChart(
    [
      shadedCells(behind),
      lines(
        placed.flatMap(({ left, top }) =>
          steps.map((text) => ({
            x: left,
            x2: left + wide,
            y: top + text.y,
            y2: top + text.y,
            stroke: theme.line,
          })),
        ),
        1,
      ),
      lines(
        placed.map(({ left, bottom }) => ({
          x: left,
          x2: left + wide,
          y: bottom,
          y2: bottom,
          stroke: theme.ink2,
        })),
        1,
      ),
      words(
        placed
          .filter(({ at }) => at % perRow === 0)
          .flatMap(({ top }) =>
            steps.map((text) => ({ x: start - 10, y: top + text.y, text: text.text, fill: theme.ink2 })),
          ),
        { align: 'right' },
      ),
      words(
        placed
          .filter(({ last }) => last)
          .flatMap(({ left, bottom }) =>
            ticks.map((tick) => ({ x: left + tick.x, y: bottom + 16, text: tick.text, fill: theme.ink2 })),
          ),
        { align: 'center' },
      ),
      words(
        placed.map(({ at, left, top }) => ({ x: left, y: top - 12, text: names[at]!, fill: theme.ink })),
        { fontSize: 13, fontWeight: 600 },
      ),
      words(
        placed.map(({ side, brief, left, top }) => ({
          x: left + wide,
          y: top - 12,
          text: wide < NARROW ? brief : side,
          fill: theme.ink2,
        })),
        { align: 'right' },
      ),
      shadedCells(cells),
      pointLayer(points, theme),
      axisName(said.x, panelsHeight(groups.length, width) - 14, width - RIGHT, theme),
      words([{ x: 0, y: 8, text: fitted(said.y, width * 0.97), fill: theme.ink }], { fontWeight: 600 }),
    ],
    { width, height: panelsHeight(groups.length, width) },
    theme,
  );
}

/** Words that neither reach below the next panel nor touch the one before. */
function inside(all: readonly { x: number; text: string }[], wide: number): { x: number; text: string }[] {
  let free = -Infinity;
  return all.flatMap(({ x, text }) => {
    const half = widthOf([text]) / 2;
    const at = Math.min(x, wide + GAP / 2 - half);
    if (at - half < free) return [];
    free = at + half + PAD;
    return [{ x: at, text }];
  });
}

/** Cells in which any group has a row; those side by side are one. */
function runsOf({ x, groups }: PairPanels): { from: number; to: number; y: number }[] {
  const filled = new Set(groups.flatMap(({ cells }) => cells.map((cell) => cell.y * x.bins + cell.x)));
  const runs: { from: number; to: number; y: number }[] = [];
  for (const cell of [...filled].sort((one, other) => one - other)) {
    const [at, y, last] = [cell % x.bins, Math.floor(cell / x.bins), runs.at(-1)];
    if (last?.y === y && last.to === at - 1) last.to = at;
    else runs.push({ from: at, to: at, y });
  }
  return runs;
}

const pointLayer = (values: readonly object[], theme: ChartTheme) => ({
  data: { values },
  mark: {
    type: 'point',
    size: 16,
    fill: theme.data,
    opacity: values.length > 2500 ? 0.45 : 0.7,
    strokeWidth: 0,
  },
  encoding: { x: pixels('x'), y: pixels('y'), tooltip: { field: 'words' } },
});
