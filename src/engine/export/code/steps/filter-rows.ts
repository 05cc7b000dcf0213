import { filterRows } from '../../../steps/filter-rows';
import { conditionsIn, type Condition } from '../../../steps/filter-rows/params';
import { isoDay, parseDay } from '../../../steps/parts/calendar';
import type { FormulaFit } from '../../../formula/on-table';
import { formulaCannot, formulaDiffers, formulaNeedsOrder, formulaOf } from '../formula/formula-said';
import { PythonFormula } from '../formula/python-formula';
import { SqlFormula } from '../formula/sql-formula';
import { all, any } from '../sql/cases';
import type { State } from '../state';
import type { Target } from '../targets';
import type { PythonScript } from '../python/script';
import type { SqlScript } from '../sql/script';
import { writerOf } from '../writer';

type Params = Parameters<typeof filterRows.describe>[0];
type Group = Pick<Params, 'match' | 'conditions'>;
type Of<Is extends Condition['is']> = Extract<Condition, { is: Is }>;
type OfText = Of<'text' | 'not-text' | 'contains' | 'lacks' | 'starts' | 'ends'>;

export const filterRowsWriter = writerOf(filterRows, {
  cannot: (said) => {
    const { params } = said;
    const reason = params.formula === undefined ? null : formulaCannot(params.formula, known(said));
    if (reason !== null) return reason;
    return conditionsIn(params).some(({ is }) => is === 'matches')
      ? 'Patterns mean different things in different languages.'
      : null;
  },
  differs: (said) => {
    const { params, target } = said;
    const anyCase = conditionsIn(params).some((one) => 'case' in one && one.case === 'any');
    return [
      ...(target !== 'python' && anyCase
        ? ['What small letters and capitals are beyond A to Z is up to the settings of the database.']
        : []),
      ...(params.formula === undefined ? [] : formulaDiffers(params.formula, known(said))),
    ];
  },
  needsOrder: (said) =>
    said.params.formula !== undefined && formulaNeedsOrder(said.params.formula, known(said)),
  sql(sql, said) {
    const { params } = said;
    const words = new SqlFormula(sql, said.before.kinds);
    const more =
      params.formula === undefined ? [] : [words.flat(words.said(formulaOf(params.formula, known(said))))];
    const all = sql.columns;
    const hasParts = words.writeParts();
    const met = `CASE WHEN ${groupSql(sql, params, more)} THEN 1 ELSE 0 END`;
    sql.where(`${met} = ${params.rows === 'keep' ? 1 : 0}`);
    if (hasParts) sql.select(all.map((column) => [column, sql.ref(column)]));
  },
  python(python, said) {
    const { params } = said;
    const more =
      params.formula === undefined
        ? []
        : [new PythonFormula(python).column(formulaOf(params.formula, known(said)))];
    python.line(`met = ${groupPython(python, params, more)}`, 'met = met.fillna(False).astype(bool)');
    python.line(`table = table[${params.rows === 'keep' ? 'met' : '~met'}]`);
  },
});

const known = ({
  fit,
  before,
  target,
}: {
  fit: FormulaFit | null;
  before: State;
  target: Target;
}): Parameters<typeof formulaCannot>[1] => ({ fit, kinds: before.kinds, target });

/** `more`: further conditions, as expressions. */
function groupSql(sql: SqlScript, { match, conditions }: Group, more: readonly string[] = []): string {
  const said = conditions.map((one) => ('conditions' in one ? groupSql(sql, one) : conditionSql(sql, one)));
  const each = [...said, ...more].map((one) => `(${one})`);
  return match === 'all' ? all(each) : any(each);
}

const SIGNS = {
  equal: '=',
  'not-equal': '<>',
  less: '<',
  'at-most': '<=',
  more: '>',
  'at-least': '>=',
} as const;
const isCompared = (one: Condition): one is Of<keyof typeof SIGNS> => one.is in SIGNS;
const after = (day: string): string => isoDay(parseDay(day)! + 1);

type OfDays = Extract<Condition, { day: string }> | Of<'days'>;
const isOfDays = (one: Condition): one is OfDays => one.is === 'days' || 'day' in one;

type OfClock = Of<'weekdays' | 'hours'>;
const isOfClock = (one: Condition): one is OfClock => one.is === 'weekdays' || one.is === 'hours';

const isAnswer = (one: Condition): one is Of<'yes' | 'no'> => one.is === 'yes' || one.is === 'no';

const isAboutBlanks = (one: Condition): one is Of<'blank' | 'not-blank'> =>
  one.is === 'blank' || one.is === 'not-blank';

/** Days as the first moment allowed and the first that is not. */
function span(one: OfDays): [from: string | null, until: string | null] {
  if (one.is === 'days') return [one.from, after(one.to)];
  if (one.is === 'before') return [null, one.day];
  return one.is === 'after' ? [after(one.day), null] : [one.day, after(one.day)];
}

