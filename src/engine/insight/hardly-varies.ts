import { inBlocks } from '../steps/parts/blocks';
import type { Work } from '../work';

/** From this share on the commonest value is nearly everybody's: 95 to 5, as `nearZeroVar` of R's caret has it. */
const NEARLY_ALL = 0.95;
/** So many values, drawn evenly, tell which it could be; all are counted only where it is common among them. */
const DRAWN = 1000;
const COMMON = 0.9;
/** Numbers that are not whole are the same where a card would print them alike. */
const FIGURES = 3;

/**
 * The value that at least 95 % of the filled cells have: whole numbers exactly, others to three figures. Null where
 * there is none.
 * @see Kuhn 2008, caret: nearZeroVar, freqCut = 95/5.
 */
export async function commonestOf(values: Float64Array, whole: boolean, work: Work): Promise<number | null> {
  const likely = commonestDrawn(values, whole);
  if (likely === null) return null;
  const near = whole || likely === 0 ? 0 : halfFigure(likely);
  let [filled, same] = [0, 0];
  await inBlocks(values.length, 'looking', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      if (value !== value) continue;
      filled++;
      if (Math.abs(value - likely) <= near) same++;
    }
  });
  return same >= filled * NEARLY_ALL ? likely : null;
}

function commonestDrawn(values: Float64Array, whole: boolean): number | null {
  const count = Math.min(values.length, DRAWN);
  const counts = new Map<number, number>();
  let filled = 0;
  for (let i = 0; i < count; i++) {
    const value = values[Math.floor((i * values.length) / count)]!;
    if (value !== value) continue;
    filled++;
    const printed = whole ? value : Number(value.toPrecision(FIGURES));
    counts.set(printed, (counts.get(printed) ?? 0) + 1);
  }
  for (const [value, times] of counts) if (times >= filled * COMMON) return value;
  return null;
}

/** Half a step of the last figure: 0.005 of 1.00. */
const halfFigure = (value: number): number =>
  Number(`5e${Math.floor(Math.log10(Math.abs(value))) - FIGURES}`);
