import { dateParts } from '../../../steps/date-parts';
import { needsReference, partColumn, type DatePartsFit, type Part } from '../../../steps/date-parts/params';
import { SEASONS } from '../../../steps/date-parts/part-of';
import { splitDateTime } from '../../../steps/split-date-time';
import { referencePython, referenceSql } from '../reference';
import { firstOf } from '../sql/cases';
import type { PythonScript } from '../python/script';
import type { SqlScript } from '../sql/script';
import { writerOf, type Said } from '../writer';

type Params = Parameters<typeof dateParts.describe>[0];
type PartsSaid = Said<Params, DatePartsFit>;

export const datePartsWriter = writerOf(dateParts, {
  sql(sql, said) {
    const { params } = said;
    const cell = sql.ref(params.column);
    const reference = needsReference(params)
      ? referenceSql(sql, { given: params.referenceDate, learnt: said.fit!.referenceDate }, cell)
      : '';
    sql.add(
      params.parts.map((part) => {
        const made = partSql(sql, part, said, reference);
        const known = `CASE WHEN ${cell} IS NOT NULL THEN ${made} END`;
        return [
          partColumn(params.column, part),
          part === 'season' ? known : `CAST(${known} AS ${sql.dialect.types.number})`,
        ];
      }),
    );
  },
  python(python, said) {
    const { params } = said;
    const cell = python.column(params.column);
    if (needsReference(params))
      referencePython(python, { given: params.referenceDate, learnt: said.fit!.referenceDate }, cell);
    for (const part of params.parts)
      python.line(`${python.column(partColumn(params.column, part))} = ${partPython(python, part, said)}`);
  },
});

/** The months of each season of the north, winter first. */
const MONTHS = [
  [12, 1, 2],
  [3, 4, 5],
  [6, 7, 8],
  [9, 10, 11],
];

const seasonOf = ({ params }: PartsSaid, at: number): string =>
  SEASONS[(at + (params.hemisphere === 'south' ? 2 : 0)) % 4]!;

function partSql(sql: SqlScript, part: Part, said: PartsSaid, reference: string): string {
  const { dialect } = sql;
  const cell = sql.ref(said.params.column);
  const of = (one: Parameters<typeof dialect.part>[0]) => dialect.part(one, cell);
  const start = said.params.fiscalStart ?? 1;
  const month = of('month');
  switch (part) {
    case 'quarter':
      return `FLOOR((${month} + 2) / 3)`;
    case 'weekend':
      return `CASE WHEN ${of('weekday')} > 5 THEN 1 ELSE 0 END`;
    case 'season':
      return firstOf(
        MONTHS.map((months, at) => [`${month} IN (${months.join(', ')})`, sql.text(seasonOf(said, at))]),
      );
    case 'fiscal-year':
      return start === 1 ? of('year') : `${of('year')} + CASE WHEN ${month} >= ${start} THEN 1 ELSE 0 END`;
    case 'fiscal-quarter':
      return `FLOOR((CASE WHEN ${month} >= ${start} THEN ${month} - ${start} ELSE ${month} + ${12 - start} END) / 3) + 1`;
    case 'days-since':
      return dialect.daysBetween(dialect.dayOf(cell), reference);
    case 'days-until':
      return dialect.daysBetween(reference, dialect.dayOf(cell));
    case 'age':
      return ageSql(sql, cell, reference);
    default:
      return of(part);
  }
}

function ageSql(sql: SqlScript, cell: string, reference: string): string {
  const { dialect } = sql;
  const [year, month, day] = (['year', 'month', 'day'] as const).map((part) => ({
    at: dialect.part(part, `CAST(${reference} AS ${dialect.types.date})`),
    born: dialect.part(part, cell),
  })) as [Pair, Pair, Pair];
  const early = `${month.at} < ${month.born} OR (${month.at} = ${month.born} AND ${day.at} < ${day.born})`;
  const age = `${year.at} - ${year.born} - CASE WHEN ${early} THEN 1 ELSE 0 END`;
  return `CASE WHEN ${dialect.dayOf(cell)} <= ${reference} THEN ${age} END`;
}

interface Pair {
  at: string;
  born: string;
}

function partPython(python: PythonScript, part: Part, said: PartsSaid): string {
  const { params } = said;
  const cell = python.column(params.column);
  const start = params.fiscalStart ?? 1;
  const plain = (name: string) => `${cell}.dt.${name}.astype(float)`;
  switch (part) {
    case 'week':
    case 'iso-year':
      return `${cell}.dt.isocalendar()["${part === 'week' ? 'week' : 'year'}"].astype("Float64").astype(float)`;
    case 'weekday':
      return `${plain('weekday')} + 1`;
    case 'weekend':
      return `(${cell}.dt.weekday > 4).astype(float).where(${cell}.notna())`;
    case 'season': {
      const names = Object.fromEntries(
        MONTHS.flatMap((months, at) => months.map((month) => [month, seasonOf(said, at)])),
      );
      const list = Array.from({ length: 12 }, (_, i) => names[i + 1]!);
      return `${cell}.dt.month.map(dict(enumerate(${python.texts(list)}, start=1)))`;
    }
    case 'fiscal-year':
      return start === 1 ? plain('year') : `${plain('year')} + (${cell}.dt.month >= ${start})`;
    case 'fiscal-quarter':
      return `((${cell}.dt.month - ${start} + 12) % 12 // 3 + 1).astype(float)`;
    case 'days-since':
      python.use('days');
      return `days(${cell}, reference)`;
    case 'days-until':
      python.use('days');
      return `-days(${cell}, reference)`;
    case 'age': {
      const early = `((reference.month < ${cell}.dt.month) | ((reference.month == ${cell}.dt.month) & (reference.day < ${cell}.dt.day)))`;
      return `(reference.year - ${cell}.dt.year - ${early}.astype(float)).where(${cell}.dt.normalize() <= reference)`;
    }
    default:
      return plain(part);
  }
}

export const splitDateTimeWriter = writerOf(splitDateTime, {
  sql(sql, { params: { column } }) {
    const { dialect } = sql;
    const cell = sql.ref(column);
    const text = dialect.dateText(cell, true);
    sql.add([
      [`${column}_day`, `CAST(${dialect.dayOf(cell)} AS ${dialect.types.date})`],
      [`${column}_time`, `RIGHT(${text}, 8)`],
    ]);
  },
  python(python, { params: { column } }) {
    const cell = python.column(column);
    python.line(
      `${python.column(`${column}_day`)} = ${cell}.dt.normalize()`,
      `${python.column(`${column}_time`)} = ${cell}.dt.strftime("%H:%M:%S").where(${cell}.notna(), np.nan)`,
    );
  },
});
