import type { Learnt } from './learn';

/** How many customers bought again so often, and how many the model expects: `repeats:0`, `expected:0` … */
export const repeatLines = ({ repeats }: Pick<Learnt, 'repeats'>): Record<string, number> =>
  Object.fromEntries(
    repeats.flatMap((line) => [
      [`repeats:${line.repeats}`, line.customers],
      [`expected:${line.repeats}`, Math.round(line.expected)],
    ]),
  );
