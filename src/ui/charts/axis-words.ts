import { words } from './plain-marks';
import { widthOf } from './text-width';
import type { ChartTheme } from './theme';
import { worded, type ValueScale } from './value-scale';

const APART = 8;

/** The words of a lying axis, inside the picture and none touching the next. */
export function axisWords(
  { place, ticks }: ValueScale,
  tick: (value: number) => string,
  { y, width }: { y: number; width: number },
  theme: ChartTheme,
) {
  let free = 0;
  const values = worded(ticks, tick).flatMap(({ value, text }) => {
    const half = widthOf([text]) / 2;
    const x = Math.min(Math.max(place(value), half), width - half);
    if (x - half < free) return [];
    free = x + half + APART;
    return [{ x, y, text, fill: theme.ink2 }];
  });
  return words(values, { align: 'center' });
}
