import { friedman } from './friedman';

/** Whether the places of a cycle differ in the same way in each of its rounds. */
export interface CycleTest {
  /** With k − 1 and (n − 1)(k − 1) degrees of freedom; Infinity where all rounds agree. */
  f: number;
  /** Share of what varies within the rounds that the places explain, 0 to 1. */
  strength: number;
}

/**
 * Two tests of n rounds by k places, the greater F of both: Friedman's by ranks, which no outlier moves, and the analysis of
 * variance, which sees one place that stands out among equals. Null where nothing differs.
 */
export function cycleTest(rounds: readonly (readonly number[])[]): CycleTest | null {
  const ranks = friedman(rounds);
  if (!ranks) return null;
  const byRanks = { f: ranks.f, strength: ranks.agreement };
  const byValues = twoWay(rounds);
  return byValues.f > byRanks.f ? byValues : byRanks;
}

/** Analysis of variance of rounds by places, one value each. @see R, aov(value ~ round + place) */
export function twoWay(rounds: readonly (readonly number[])[]): CycleTest {
  const [n, k] = [rounds.length, rounds[0]!.length];
  const places = new Array<number>(k).fill(0);
  for (const round of rounds) {
    const mean = meanOf(round);
    round.forEach((value, place) => (places[place]! += (value - mean) / n));
  }
  let rest = 0;
  for (const round of rounds) {
    const mean = meanOf(round);
    round.forEach((value, place) => (rest += (value - mean - places[place]!) ** 2));
  }
  const explained = n * places.reduce((sum, place) => sum + place * place, 0);
  if (!(explained > 0)) return { f: 0, strength: 0 };
  return { f: rest > 0 ? (explained * (n - 1)) / rest : Infinity, strength: explained / (explained + rest) };
}

const meanOf = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length;
