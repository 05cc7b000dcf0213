import { readFileSync } from 'node:fs';
import { written, type Written } from '../../recipe/written';
import { ORDERS } from '../../formula/orders';
import type { RecipeStep } from '../../../../src/engine/recipe/schema';
import { formulasByChance } from './formulas-by-chance';
import { step } from './learnt-shop';
import { caseOfSteps, type Case } from './same-cells';

/** Every example of docs/FORMULA.md. */
const EXAMPLES = readFileSync(new URL('../../../../docs/FORMULA.md', import.meta.url), 'utf8')
  .split('\n')
  .flatMap((line) => /^\| `\w+\(.*?\)` \| .*? \| `(.*?)` \| .* \|$/.exec(line)?.[1] ?? []);

/** Cells that are hard: blanks, zeros, less than nothing, halves, text with anything in it, the ends of months. */
const EDGES: readonly Written[] = [
  { name: 'x', kind: 'number', cells: [null, 0, -7, 2.675, -2.5, 1e15, 0.1, 3, -0.5, 12345.675, 8, 3] },
  { name: 'y', kind: 'number', cells: [3, 0, null, -3, 2, 7, 0, 3, 0.5, -2, 1, 1] },
  { name: 't', kind: 'text', cells: [null, "anna o'neil-d'x", ' A  b\u00a0', 'a', 'red/blue/green', '1,234.50', '-7', '😀x😀', 'Anna <anna@Shop.ie>', "O'Neil", 'a.a', 'B'] },
  { name: 's', kind: 'text', cells: ['a', null, '#', 'a', '/', 'x', '-', '😀', '@', "'", '.', '_'] },
  { name: 'd', kind: 'date', cells: [null, '2024-01-31', '2024-02-29T12:30:00', '2023-12-31T23:59:59', '2021-01-03', '2024-12-30', '1999-03-01', '2024-08-31', '2024-02-29', '2020-06-15T00:00:01', '2024-01-31', '2022-10-10'] },
  { name: 'e', kind: 'date', cells: ['2024-01-01', null, '2024-01-31T12:30:00', '2024-02-29', '2021-01-03', '2025-12-30', '1999-02-28T23:00:00', '2024-06-30', '2020-02-29', '2020-06-14', '2024-03-30', '2022-10-10'] },
  { name: 'b', kind: 'boolean', cells: [true, false, null, true, false, null, true, true, false, false, null, true] },
  { name: 'c', kind: 'boolean', cells: [true, true, true, null, null, null, false, false, false, true, false, true] },
]; // prettier-ignore

