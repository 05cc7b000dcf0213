import { transform } from '../../../steps/transform';
import { SUFFIX, type LearntColumn } from '../../../steps/transform/params';
import { learntFor } from '../../../steps/parts/learnt';
import { firstOf } from '../sql/cases';
import type { PythonScript } from '../python/script';
import type { SqlScript } from '../sql/script';
import { writerOf, type Said } from '../writer';

type Params = Parameters<typeof transform.describe>[0];
type Fit = { columns: LearntColumn[] } | null;

const learntOf = (fit: Fit, column: string): LearntColumn | null =>
  fit === null ? null : learntFor(fit.columns, column);

export const transformWriter = writerOf(transform, {
  differs: ({ params }) =>
    ['log1p', 'log', 'box-cox', 'yeo-johnson'].includes(params.with)
      ? [
          'Logarithms and powers may differ in their last digit, which moves nobody but a customer who lies exactly between two segments.',
        ]
      : [],
  sql(sql, { params, fit }) {
    sql.add(
      params.columns.map((column) => [
        `${column}_${SUFFIX[params.with]}`,
        curve(sql, sql.ref(column), params, learntOf(fit, column)),
      ]),
    );
  },
  python(python, said) {
    for (const column of said.params.columns) bend(python, column, said);
  },
});

function curve(sql: SqlScript, x: string, params: Params, learnt: LearntColumn | null): string {
  const fromZero = `CASE WHEN ${x} < 0 THEN 0 ELSE ${x} END`;
  if (params.with === 'log1p') return `LN(1 + ${fromZero})`;
  if (params.with === 'sqrt') return `SQRT(${fromZero})`;
  if (params.with === 'log') return `CASE WHEN ${x} > 0 THEN LN(${x}) END`;
  if (learnt && 'lambda' in learnt)
    return params.with === 'box-cox'
      ? `CASE WHEN ${x} > 0 THEN ${raised(sql, x, learnt.lambda)} END`
      : `CASE WHEN ${x} >= 0 THEN ${raised(sql, `(1 + ${x})`, learnt.lambda)} WHEN ${x} < 0 THEN -${raised(sql, `(1 - ${x})`, 2 - learnt.lambda)} END`;
  if (learnt && 'low' in learnt) {
    const [low, high] = [sql.number(learnt.low), sql.number(learnt.high)];
    return firstOf(
      [
        [`${x} < ${low}`, low],
        [`${x} > ${high}`, high],
      ],
      x,
    );
  }
  if (learnt && 'values' in learnt) return ranked(sql, x, learnt);
  return 'NULL';
}

const raised = (sql: SqlScript, x: string, lambda: number): string =>
  lambda === 0 ? `LN(${x})` : `((POWER(${x}, ${sql.number(lambda)}) - 1) / ${sql.number(lambda)})`;

function ranked(sql: SqlScript, x: string, { values, ranks }: { values: number[]; ranks: number[] }): string {
  const between = values.slice(1).map((value, i): [string, string] => {
    const [low, from, to] = [values[i]!, ranks[i]!, ranks[i + 1]!];
    const share = `(${x} - ${sql.number(low)}) / ${sql.number(value - low)}`;
    return [`${x} < ${sql.number(value)}`, `${sql.number(from)} + ${share} * ${sql.number(to - from)}`];
  });
  const last = values.at(-1)!;
  return firstOf([
    [`${x} < ${sql.number(values[0]!)}`, '0'],
    ...between,
    [`${x} = ${sql.number(last)}`, sql.number(ranks.at(-1)!)],
    [`${x} > ${sql.number(last)}`, '1'],
  ]);
}

function bend(python: PythonScript, column: string, { params, fit }: Said<Params, Fit>): void {
  const x = python.column(column);
  const to = python.column(`${column}_${SUFFIX[params.with]}`);
  const learnt = learntOf(fit, column);
  if (params.with === 'log1p') python.line(`${to} = np.log1p(${x}.clip(lower=0))`);
  else if (params.with === 'sqrt') python.line(`${to} = np.sqrt(${x}.clip(lower=0))`);
  else if (params.with === 'log') python.line(`${to} = np.log(${x}.where(${x} > 0))`);
  else if (learnt && 'lambda' in learnt) {
    const lambda = python.learnt(column, learnt.lambda);
    python.imports('from scipy import special');
    if (params.with === 'box-cox') python.line(`${to} = special.boxcox(${x}.where(${x} > 0), ${lambda})`);
    else
      python.line(
        `${to} = special.boxcox1p(${x}.clip(lower=0), ${lambda}).where(${x} >= 0, -special.boxcox1p(-${x}.clip(upper=0), 2 - ${lambda}))`,
      );
    python.line(`${to} = ${to}.where(np.isfinite(${to}))`);
  } else if (learnt && 'low' in learnt) {
    const { low, high } = learnt;
    const limits = python.learnt(column, { low, high });
    python.line(`${to} = ${x}.clip(**{"lower": ${limits}["low"], "upper": ${limits}["high"]})`);
  } else if (learnt && 'values' in learnt) {
    python.use('ranked');
    const { values, ranks } = learnt;
    const known = python.learnt(column, { values, ranks });
    python.line(`${to} = ranked(${x}.to_numpy(dtype=float), ${known}["values"], ${known}["ranks"])`);
  }
}
