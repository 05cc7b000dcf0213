/** A bar of a card's strip, in a box 100 wide and 20 high. */
export interface StripBar {
  x: number;
  y: number;
  width: number;
  height: number;
}

export const STRIP_WIDTH = 100;
export const STRIP_HEIGHT = 20;

/** Bars from the bottom, scaled to their own peak; `share` of each bin is filled, in its middle. */
export function stripBars(counts: readonly number[], share: number): StripBar[] {
  const peak = Math.max(0, ...counts);
  if (peak === 0) return [];
  const bin = STRIP_WIDTH / counts.length;
  return counts.flatMap((count, i) => {
    if (count <= 0) return [];
    const height = Math.max(0.6, (count / peak) * STRIP_HEIGHT);
    const width = bin * share;
    return [{ x: i * bin + (bin - width) / 2, y: STRIP_HEIGHT - height, width, height }];
  });
}
