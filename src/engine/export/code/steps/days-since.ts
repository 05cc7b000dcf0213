import { daysColumn, daysSince } from '../../../steps/days-since';
import { writerOf } from '../writer';
import { referencePython, referenceSql } from '../reference';

export const daysSinceWriter = writerOf(daysSince, {
  sql(sql, { params: { column, referenceDate }, fit }) {
    const cell = sql.ref(column);
    const reference = referenceSql(sql, { given: referenceDate, learnt: fit.referenceDate }, cell);
    const days = sql.dialect.daysBetween(sql.dialect.dayOf(cell), reference);
    const counted = `CASE WHEN ${days} < 1 THEN 1 ELSE ${days} END`;
    sql.add([
      [
        daysColumn(column),
        `CAST(CASE WHEN ${cell} IS NOT NULL THEN ${counted} END AS ${sql.dialect.types.number})`,
      ],
    ]);
  },
  python(python, { params: { column, referenceDate }, fit }) {
    python.use('days');
    const cell = python.column(column);
    referencePython(python, { given: referenceDate, learnt: fit.referenceDate }, cell);
    python.line(`${python.column(daysColumn(column))} = days(${cell}, reference).clip(lower=1)`);
  },
});
