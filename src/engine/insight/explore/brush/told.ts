import { cohensD, shareDifference, type GroupMoments, type Interval } from '../../../stats/effect-size';
import { momentsOf, type BrushColumn } from './brush-columns';
import type { Side } from './selected-rows';

/** Something that is different among the selected rows. */
export type Told =
  /** A bar (as `barsIn` counts) that is `times` as frequent among the selected as among all rows with a value. */
  | {
      is: 'frequent';
      column: string;
      bar: number;
      times: number;
      /** Its share among the selected and among all, 0 to 1. */
      share: number;
      overall: number;
      /** Cohen's h of the selected beside the rest. */
      effect: number;
      /** Difference of the shares in the selected and in the rest, with its 95 % interval (Newcombe). */
      difference: Interval;
    }
  /** A mean that is different; `effect` is Cohen's d of the selected beside the rest, with its 95 % interval. */
  | { is: 'mean'; column: string; mean: number; overall: number; effect: number; interval: Interval }
  /** A column that is nearly a copy of one chosen by. */
  | { is: 'copy'; column: string; of: string };

type Different = Exclude<Told, { is: 'copy' }>;

/** Half of what Cohen calls small: less is not worth a sentence. */
const WORTH_SAYING = 0.1;
/** Standard errors from which a difference is no chance though hundreds of bars are looked at. */
const BEYOND_CHANCE = 4;
const MOST_TOLD = 5;

type Counted = readonly { column: BrushColumn; counts: Uint32Array }[];

/** What is over-represented among the selected, and which means are different: the strongest of each column, by effect. */
export function toldOf(free: Counted, side: Side): Different[] {
  return free
    .flatMap(({ column, counts }) => (column.values ? meanOf(column, side) : frequentIn(column, counts)))
    .sort((one, other) => Math.abs(other.effect) - Math.abs(one.effect))
    .slice(0, MOST_TOLD);
}

function frequentIn({ name, bars, whole, shape }: BrushColumn, counts: Uint32Array): Different[] {
  const n = sum(counts, bars);
  const all = sum(whole, bars);
  if (n === 0 || n === all) return [];
  let best: Extract<Told, { is: 'frequent' }>[] = [];
  // "All others" is no value.
  for (let bar = 0; bar < (shape === 'bars' ? bars - 1 : bars); bar++) {
    const [inside, outside] = [counts[bar]!, whole[bar]! - counts[bar]!];
    const [share, rest] = [inside / n, outside / (all - n)];
    const pooled = whole[bar]! / all;
    const error = Math.sqrt(pooled * (1 - pooled) * (1 / n + 1 / (all - n)));
    const effect = cohensH(share, rest);
    if (!(share - rest > BEYOND_CHANCE * error) || effect < WORTH_SAYING) continue;
    if (effect <= (best[0]?.effect ?? 0)) continue;
    const difference = shareDifference(inside, n, outside, all - n)!;
    best = [
      {
        is: 'frequent',
        column: name,
        bar,
        times: share / pooled,
        share,
        overall: pooled,
        effect,
        difference,
      },
    ];
  }
  return best;
}

/** Difference of two shares on the scale on which it is equally easy to see everywhere. @see Cohen 1988, chapter 6. */
export const cohensH = (one: number, other: number): number =>
  2 * Math.asin(Math.sqrt(one)) - 2 * Math.asin(Math.sqrt(other));

function meanOf(column: BrushColumn, { selected, rows }: Side): Different[] {
  const { name, values } = column;
  const whole = (column.moments ??= momentsOf(values!));
  const here = momentsAt(values!, rows, whole.mean);
  const rest = without(whole, here);
  const [inside, outside] = selected ? [here, rest] : [rest, here];
  const interval = cohensD(inside, outside);
  if (!interval || Math.abs(interval.value) < WORTH_SAYING) return [];
  const error = Math.sqrt(1 / inside.count + 1 / outside.count);
  if (Math.abs(interval.value) < BEYOND_CHANCE * error) return [];
  return [
    { is: 'mean', column: name, mean: inside.mean, overall: whole.mean, effect: interval.value, interval },
  ];
}

function momentsAt(values: Float64Array, rows: Uint32Array, centre: number): GroupMoments {
  let [count, sums, squares] = [0, 0, 0];
  for (let i = 0; i < rows.length; i++) {
    const from = values[rows[i]!]! - centre;
    if (from !== from) continue;
    count++;
    sums += from;
    squares += from * from;
  }
  if (count === 0) return { count: 0, mean: centre, squares: 0 };
  return { count, mean: centre + sums / count, squares: squares - (sums * sums) / count };
}

/** What is left of a whole when a part is taken out of it. */
function without(whole: GroupMoments, part: GroupMoments): GroupMoments {
  const count = whole.count - part.count;
  if (count === 0) return { count, mean: whole.mean, squares: 0 };
  const shift = (part.count * (whole.mean - part.mean)) / count;
  const between = part.count * (part.mean - whole.mean) ** 2 + count * shift ** 2;
  return { count, mean: whole.mean + shift, squares: Math.max(0, whole.squares - part.squares - between) };
}

function sum(counts: Uint32Array, bars: number): number {
  let all = 0;
  for (let bar = 0; bar < bars; bar++) all += counts[bar]!;
  return all;
}
