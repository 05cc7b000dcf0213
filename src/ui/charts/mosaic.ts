import type { TopLevelSpec } from 'vega-lite';
import { segmentLetter } from '../parts/segment-letter';
import { chartConfig } from './config';
import { colourOf, fillOf, inkOf } from './segment-marks';
import type { ChartTheme } from './theme';

/** One whole in 100 tiles: a title and the share of each segment, from the first. */
export interface MosaicWhole {
  title: string;
  parts: readonly { id: number; share: number }[];
}

export interface MosaicTile {
  row: number;
  column: number;
  id: number;
  /** The first tile of a segment carries its letter. */
  first: boolean;
}

const SIDE = 10;
const TILES = SIDE * SIDE;

/** How many of 100 tiles each share gets, by largest remainder; shares of 0 and below get none. */
export function dealTiles(shares: readonly number[]): number[] {
  const positive = shares.map((share) => Math.max(share, 0) || 0);
  const sum = positive.reduce((total, share) => total + share, 0);
  if (sum === 0) return positive;
  const exact = positive.map((share) => (share / sum) * TILES);
  const tiles = exact.map(Math.floor);
  const remainder = (i: number) => exact[i]! - tiles[i]!;
  const order = exact.map((_, i) => i).sort((a, b) => remainder(b) - remainder(a) || a - b);
  const left = TILES - tiles.reduce((total, count) => total + count, 0);
  for (const i of order.slice(0, left)) tiles[i]!++;
  return tiles;
}

/** The tiles of a whole, row by row from the first part. */
export function mosaicTiles(whole: MosaicWhole): MosaicTile[] {
  const counts = dealTiles(whole.parts.map((part) => part.share));
  const owners = whole.parts.flatMap((part, i) => Array.from({ length: counts[i]! }, () => part.id));
  return owners.map((id, i) => ({
    row: Math.floor(i / SIDE),
    column: i % SIDE,
    id,
    first: i === 0 || owners[i - 1] !== id,
  }));
}

/** Segments that no tile of the whole stands for. */
export function withoutTile(whole: MosaicWhole): number[] {
  const counts = dealTiles(whole.parts.map((part) => part.share));
  return whole.parts.filter((_, i) => counts[i] === 0).map((part) => part.id);
}

const PITCH = 26;
const GAP_TILES = 2;
const GAP_GRIDS = 28;

/** Both wholes side by side, for the picture that is taken away. */
export function mosaicSpec(wholes: readonly MosaicWhole[], theme: ChartTheme): TopLevelSpec {
  const tiles = wholes.flatMap((whole, grid) => {
    const left = grid * (SIDE * PITCH - GAP_TILES + GAP_GRIDS);
    return mosaicTiles(whole).map((tile) => ({
      ...tile,
      x: left + tile.column * PITCH,
      x2: left + tile.column * PITCH + PITCH - GAP_TILES,
      y: 24 + tile.row * PITCH,
      y2: 24 + tile.row * PITCH + PITCH - GAP_TILES,
      letter: tile.first ? segmentLetter(tile.id) : '',
      fill: fillOf(theme, tile.id),
      edge: colourOf(theme, tile.id),
      ink: inkOf(theme, tile.id),
    }));
  });
  const titles = wholes.map((whole, grid) => ({
    text: whole.title,
    x: grid * (SIDE * PITCH - GAP_TILES + GAP_GRIDS),
  }));
  return {
    $schema: 'https://vega.github.io/schema/vega-lite/v6.json',
    width: wholes.length * (SIDE * PITCH - GAP_TILES + GAP_GRIDS) - GAP_GRIDS,
    height: 24 + SIDE * PITCH,
    config: chartConfig(theme),
    layer: [
      {
        data: { values: titles },
        mark: { type: 'text', align: 'left', baseline: 'top', fontSize: 13, y: 0 },
        encoding: { x: pixels('x'), text: { field: 'text' } },
      },
      {
        data: { values: tiles },
        mark: { type: 'rect', strokeWidth: 2, cornerRadius: 1 },
        encoding: {
          x: pixels('x'),
          x2: { field: 'x2' },
          y: pixels('y'),
          y2: { field: 'y2' },
          fill: { field: 'fill', type: 'nominal', scale: null },
          stroke: {
            condition: { test: 'datum.fill !== datum.edge', field: 'edge', type: 'nominal', scale: null },
            value: null,
          },
        },
      },
      {
        data: { values: tiles.filter((tile) => tile.first) },
        mark: { type: 'text', dx: 12, dy: 13, fontSize: 13, fontWeight: 700 },
        encoding: {
          x: pixels('x'),
          y: pixels('y'),
          text: { field: 'letter' },
          fill: { field: 'ink', type: 'nominal', scale: null },
        },
      },
    ],
  };
}

const pixels = (field: string) => ({ field, type: 'quantitative' as const, scale: null, axis: null });
