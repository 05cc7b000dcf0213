import { ruleColumn, ruleSegments, type RuleSegmentsParams } from '../../../steps/rule-segments';
import { kindOf, type RuleCondition } from '../../../steps/rule-segments/params';
import { isoDay, parseDay } from '../../../steps/parts/calendar';
import { all, any, firstOf } from '../sql/cases';
import type { PythonScript } from '../python/script';
import type { SqlScript } from '../sql/script';
import { writerOf } from '../writer';

/** The first rule that is met has the customer. */
export const ruleSegmentsWriter = writerOf(ruleSegments, {
  sql(sql, { params }) {
    const cases = params.rules.map(({ name, when }): [string, string] => [
      all(when.map((condition) => `(${conditionSql(sql, condition)})`)),
      sql.text(name),
    ]);
    sql.add([[ruleColumn(params.taken), firstOf(cases, sql.text(others(params)))]]);
  },
  python(python, { params }) {
    python.use('first_true');
    const conditions = params.rules.map(({ when }) =>
      when.map((condition) => `(${conditionPython(python, condition)})`).join(' & '),
    );
    python.line(
      'conditions = [',
      ...conditions.map((condition) => `    ${condition},`),
      ']',
      `names = ${python.texts(params.rules.map(({ name }) => name))}`,
      `${python.column(ruleColumn(params.taken))} = first_true(conditions, names, ${python.text(others(params))})`,
    );
  },
});

const others = ({ others: name }: RuleSegmentsParams): string => name;

const dayAfter = (day: string): string => isoDay(parseDay(day)! + 1);

function conditionSql(sql: SqlScript, condition: RuleCondition): string {
  const cell = sql.ref(condition.column);
  const { from, to, values, is, weekdays, hours } = condition;
  if (weekdays) return `${sql.dialect.part('weekday', cell)} IN (${weekdays.join(', ')})`;
  if (hours) return `${sql.dialect.part('hour', cell)} IN (${hours.join(', ')})`;
  if (values) return any(values.map((value) => `${cell} = ${sql.text(value)}`));
  if (is !== undefined) return `${cell} = ${is ? 'TRUE' : 'FALSE'}`;
  const dates = kindOf(condition) === 'date';
  const bound = (value: string | number) =>
    dates ? sql.dialect.moment(String(value)) : sql.number(Number(value));
  return all([
    ...(from === undefined ? [] : [`${cell} >= ${bound(from)}`]),
    ...(to === undefined
      ? []
      : [dates ? `${cell} < ${bound(dayAfter(String(to)))}` : `${cell} <= ${bound(to)}`]),
  ]);
}

function conditionPython(python: PythonScript, condition: RuleCondition): string {
  const cell = python.column(condition.column);
  const { from, to, values, is, weekdays, hours } = condition;
  if (weekdays) return `${cell}.dt.weekday.isin([${weekdays.map((day) => day - 1).join(', ')}])`;
  if (hours) return `${cell}.dt.hour.isin([${hours.join(', ')}])`;
  if (values) return `${cell}.isin(${python.texts(values)})`;
  if (is !== undefined) return `${cell} == ${is ? 'True' : 'False'}`;
  const dates = kindOf(condition) === 'date';
  if (dates) python.use('day');
  const bound = (value: string | number) =>
    dates ? `day(${python.text(String(value))})` : python.number(Number(value));
  return [
    ...(from === undefined ? [] : [`(${cell} >= ${bound(from)})`]),
    ...(to === undefined
      ? []
      : [dates ? `(${cell} < ${bound(dayAfter(String(to)))})` : `(${cell} <= ${bound(to)})`]),
  ].join(' & ');
}
