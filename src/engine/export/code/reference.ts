import type { PythonScript } from './python/script';
import type { SqlScript } from './sql/script';

/** The day that days are counted to: given, or learnt and moved on where the data end later. */
export interface Reference {
  given: string | null | undefined;
  learnt: string;
}

/** The day as an expression; where data may move it, found in a part of its own. `moment`: a column of moments or days. */
export function referenceSql(
  sql: SqlScript,
  { given, learnt }: Reference,
  moment: string,
  from = sql.from,
): string {
  const { dialect } = sql;
  const day = (iso: string) => dialect.dayOf(dialect.moment(iso));
  if (given) return day(given);
  const after = dialect.plusDays(dialect.dayOf(`MAX(${moment})`), 1);
  const reference = sql.aside(
    [
      `SELECT CASE WHEN ${after} > ${day(learnt)} THEN ${after} ELSE ${day(learnt)} END AS reference_day`,
      `FROM ${from}`,
    ],
    '_reference',
  );
  return `(SELECT reference_day FROM ${reference})`;
}

/** Lines that set `reference`. */
export function referencePython(python: PythonScript, { given, learnt }: Reference, moments: string): void {
  if (given) {
    python.use('day');
    python.line(`reference = day(${python.text(given)})`);
    return;
  }
  python.use('reference_day');
  python.line(`reference = reference_day(${python.learnt('reference_date', learnt)}, ${moments})`);
}
