import { words } from './plain-marks';
import { widthOf } from './text-width';
import type { ChartTheme } from './theme';
import { worded, type ValueScale } from './value-scale';

const APART = 8;

/** The words of a lying axis, inside the picture and none touching the next; of even ticks every so manieth. */
export function axisWords(
  { place, ticks }: ValueScale,
  tick: (value: number) => string,
  { y, width }: { y: number; width: number },
  theme: ChartTheme,
) {
  const all = worded(ticks, tick).map(({ value, text }) => ({ at: place(value), text }));
  const widest = widthOf(all.map(({ text }) => text));
  const steps = all.slice(1).map(({ at }, i) => at - all[i]!.at);
  const [step = Infinity] = steps;
  const even = steps.every((one) => Math.abs(one - step) < 1);
  const every = even ? Math.max(1, Math.ceil((widest + APART) / step)) : 1;
  let free = 0;
  const values = all
    .filter((_, i) => i % every === 0)
    .flatMap(({ at, text }) => {
      const half = widthOf([text]) / 2;
      const x = Math.min(Math.max(at, half), width - half);
      if (x - half < free) return [];
      free = x + half + APART;
      return [{ x, y, text, fill: theme.ink2 }];
    });
  return words(values, { align: 'center' });
}
