import type { MapArea } from '../../../../engine/index';
import { pixelOf, scoreOf, type MapFrame } from '../../../charts/map-frame';

export type Corners = MapArea['polygon'];

/** From where to where on both axes, as written in the fields. */
export interface Bounds {
  left: string;
  right: string;
  bottom: string;
  top: string;
}

const DIGITS = 3;
const rounded = (value: number): number => Number(value.toFixed(DIGITS));
/** Corners nearer than so many pixels to the one before say nothing. */
const APART = 4;
const MOST = 300;

/** A place on the drawing in pixels. */
export interface Pixel {
  x: number;
  y: number;
}

/** The path with one more place, where that is far enough from the last. */
export function withPlace(path: readonly Pixel[], place: Pixel): readonly Pixel[] {
  const last = path.at(-1);
  const near = last && Math.abs(last.x - place.x) + Math.abs(last.y - place.y) < APART;
  return near ? path : [...path, place];
}

/** The shape a path goes round, in scores; null where it encloses nothing. */
export function cornersOf(path: readonly Pixel[], { across, up }: MapFrame): Corners | null {
  const every = Math.ceil(path.length / MOST);
  const kept = path.filter((_, i) => i % every === 0);
  if (kept.length < 3) return null;
  return kept.map(({ x, y }) => [rounded(scoreOf(across, x)), rounded(scoreOf(up, y))]);
}

/** The shape as the drawing wants it. */
export const pathOf = (corners: Corners, { across, up }: MapFrame): string =>
  corners
    .map(([x, y], i) => `${i === 0 ? 'M' : 'L'}${pixelOf(across, x).toFixed(1)},${pixelOf(up, y).toFixed(1)}`)
    .join('') + 'Z';

/** From where to where a shape reaches. */
export function boundsOf(corners: Corners): Bounds {
  const [xs, ys] = [corners.map(([x]) => x), corners.map(([, y]) => y)];
  const [left, right, bottom, top] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  return { left: String(left), right: String(right), bottom: String(bottom), top: String(top) };
}

/** The rectangle that is written; null where a number is missing or it has no room. */
export function rectangleOf(bounds: Bounds): Corners | null {
  const read = (text: string) => (text.trim() === '' ? NaN : Number(text));
  const [left, right] = [read(bounds.left), read(bounds.right)];
  const [bottom, top] = [read(bounds.bottom), read(bounds.top)];
  if (!(left < right && bottom < top)) return null;
  return [
    [left, bottom],
    [right, bottom],
    [right, top],
    [left, top],
  ];
}