/** Formulas on those cells, by what they are about. */
const HARD: Readonly<Record<string, readonly string[]>> = {
  numbers: [
    '[x] + [y] * 2 - 1', '-[x]', '+[x]', '[x] / [y]', '1 / [x]', '[x] % [y]', 'mod([x], -3)', '[x] % 0', '7 % [y]', '[x] ^ 2', '[x] ^ -1', '[x] ^ 0.5', '[y] ^ [y]', '2 ^ [y]', '[x] ^ 0',
    'round([x], 2)', 'round([x])', 'round([x], -1)', 'round([x] / [y], 3)', 'floor([x] / 2)', 'ceil([x])', 'abs([x])', 'sign([x])', 'sqrt([x])', 'log([x])', 'log10([x])', 'floor(log10([x] * 1000))', 'log1p([x])', 'log1p([x] / 1e10)', 'exp([y])', 'exp([x] - 1e15)',
    'clip([x], 0, [y])', 'clip([x], -1, 5)', 'least([x], [y])', 'greatest([x], [y], 2)', 'least([x], blank)', 'if([x] > 0, 1, 2) / 3', 'if([x] > 0, 2000000000, 1) * 2', '(1 / 3) * [x]', 'coalesce([x], [y], 0) - (0 - [y])', '1e-7 * [x]',
  ],
  conditions: [
    '[x] > [y]', '[x] <> [y]', 'not ([x] = [y])', '[b] and [c]', '[b] or [c]', 'not [b]', '[b] = [c]', '[b] <> true', '[t] = [s]', '[t] < [s]', '[t] >= "a"', '[d] < [e]', '[d] = date("2024-01-31")', '[d] >= date("2024-02-29 12:30:00")',
    'if([b], [x], [y])', 'if([x] > 0, "plus")', 'if([b], [d], [e])', 'if([b], [c], not [c])', 'case([x] > 5, "A", [x] > 0, "B", "C")', 'case([b], [x])', 'switch([y], 0, "none", 3, "three", [t])', 'switch([t], [s], 1, 0)', 'in([x], 0, 3, [y])', 'in([t], "a", "B")', 'not in([x], 0, blank)', 'in([d], [e], date("2024-08-31"))',
    'between([x], [y], 10)', 'not between([x], 0, [y])', 'between([t], "a", "b")', 'between([d], date("2024-01-01"), [e])', 'coalesce([x], [y])', 'coalesce([t], [s], "-")', 'coalesce([d], [e])', 'coalesce([b], [c], false)', 'is_blank([x])', 'is_blank([b])', 'is_blank([x] / [y])', 'blank_if([x], [y])', 'blank_if([t], "a")', 'blank_if([d], [e])',
    'if([x] > 0 and not [b] or is_blank([y]), 1, 0)', 'in("a", [t], "a")', 'in("x", "a", [s])', '[x] > to_number("x")', 'switch(0, 0, [x], [y])',
  ],
  text: [
    '[t] & [s]', '[t] & "-" & [y]', 'concat([b], [x])', 'concat([d], " ", [e])', 'to_text([b])', 'to_text([d])', 'to_text([y])', 'left([t])', 'left([t], 3)', 'left([t], [y])', 'left([t], 0)', 'right([t], 2)', 'right([t], [y])', 'mid([t], 2, 3)', 'mid([t], [y], 2)', 'mid([t], 3, [y])', 'length([t])', 'length([t] & [s]) * 2', 'trim([t])',
    'replace([t], "a", "e")', 'replace([t], [s], "")', 'replace([t], "a", [s])', 'contains([t], [s])', 'contains([t], "nn")', 'starts_with([t], [s])', 'starts_with([t], "ann")', 'ends_with([t], [s])', 'ends_with([t], "😀")', 'split_part([t], "/", 2)', 'split_part([t], [s], -1)', 'split_part([t], "/", 9)', 'email_domain([t])', 'email_domain([s] & "@b.co")',
    'to_number([t])', 'to_number([t], ",")', 'to_number([b])', 'to_number([x])', 'to_date([d])', 'to_date(to_text([e]))', 'to_date("0" & [y] & "/02/2024", "dmy")', 'upper([t])', 'lower([t])', '[t] & date("2024-02-29") & true & 1.5', 'to_number(true) + length([t])',
  ],
  dates: [
    'year([d])', 'quarter([d])', 'month([d])', 'week([d])', 'week_year([d])', 'day([d])', 'weekday([d])', 'hour([d])', 'minute([d])', 'date_trunc([d], "year")', 'date_trunc([d], "quarter")', 'date_trunc([d], "month")', 'date_trunc([d], "week")', 'date_trunc([d], "day")', 'date_trunc([d], "hour")',
    'add_days([d], 30)', 'add_days([d], [y])', 'add_days([d], -0.5)', 'add_months([d], 1)', 'add_months([d], [y])', 'add_months([d], -12)', 'days_between([d], [e])', 'days_between([d], date("2024-12-31"))', 'months_between([d], [e])', 'months_between([e], date("2024-12-31"))', '[d] - [e]', '[d] + 1', '[d] - 0.25', '[y] + [d]', '[d] - [y]', 'clip([d], [e], date("2024-06-30"))', 'least([d], [e])', 'greatest([d], date("2020-01-01"))', 'date_trunc([d] + 40, "month")', 'if([d] > [e], [d], [e])',
  ],
  columns: [
    'count()', 'count([x])', 'count([t]) over [c]', 'count_distinct([y])', 'count_distinct([t]) over [b]', 'sum([y])', 'sum([y]) over ([b], [c])', 'sum([x] * [y]) over [c]', 'mean([y]) over [b]', '[y] - mean([y])', '([y] - mean([y])) / stdev([y])', 'stdev([y]) over [b]', 'min([x]) over [b]', 'max([d]) over [b]', 'median([y]) over [b]', 'median([d]) over [c]', 'percentile([y], 0.9) over [c]', 'percentile([y], 0.9)',
    'first([t]) over [b] order by [d]', 'last([t]) over [b] order by [d] desc', 'first([b]) over [c]', 'last([x]) order by ([y], [d])', 'first([d]) over [b] order by [t]', 'rank([y])', 'rank([d]) over [b]', 'percent_rank([y])', 'percent_rank([x]) over ([b], [c])', 'row_number()', 'row_number() over [b] order by ([y] desc, [d])', 'lag([x])', 'lag([t], 2) over [b] order by [d]', 'lead([d]) over [c] order by [t]', 'lag([c]) over [b] order by [d]', 'cumulative_sum([y]) over [b] order by [d]', 'cumulative_sum([x] / 1e15)', 'share_of_total([y])', 'share_of_total([y]) over [b]',
    '[x] - lag([x]) over [b] order by [d]', 'sum([y] - mean([y]) over [b]) over [c]', 'lag("a") over [b] order by [d]', 'first(date("2024-02-29")) over [b]', 'if(count() over [b] > 3, rank([y]) over [b], 0)', 'lag(rank([y])) order by [d]',
  ],
}; // prettier-ignore

