import type { TopLevelSpec } from 'vega-lite';
import type { RfmCell, RfmMap } from '../../engine/index';
import { segmentLetter } from '../parts/segment-letter';
import { chartConfig } from './config';
import { colourOf } from './segment-marks';
import type { ChartTheme } from './theme';

const ROW = 84;
const INSET = 10;

/** The rows of the grid, the most recent first, as the page shows them. */
export const gridRows = ({ cells, levels }: RfmMap) =>
  Array.from({ length: levels }, (_, i) => cells.filter(({ recency }) => recency === levels - i));

/** Money of each cell beside that of the fullest, 0 to 1. */
export function barOf({ cells }: RfmMap, revenueShare: number | null): number {
  const most = Math.max(...cells.map((cell) => cell.revenueShare ?? 0));
  return most > 0 ? Math.max(0, revenueShare ?? 0) / most : 0;
}

/** The map for the picture that is taken away; `head` writes rows and columns, `says` a cell's customers. */
export function rfmGridSpec(
  map: RfmMap,
  words: {
    head(measure: 'recency' | 'frequency', level: number): string;
    says(cell: RfmCell): string;
    /** Its share of money; empty where that is not known. */
    worth(cell: RfmCell): string;
  },
  theme: ChartTheme,
  width: number,
): TopLevelSpec {
  const wide = width / map.levels;
  const values = gridRows(map).flatMap((row, r) =>
    row.map((cell, f) => ({
      x: f * wide,
      x2: (f + 1) * wide,
      y: r * ROW,
      y2: (r + 1) * ROW,
      left: f * wide + INSET,
      name: cell.segment === null ? cell.name : `${segmentLetter(cell.segment)}  ${cell.name}`,
      says: words.says(cell),
      worth: words.worth(cell),
      right: (f + 1) * wide - INSET,
      nameY: r * ROW + 22,
      saysY: r * ROW + 44,
      barY: r * ROW + ROW - 16,
      barY2: r * ROW + ROW - 10,
      barX2: f * wide + INSET + barOf(map, cell.revenueShare) * (wide - 2 * INSET),
      fill: cell.segment === null ? theme.context : colourOf(theme, cell.segment),
    })),
  );
  const heads = Array.from({ length: map.levels }, (_, i) => [
    { x: i * wide + INSET, y: -12, text: words.head('frequency', i + 1), align: 'left' },
    { x: -INSET, y: (map.levels - i - 0.5) * ROW, text: words.head('recency', i + 1), align: 'right' },
  ]).flat();
  const pixels = (field: string) => ({ field, type: 'quantitative' as const, scale: null, axis: null });
  const literal = (field: string) => ({ field, type: 'nominal' as const, scale: null });
  const text = { type: 'text', baseline: 'middle' } as const;
  const headLayer = (align: 'left' | 'right') => ({
    data: { values: heads.filter((one) => one.align === align) },
    mark: { ...text, align, fontSize: 13, fill: theme.ink2, clip: false },
    encoding: { x: pixels('x'), y: pixels('y'), text: { field: 'text' } },
  });
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width,
    height: map.levels * ROW,
    padding: { left: 120, top: 28, right: 4, bottom: 4 },
    config: { ...chartConfig(theme), view: { stroke: null } },
    data: { values },
    layer: [
      {
        mark: { type: 'rect', fill: theme.paper, stroke: theme.line },
        encoding: { x: pixels('x'), x2: { field: 'x2' }, y: pixels('y'), y2: { field: 'y2' } },
      },
      {
        mark: { type: 'rect' },
        encoding: {
          x: pixels('left'),
          x2: { field: 'barX2' },
          y: pixels('barY'),
          y2: { field: 'barY2' },
          fill: literal('fill'),
        },
      },
      {
        mark: {
          ...text,
          align: 'left',
          fontSize: 14,
          fontWeight: 600,
          fill: theme.ink,
          limit: wide - 2 * INSET,
        },
        encoding: { x: pixels('left'), y: pixels('nameY'), text: { field: 'name' } },
      },
      {
        mark: { ...text, align: 'left', fontSize: 13, fill: theme.ink2, limit: wide - 2 * INSET },
        encoding: { x: pixels('left'), y: pixels('saysY'), text: { field: 'says' } },
      },
      {
        mark: { ...text, align: 'right', fontSize: 13, fill: theme.ink2 },
        encoding: { x: pixels('right'), y: pixels('saysY'), text: { field: 'worth' } },
      },
      headLayer('left'),
      headLayer('right'),
    ],
  };
}
