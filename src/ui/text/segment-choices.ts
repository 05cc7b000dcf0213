import { number } from './format';

/** How much a column may count beside the others. */
export const WEIGHTS: readonly number[] = [0.5, 1, 2, 3];

const WORDS: ReadonlyMap<number, string> = new Map([
  [0.5, 'half as much'],
  [1, 'as much as the others'],
  [2, 'twice as much'],
]);

export const weightLabel = (weight: number): string =>
  WORDS.get(weight) ?? `${number(weight, 2)} times as much`;
