import { EngineError } from '../../../src/engine/errors';
import { functionNames } from '../../../src/engine/formula/functions';
import { generator, seedFrom } from '../../../src/engine/stats/random';
import { formula } from '../../../src/engine/steps/formula';
import { unwatched } from '../../../src/engine/work';
import { columnOf } from '../../../src/engine/table/table';
import { table } from '../tables';
import type { Random } from './mutations';

const NUMBERS = [0, -1, 2.5, 1e300, null, 7];
const DAYS = ['1999-12-31', '2024-02-29', '2024-01-01', '0001-01-01', '9999-12-31'];
const ROWS = table({
  n: NUMBERS,
  m: [3, null, -0, 1e-300, 12, 7],
  t: ['a', 'a', null, '12,5', 'ß👍', 'a'],
  u: ['x@y.de', '2024-01-31', null, '1', 'A-b', '()'],
  d: [...DAYS.map((day) => new Date(`${day}T12:30:00Z`)), null],
  b: [true, false, null, true, true, null],
});

const one = <T>(random: Random, from: readonly T[]): T => from[Math.floor(random() * from.length)]!;

/** Words that mean something, one after the other in no order. */
const WORDS = [
  '[n]', '[m]', '[t]', '[u]', '[d]', '[b]', '[x]', '1', '0', '-3.5', '1e308', '"a"', '""', '"month"', "'x'", '"(a+)+$"', 'true', 'blank',
  '+', '-', '*', '/', '%', '^', '&', '=', '<>', '<', '>=', 'and', 'or', 'not', '(', ')', ',', ' over ', ' order by ', ' desc', '[', ']', '"', ';',
  ...functionNames.map((name) => `${name}(`),
]; // prettier-ignore

const LEAVES: Record<string, readonly string[]> = {
  number: ['[n]', '[m]', '2', '0', '0.5', '-1', '1e308', 'count()', 'row_number()'],
  text: ['[t]', '[u]', '"a"', '"month"', '"dmy"', '"[a-z]+"', '"12"'],
  date: ['[d]', 'date("2024-02-29")', 'date(9999, 12, 31)'],
  boolean: ['[b]', 'true', 'false'],
};
const SHAPES: Record<string, readonly string[]> = {
  number: [
    'N + N', 'N - N', 'N * N', 'N / N', 'N % N', 'N ^ N', '-N', '(N)', 'D - D', 'round(N, N)', 'floor(N)', 'sqrt(N)', 'log(N)', 'log10(N)',
    'exp(N)', 'power(N, N)', 'clip(N, N, N)', 'least(N, N)', 'greatest(N, N, N)', 'if(B, N, N)', 'case(B, N, N)', 'switch(T, T, N)',
    'coalesce(N, N)', 'blank_if(N, N)', 'length(T)', 'to_number(T)', 'to_number(T, ",")', 'year(D)', 'week(D)', 'week_year(D)', 'hour(D)',
    'months_between(D, D)', 'days_between(D, D)', 'mean(N)', 'sum(N) over [t]', 'median(N) over ([t], [b])', 'stdev(N)', 'rank(N) over [b]',
    'percentile(N, 0.25)', 'lag(N) over [t] order by [d] desc', 'lead(N, 3)', 'cumulative_sum(N) order by ([n], [m] desc)', 'share_of_total(N)',
    'count_distinct(T) over [d]', 'first(N) over [t]', 'percent_rank(D)',
  ],
  text: [
    'T & T', 'T & N', 'concat(T, N, D, B)', 'upper(T)', 'proper(T)', 'trim(T)', 'left(T, N)', 'right(T, N)', 'mid(T, N, N)',
    'replace(T, T, T)', 'split_part(T, T, N)', 'to_text(N)', 'to_text(D)', 'if(B, T, T)', 'email_domain(T)', 'last(T) over [b] order by [n]', 'lag(T)',
  ],
  date: [
    'D + N', 'D - N', 'to_date(T)', 'to_date(T, "mdy")', 'date(N, N, N)', 'date_trunc(D, "week")', 'date_trunc(D, "quarter")', 'add_days(D, N)',
    'add_months(D, N)', 'min(D) over [t]', 'median(D)', 'if(B, D)', 'greatest(D, D)',
  ],
  boolean: [
    'N = N', 'T <> T', 'D < D', 'N >= N', 'B and B', 'B or B', 'not B', 'is_blank(T)', 'contains(T, T)', 'matches(T, "^(a|b)*$")',
    'in(T, T, "a")', 'between(N, N, N)', 'starts_with(T, T)', 'case(B, B, B, B)',
  ],
}; // prettier-ignore
const KINDS: Record<string, string> = { N: 'number', T: 'text', D: 'date', B: 'boolean' };

/** A formula that fits the columns, as deep as that. */
function grown(random: Random, kind: string, depth: number): string {
  if (depth === 0 || random() < 0.2) return one(random, LEAVES[kind]!);
  return one(random, SHAPES[kind]!).replace(/\b[NTDB]\b/g, (letter) =>
    grown(random, KINDS[letter]!, depth - 1),
  );
}

function mutated(random: Random, text: string): string {
  let made = text;
  for (let times = 1 + Math.floor(random() * 3); times > 0; times--) {
    const at = Math.floor(random() * (made.length + 1));
    const cut = Math.floor(random() * 6);
    const put = random() < 0.6 ? one(random, WORDS) : String.fromCharCode(Math.floor(random() * 0x500));
    made = made.slice(0, at) + (random() < 0.7 ? put : '') + made.slice(at + cut);
  }
  return made;
}

/** Formula number `at` of that seed: one that fits, one with faults, or words in no order. */
export function fuzzedFormula(seed: number, at: number): string {
  const random = generator(seedFrom(seed, at));
  const kind = one(random, Object.keys(SHAPES));
  const way = random();
  if (way < 0.4) return grown(random, kind, 1 + Math.floor(random() * 4));
  if (way < 0.8) return mutated(random, grown(random, kind, 1 + Math.floor(random() * 3)));
  return Array.from({ length: 1 + Math.floor(random() * 30) }, () => one(random, WORDS)).join('');
}

/** `column`, or the reason it was refused with. @throws whatever is thrown that must not be, and where a cell is odd */
export async function fateOfFormula(text: string): Promise<string> {
  const params = { as: 'made', formula: text };
  try {
    const fit = await formula.fit(ROWS, params, unwatched);
    const { table: after } = await formula.apply(ROWS, params, fit, unwatched);
    const column = columnOf(after, 'made');
    for (const cell of column) {
      const odd =
        typeof cell === 'number'
          ? !Number.isFinite(cell)
          : cell instanceof Date && Number.isNaN(cell.getTime());
      if (odd || cell === '') throw new Error(`${text} gave ${String(cell)}`);
    }
    return 'column';
  } catch (error) {
    if (error instanceof EngineError) return `${error.code} ${String(error.details.reason ?? '')}`;
    throw new Error(`formula: ${text}`, { cause: error });
  }
}
