import { EngineError } from '../../errors';
import { firstAbove } from '../../insight/explore/histogram';
import { log, log1p } from '../../stats/logarithm';
import { boxCox, yeoJohnson } from '../../stats/power-transform';
import type { LearntColumn, Way } from './params';

/** How many cells a way could not take as they are, by what was done to them. */
export type Odd = 'belowZero' | 'notPositive' | 'below' | 'above' | 'raised' | 'lowered' | 'tooLarge';
export type Tell = (odd: Odd) => void;

/** What becomes of one number that is there; `tell` is told of what the way could not take as it is. */
export type Bend = (value: number, tell: Tell) => number;

/** What each way counts, whether or not there is any. */
export const COUNTED: Record<Way, readonly Odd[]> = {
  log1p: ['belowZero'],
  sqrt: ['belowZero'],
  log: ['notPositive'],
  'box-cox': ['notPositive', 'tooLarge'],
  'yeo-johnson': ['tooLarge'],
  rank: ['below', 'above'],
  winsorise: ['raised', 'lowered'],
};

const fromZero =
  (curve: (x: number) => number): Bend =>
  (value, tell) => {
    if (value < 0) tell('belowZero');
    return curve(value < 0 ? 0 : value);
  };

/** NaN, told of, for what is no number any more. */
function held(value: number, tell: Tell): number {
  if (Number.isFinite(value)) return value;
  tell('tooLarge');
  return NaN;
}

/** The way as a function of one value. @throws EngineError `not-learnt` if the fit is of another way */
export function bendBy(way: Way, column: string, fit: LearntColumn | null): Bend {
  if (way === 'log1p') return fromZero(log1p);
  if (way === 'sqrt') return fromZero(Math.sqrt);
  if (way === 'log') return positiveOnly((value) => log(value));
  if (fit && 'lambda' in fit) {
    const { lambda } = fit;
    if (way === 'box-cox') return positiveOnly((value, tell) => held(boxCox(value, lambda), tell));
    if (way === 'yeo-johnson') return (value, tell) => held(yeoJohnson(value, lambda), tell);
  }
  if (fit && 'low' in fit && way === 'winsorise') return capped(fit);
  if (fit && 'values' in fit && way === 'rank') return ranked(fit);
  throw new EngineError('not-learnt', { column });
}

const positiveOnly =
  (curve: Bend): Bend =>
  (value, tell) => {
    if (value > 0) return curve(value, tell);
    tell('notPositive');
    return NaN;
  };

const capped =
  ({ low, high }: { low: number; high: number }): Bend =>
  (value, tell) => {
    if (value < low) tell('raised');
    else if (value > high) tell('lowered');
    return Math.min(Math.max(value, low), high);
  };

function ranked({ values, ranks }: { values: number[]; ranks: number[] }): Bend {
  const known = Float64Array.from(values);
  const last = known.length - 1;
  return (value, tell) => {
    if (value < known[0]!) {
      tell('below');
      return 0;
    }
    if (value > known[last]!) {
      tell('above');
      return 1;
    }
    const at = firstAbove(known, value) - 1;
    if (known[at] === value || at === last) return ranks[at]!;
    const share = (value - known[at]!) / (known[at + 1]! - known[at]!);
    return ranks[at]! + share * (ranks[at + 1]! - ranks[at]!);
  };
}
