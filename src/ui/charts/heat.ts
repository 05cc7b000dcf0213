import type { TopLevelSpec } from 'vega-lite';
import type { Segmentation } from '../../engine/index';
import { segmentLetter } from '../parts/segment-letter';
import { chartConfig } from './config';
import type { ChartTheme } from './theme';

export interface HeatCell {
  id: number;
  /** Mean ÷ overall mean, or distance from it in deviations, as the row says. */
  value: number;
  /** 0 (a quarter and below) to 6 (four times and above); 3 is the average. */
  step: number;
}

export interface HeatRow {
  column: string;
  label: string;
  /** Deviations where an overall mean of 0 or below leaves no ratio. */
  by: 'ratio' | 'deviation';
  mean: number;
  cells: HeatCell[];
}

const STEPS = 7;
/** Colours end at a quarter and at four times the average, or at 1.5 deviations. */
const WIDEST_RATIO = 4;
const WIDEST_DEVIATION = 1.5;

export const ratioStep = (ratio: number): number =>
  heatStep(ratio > 0 ? Math.log(ratio) : -Infinity, Math.log(WIDEST_RATIO));

export const deviationStep = (deviations: number): number => heatStep(deviations, WIDEST_DEVIATION);

function heatStep(value: number, widest: number): number {
  const clamped = Math.min(widest, Math.max(-widest, value));
  return Math.min(STEPS - 1, Math.floor(((clamped / widest + 1) / 2) * STEPS));
}

/** One row per feature, money and counts first, days since the last order last. */
export function heatRows({ features, segments }: Segmentation): HeatRow[] {
  const ordered = [...features].sort(
    (a, b) => Number(a.meaning === 'recency') - Number(b.meaning === 'recency'),
  );
  return ordered.map(({ column, label, mean }) => {
    const ratios = segments.map((segment) => segment.index[column] ?? null);
    const by = ratios.every((ratio) => ratio !== null) ? 'ratio' : 'deviation';
    const cells = segments.map((segment, i): HeatCell => {
      const value = by === 'ratio' ? ratios[i]! : (segment.deviations[column] ?? 0);
      return { id: segment.id, value, step: by === 'ratio' ? ratioStep(value) : deviationStep(value) };
    });
    return { column, label, by, mean, cells };
  });
}

const ROW = 46;

/** The heat map for the picture that is taken away; `print` writes a cell's number. */
export function heatSpec(
  rows: readonly HeatRow[],
  names: ReadonlyMap<number, string>,
  print: (cell: HeatCell, row: HeatRow) => string,
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const cells = rows.flatMap((row) =>
    row.cells.map((cell) => ({
      feature: row.label,
      segment: `${segmentLetter(cell.id)}  ${names.get(cell.id) ?? ''}`,
      text: print(cell, row),
      fill: theme.heat[cell.step],
      ink: theme.heatInks[cell.step],
    })),
  );
  const literal = (field: string) => ({ field, type: 'nominal' as const, scale: null });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width,
    height: rows.length * ROW,
    autosize: { type: 'fit', contains: 'padding' },
    config: chartConfig(theme),
    data: { values: cells },
    encoding: {
      x: {
        field: 'segment',
        type: 'nominal',
        sort: null,
        axis: {
          orient: 'top',
          title: null,
          labelAngle: 0,
          labelLimit: 160,
          labelFontSize: 13,
          labelColor: theme.ink,
        },
      },
      y: {
        field: 'feature',
        type: 'nominal',
        sort: null,
        axis: { title: null, labelLimit: 220, labelFontSize: 13, labelColor: theme.ink },
      },
    },
    layer: [
      {
        mark: { type: 'rect', stroke: theme.paper, strokeWidth: 2 },
        encoding: { fill: literal('fill') },
      },
      {
        mark: { type: 'text', fontSize: 14, fontWeight: 600 },
        encoding: { text: { field: 'text' }, fill: literal('ink') },
      },
    ],
  };
}