function conditionSql(sql: SqlScript, one: Condition): string {
  const cell = sql.ref(one.column);
  if (isCompared(one)) return `${cell} ${SIGNS[one.is]} ${sql.number(one.value)}`;
  if (one.is === 'between') return `${cell} >= ${sql.number(one.from)} AND ${cell} <= ${sql.number(one.to)}`;
  if (isAboutBlanks(one)) return `${cell} IS ${one.is === 'blank' ? '' : 'NOT '}NULL`;
  if (isAnswer(one)) return `${cell} = ${one.is === 'yes' ? 'TRUE' : 'FALSE'}`;
  if (one.is === 'one-of') return `${cell} IN (${one.values.map((value) => sql.text(value)).join(', ')})`;
  if (one.is === 'matches') return '1 = 0';
  if (isOfClock(one))
    return `${sql.dialect.part(one.is === 'hours' ? 'hour' : 'weekday', cell)} IN (${one.values.join(', ')})`;
  if (isOfDays(one)) {
    const [from, until] = span(one);
    return all([
      ...(from === null ? [] : [`${cell} >= ${sql.dialect.moment(from)}`]),
      ...(until === null ? [] : [`${cell} < ${sql.dialect.moment(until)}`]),
    ]);
  }
  return textSql(sql, one);
}

function textSql(sql: SqlScript, one: OfText): string {
  const cell = sql.ref(one.column);
  const anyCase = one.case === 'any';
  const text = anyCase ? `LOWER(${cell})` : cell;
  const value = anyCase ? one.value.toLowerCase() : one.value;
  const literal = sql.text(value);
  const length = [...value].length;
  switch (one.is) {
    case 'text':
      return `${text} = ${literal}`;
    case 'not-text':
      return `${text} <> ${literal}`;
    case 'contains':
      return `${sql.dialect.placeOf(literal, text)} > 0`;
    case 'lacks':
      return `${sql.dialect.placeOf(literal, text)} = 0`;
    case 'starts':
      return `LEFT(${text}, ${length}) = ${literal}`;
    case 'ends':
      return `RIGHT(${text}, ${length}) = ${literal}`;
  }
}

function groupPython(
  python: PythonScript,
  { match, conditions }: Group,
  more: readonly string[] = [],
): string {
  const said = conditions.map((one) =>
    'conditions' in one ? groupPython(python, one) : conditionPython(python, one),
  );
  return [...said, ...more].map((one) => `(${one})`).join(match === 'all' ? ' & ' : ' | ');
}

function conditionPython(python: PythonScript, one: Condition): string {
  const cell = python.column(one.column);
  if (isCompared(one)) {
    const sign = { ...SIGNS, equal: '==', 'not-equal': '!=' }[one.is];
    const compared = `${cell} ${sign} ${python.number(one.value)}`;
    return one.is === 'not-equal' ? `(${compared}) & ${cell}.notna()` : compared;
  }
  if (one.is === 'between') return `${cell}.between(${python.number(one.from)}, ${python.number(one.to)})`;
  if (isAboutBlanks(one)) return `${cell}.${one.is === 'blank' ? 'isna' : 'notna'}()`;
  if (isAnswer(one)) return `${cell} == ${one.is === 'yes' ? 'True' : 'False'}`;
  if (one.is === 'one-of') return `${cell}.isin(${python.value(one.values)})`;
  if (one.is === 'matches') return 'False';
  if (isOfClock(one)) return clockPython(cell, one);
  if (isOfDays(one)) {
    python.use('day');
    const [from, until] = span(one);
    return [
      ...(from === null ? [] : [`(${cell} >= day(${python.text(from)}))`]),
      ...(until === null ? [] : [`(${cell} < day(${python.text(until)}))`]),
    ].join(' & ');
  }
  return textPython(python, one);
}

/** pandas counts days of the week from 0. */
const clockPython = (cell: string, { is, values }: OfClock): string =>
  is === 'hours'
    ? `${cell}.dt.hour.isin([${values.join(', ')}])`
    : `${cell}.dt.weekday.isin([${values.map((day) => day - 1).join(', ')}])`;

function textPython(python: PythonScript, one: OfText): string {
  const cell = python.column(one.column);
  const anyCase = one.case === 'any';
  const text = anyCase ? `${cell}.str.lower()` : cell;
  const value = python.text(anyCase ? one.value.toLowerCase() : one.value);
  switch (one.is) {
    case 'text':
      return `${text} == ${value}`;
    case 'not-text':
      return `(${text} != ${value}) & ${cell}.notna()`;
    case 'contains':
      return `${text}.str.contains(${value}, regex=False)`;
    case 'lacks':
      return `~${text}.str.contains(${value}, regex=False).fillna(True).astype(bool)`;
    case 'starts':
      return `${text}.str.startswith(${value})`;
    case 'ends':
      return `${text}.str.endswith(${value})`;
  }
}
