import { segmentLetter } from '../parts/segment-letter';
import { boxes, words } from './plain-marks';
import { colourOf, fillOf, inkOf, isOutline } from './segment-marks';
import type { ChartTheme } from './theme';

const SIZE = 16;

/** A segment's letter on its tile, in the middle of that place. */
export interface Tile {
  id: number;
  x: number;
  y: number;
  /** Whether it steps back because another is chosen. */
  faded: boolean;
  words?: string;
}

/** The colour of a segment's marks. */
export const markColour = (id: number, faded: boolean, theme: ChartTheme): string =>
  faded ? theme.context : colourOf(theme, id);

/** Tiles as the badges of the page are drawn, those that step back behind the others. */
export function tileLayers(tiles: readonly Tile[], theme: ChartTheme) {
  const ordered = [...tiles].sort((a, b) => Number(b.faded) - Number(a.faded));
  return ordered.flatMap((tile) => {
    const { id, x, y, faded } = tile;
    const colour = markColour(id, faded, theme);
    const fill = faded && !isOutline(id) ? colour : fillOf(theme, id);
    const ink = faded ? theme.ink : inkOf(theme, id);
    const half = SIZE / 2;
    return [
      boxes(
        [{ id, x: x - half, x2: x + half, y: y - half, y2: y + half, fill, stroke: colour, ...(tile.words && { words: tile.words }) }],
        1.5,
      ),
      words([{ x, y: y + 0.5, text: segmentLetter(id), fill: ink }], { align: 'center', fontWeight: 700 }),
    ];
  }); // prettier-ignore
}
