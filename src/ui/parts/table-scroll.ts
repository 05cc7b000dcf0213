/** Browsers cut elements off somewhere between 17 and 33 million pixels. */
const TALLEST = 8_000_000;

export interface Extent {
  /** Height of all rows. */
  full: number;
  /** Height of the part of the window that shows rows. */
  seen: number;
}

/** Height given to the browser for rows that would be `full` pixels high. */
export const scrollHeight = ({ full }: Extent): number => Math.min(full, TALLEST);

/**
 * Where the rows stand after a scroll. A short scroll (wheel, keys) moves the rows by as much as it says;
 * a long one (the thumb dragged) moves to the same share of the whole.
 */
export function rowsTop(extent: Extent, before: { top: number; scroll: number }, scroll: number): number {
  const last = Math.max(extent.full - extent.seen, 0);
  const lastScroll = Math.max(scrollHeight(extent) - extent.seen, 0);
  if (last === lastScroll) return Math.min(Math.max(scroll, 0), last);
  if (scroll <= 0) return 0;
  if (scroll >= lastScroll) return last;
  const moved = scroll - before.scroll;
  const top = Math.abs(moved) < extent.seen ? before.top + moved : (scroll / lastScroll) * last;
  return Math.min(Math.max(top, 0), last);
}

/** Where the browser's scroll has to stand for the rows to be at `top`. */
export function scrollFor(extent: Extent, top: number): number {
  const last = Math.max(extent.full - extent.seen, 0);
  const lastScroll = Math.max(scrollHeight(extent) - extent.seen, 0);
  return last === 0 ? 0 : (top / last) * lastScroll;
}

/** The least move that brings a piece from `start` to `end` into the window. */
export function broughtIntoView(top: number, seen: number, start: number, end: number): number {
  if (start < top) return start;
  return end > top + seen ? end - seen : top;
}