/** The case that no database says. */
export const PYTHON_ALONE = 'in Python';
const ONLY_PYTHON = [
  'proper([t])',
  'date([y] + 2020, 2, 29)',
  'date(2024, [y], 31)',
  'round([x], [y])',
  'split_part([t], "/", [y])',
];

const steps = (formulas: readonly string[]) =>
  formulas.map((formula, at) => step(`f${at}`, 'formula', { as: `f${at}`, formula }));

const SEED = 8;

/** Steps by what they are about. */
const RECIPES: Readonly<Record<string, [table: readonly Written[], steps: readonly RecipeStep[]]>> = {
  examples: [written(ORDERS), steps(EXAMPLES.filter((text) => !text.startsWith('matches(')))],
  ...Object.fromEntries(Object.entries(HARD).map(([about, formulas]) => [about, [EDGES, steps(formulas)]])),
  'rows that meet': [EDGES, [
    step('a', 'filter-rows', { match: 'all', rows: 'keep', conditions: [{ column: 'y', is: 'not-blank' }], formula: '[y] >= mean([y]) or [b]' }),
    step('b', 'filter-rows', { match: 'all', rows: 'set-aside', conditions: [], formula: 'row_number() over [b] order by [d] > 2' }),
  ]],
  // Less far from 0 than the others, so that no sum has more digits than are compared.
  ...Object.fromEntries(
    Array.from({ length: 15 }, (_, at) => [
      `by chance ${at + 1}`,
      [
        EDGES.map((one) => ({ ...one, cells: one.cells.map((cell) => (cell === 1e15 ? 1000 : cell)) })),
        steps(formulasByChance(5, new Map(EDGES.map(({ name, kind }) => [name, kind])), SEED + at)),
      ],
    ]),
  ),
  [PYTHON_ALONE]: [EDGES, steps(ONLY_PYTHON)],
}; // prettier-ignore

/** A case for each of them, or for some. */
export async function formulaCases(wanted = Object.keys(RECIPES)): Promise<Map<string, Case>> {
  const cases = new Map<string, Case>();
  for (const about of wanted)
    cases.set(about, await caseOfSteps(RECIPES[about]![0], 'customers', RECIPES[about]![1]));
  return cases;
}
