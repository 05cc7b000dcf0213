import type { Learnt } from './learn';

/** A larger share of customers in another line than the model puts them, beyond what chance does, is no fit. */
const MOST_MISPLACED = 0.05;
/** From here on what customers spend hangs on how often they buy, which the model takes for unrelated. */
const MOST_CORRELATED = 0.3;

/** Whether spend has a mean at all: without, money to be expected is not defined. */
export const hasMeanSpend = ({ spend }: Pick<Learnt, 'spend'>): boolean => spend !== null && spend.q > 1;

/** What a person must know before relying on the figures, as keys of `ui/text`. @param horizon days */
export function doubtsOf(fit: Learnt, leastRepeaters: number, horizon: number): string[] {
  if (fit.repeaters < leastRepeaters) return ['too-few-repeaters'];
  if (fit.orders === null) return ['orders-not-settled'];
  const { correlation, spend } = fit;
  return [
    ...(isUnsure(fit.orders) ? ['unsure-parameters'] : []),
    ...(isMisplaced(fit) ? ['counts-do-not-fit'] : []),
    ...(horizon > fit.longest ? ['far-ahead'] : []),
    ...(spend === null ? ['spend-not-settled'] : spend.q <= 1 ? ['no-mean-spend'] : []),
    ...(correlation !== null && Math.abs(correlation) > MOST_CORRELATED ? ['spend-goes-with-orders'] : []),
  ];
}

/** A standard error larger than the parameter, or none at all. */
function isUnsure({ r, alpha, a, b, errors }: NonNullable<Learnt['orders']>): boolean {
  return errors === null || errors.r > r || errors.alpha > alpha || errors.a > a || errors.b > b;
}

/** Counts stray from what is expected of them by about its square root. */
function isMisplaced({ repeats, customers }: Learnt): boolean {
  const strayed = repeats.reduce((sum, line) => sum + Math.abs(line.customers - line.expected), 0);
  const chance = repeats.reduce((sum, { expected }) => sum + Math.sqrt(expected), 0);
  return (strayed - chance) / 2 > MOST_MISPLACED * customers;
}
