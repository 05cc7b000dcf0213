import { numberSaid } from './same-params';
import type { Params } from './step-form';

/** How far ahead is looked and what money loses by then, as it is written. */
export interface HowFar {
  daysFit: boolean;
  discountFits: boolean;
  fits: boolean;
  made: { horizon: number; discount: number };
}

export function howFar(horizon: string, percent: string): HowFar {
  const days = numberSaid(horizon);
  const discount = Math.round(numberSaid(percent) * 1e6) / 1e8;
  const daysFit = Number.isInteger(days) && days >= 1 && days <= 3650;
  const discountFits = discount >= 0 && discount <= 0.5;
  return { daysFit, discountFits, fits: daysFit && discountFits, made: { horizon: days, discount } };
}

/** What money loses in a month, in per cent as a field shows it. */
export const percentIn = ({ discount }: Params): string =>
  typeof discount === 'number' ? String(Math.round(discount * 1e6) / 1e4) : '1';
