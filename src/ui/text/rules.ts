import type { Condition } from '../../engine/index';
import { flagAsked } from './flags';

/** A way to carry the conditions into another program. */
export interface Rule {
  label: string;
  text: string;
  /** Said once it is copied. */
  said: string;
}

/**
 * The conditions for a spreadsheet, a database and a form in a CRM; names are the columns of the labelled file.
 * @param flags columns that hold 0 and 1 only
 */
export function rulesFor(conditions: readonly Condition[], flags: ReadonlySet<string> = new Set()): Rule[] {
  return [
    {
      label: 'Copy as Excel filter',
      text: excelFilter(conditions, flags),
      said: 'Excel filter copied; it reads a table named customers.',
    },
    {
      label: 'Copy as SQL',
      text: sqlFilter(conditions, flags),
      said: 'SQL copied; it reads a table named customers.',
    },
    {
      label: 'Copy as CRM rule',
      text: crmRule(conditions, flags),
      said: 'CRM rule copied; it names the columns of the customer list.',
    },
  ];
}

/** Structured references escape # [ ] @ and the apostrophe by an apostrophe. */
const excelColumn = (column: string) => `customers[${column.replace(/['#[\]@]/g, "'$&")}]`;

/** Excel compares an empty cell as 0. */
const takesNought = ({ atLeast, atMost }: Condition): boolean =>
  (atLeast !== null || atMost !== null) && (atLeast ?? 0) <= 0 && (atMost ?? 0) >= 0;

function excelFilter(conditions: readonly Condition[], flags: ReadonlySet<string>): string {
  const filled = conditions.filter(takesNought).map(({ column }) => `ISNUMBER(${excelColumn(column)})`);
  const tests = eachBound(
    conditions,
    flags,
    (column, sign, value) => `(${excelColumn(column)}${sign}${value})`,
  );
  return `=FILTER(customers,${[...filled, ...tests].join('*')})`;
}

function sqlFilter(conditions: readonly Condition[], flags: ReadonlySet<string>): string {
  const quoted = (column: string) => `"${column.replaceAll('"', '""')}"`;
  const tests = eachBound(conditions, flags, (column, sign, value) => `${quoted(column)} ${sign} ${value}`);
  return `SELECT * FROM customers WHERE ${tests.join(' AND ')};`;
}

function crmRule(conditions: readonly Condition[], flags: ReadonlySet<string>): string {
  const words = { '>=': 'is at least', '<=': 'is at most', '=': 'is' };
  return eachBound(conditions, flags, (column, sign, value) => `${column} ${words[sign]} ${value}`).join(
    '\nAND ',
  );
}

function eachBound(
  conditions: readonly Condition[],
  flags: ReadonlySet<string>,
  write: (column: string, sign: '>=' | '<=' | '=', value: number) => string,
): string[] {
  return conditions.flatMap(({ column, atLeast, atMost }) => {
    const is = flags.has(column) ? flagAsked(atLeast, atMost) : null;
    if (is !== null) return [write(column, '=', is ? 1 : 0)];
    return [
      ...(atLeast === null ? [] : [write(column, '>=', atLeast)]),
      ...(atMost === null ? [] : [write(column, '<=', atMost)]),
    ];
  });
}
