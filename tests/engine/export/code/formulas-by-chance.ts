import { checkFormula, type Kinds } from '../../../../src/engine/formula/check';
import { generator } from '../../../../src/engine/stats/random';

const LEAVES: Record<string, readonly string[]> = {
  N: ['[x]', '[y]', '[x]', '[y]', '2', '0', '-1.5', '10'],
  T: ['[t]', '[s]', '[t]', '"a"', '"x-y"', '" "'],
  D: ['[d]', '[e]', '[d]', 'date("2024-02-29")', 'date("2023-12-31 10:00:00")'],
  B: ['[b]', '[c]', '[b]', 'true', 'false'],
  OVER: ['', '', 'over [b]', 'over ([b], [c])', 'over [c]'],
  ORDER: ['', 'order by [d]', 'order by ([y] desc, [d])', 'order by [t]'],
  COUNT: ['1', '2', '[y]'],
};
/** What gives any kind, which stands as `S`. */
const ANY = [
  'if(B, S, S)', 'case(B, S, B, S)', 'coalesce(S, S)', 'switch(N, 0, S, N, S, S)', 'switch(T, T, S)', 'blank_if(S, S)', 'first(S) OVER ORDER', 'last(S) OVER ORDER',
  'lag(S, 2) OVER ORDER', 'lead(S) OVER ORDER',
]; // prettier-ignore
/** What gives a kind; single capitals stand for what is taken. */
const SHAPES: Record<string, readonly string[]> = {
  N: [
    '(N + N)', '(N - N)', '(N * N)', '(N / N)', '(N % N)', '(-N)', '(D - D)', 'round(N, 1)', 'round(N, -1)', 'floor(N)', 'ceil(N)', 'abs(N)', 'sign(N)', 'sqrt(N)', 'log1p(N)',
    'clip(N, N, N)', 'least(N, N)', 'greatest(N, N, N)', 'length(T)', 'to_number(T)', 'to_number(B)', 'year(D)', 'quarter(D)', 'week(D)', 'weekday(D)', 'hour(D)',
    'days_between(D, D)', 'months_between(D, D)', 'count(T) OVER', 'count_distinct(D) OVER', 'sum(round(N, 1)) OVER', 'mean(N) OVER', 'min(N) OVER', 'median(N) OVER',
    'percentile(N, 0.3) OVER', 'rank(N) OVER', 'percent_rank(D) OVER', 'row_number() OVER ORDER',
  ],
  T: [
    '(T & N)', '(T & D)', '(T & B)', 'concat(T, "-", T)', 'left(T, COUNT)', 'right(T, COUNT)', 'mid(T, COUNT, 2)', 'trim(T)', 'replace(T, T, T)', 'split_part(T, "-", -1)',
    'split_part(T, T, 2)', 'to_text(D)', 'to_text(B)', 'email_domain(T)',
  ],
  D: [
    'add_days(D, 3)', 'add_days(D, -0.25)', 'add_days(D, [y])', 'add_months(D, [y])', 'add_months(D, -13)', 'date_trunc(D, "week")', 'date_trunc(D, "quarter")', 'date_trunc(D, "hour")',
    'clip(D, D, D)', 'least(D, D)', 'greatest(D, D)', 'max(D) OVER',
  ],
  B: [
    '(N < N)', '(N >= N)', '(N = N)', '(N <> N)', '(T = T)', '(T < T)', '(T >= T)', '(D < D)', '(D = D)', '(B and B)', '(B or B)', '(not B)', '(B = B)', 'is_blank(N)',
    'is_blank(T)', 'in(N, N, N)', 'in(T, T, "a")', 'between(N, N, N)', 'between(T, T, T)', 'contains(T, T)', 'starts_with(T, T)', 'ends_with(T, T)',
  ],
}; // prettier-ignore
const KINDS = Object.keys(SHAPES);
const DEEP = 3;

/** Formulas that the columns of these kinds can have, drawn from a seed. */
export function formulasByChance(count: number, kinds: Kinds, seed: number): string[] {
  const random = generator(seed);
  const one = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!;
  const grown = (kind: string, deep: number): string => {
    const shapes = SHAPES[kind];
    if (!shapes || deep === 0 || random() < 0.15) return one(LEAVES[kind]!);
    const shape = random() < 0.25 ? one(ANY).replaceAll('S', kind) : one(shapes);
    return shape.replace(/\b(OVER|ORDER|COUNT|[NTDB])\b/g, (name) => grown(name, deep - 1));
  };
  const found: string[] = [];
  while (found.length < count) {
    const text = grown(one(KINDS), DEEP);
    if (isSound(text, kinds)) found.push(text);
  }
  return found;
}

function isSound(text: string, kinds: Kinds): boolean {
  try {
    checkFormula(text, kinds);
    return true;
  } catch {
    return false;
  }
}
