import type { MapMarks } from './map-face';
import { BOTTOM } from './map-look';

export const MARGIN = 16;
/** Room for the word above the vertical axis. */
export const TOP = 28;

export interface MapSize {
  width: number;
  height: number;
}

/** Scores from `low` to `high` lie between the pixels `from` and `to`. */
interface Span {
  low: number;
  high: number;
  from: number;
  to: number;
}

/** What the map shows of each component, and where. */
export interface MapFrame {
  across: Span;
  up: Span;
}

/** The frame around marks; 0 is always inside. */
export function mapFrame({ x, y }: MapMarks, { width, height }: MapSize): MapFrame {
  const span = (values: Float64Array, from: number, to: number): Span => {
    const low = values.reduce((least, value) => Math.min(least, value), 0);
    const high = values.reduce((most, value) => Math.max(most, value), 0);
    return { low, high: high > low ? high : low + 1, from, to };
  };
  return { across: span(x, MARGIN, width - MARGIN), up: span(y, height - BOTTOM - MARGIN, TOP) };
}

export const pixelOf = ({ low, high, from, to }: Span, score: number): number =>
  from + ((score - low) / (high - low)) * (to - from);

export const scoreOf = ({ low, high, from, to }: Span, pixel: number): number =>
  low + ((pixel - from) / (to - from)) * (high - low);
