import { outliers } from '../../../steps/outliers';
import { GROUPS, groupColumn, markColumn } from '../../../steps/outliers/params';
import { learntFor } from '../../../steps/parts/learnt';
import { all, firstOf } from '../sql/cases';
import type { SqlScript } from '../sql/script';
import { writerOf } from '../writer';

const [ORDINARY, LOW, HIGH] = GROUPS;

export const outliersWriter = writerOf(outliers, {
  sql(sql, { params: { columns, act }, fit }) {
    const fences = columns.map((column) => fenceSql(sql, column, learntFor(fit.columns, column)));
    if (act === 'set-aside') {
      sql.where(all(fences.map(({ low, high }) => `CASE WHEN ${low} OR ${high} THEN 0 ELSE 1 END = 1`)));
      return;
    }
    sql.add(
      fences.map(({ column, cell, low, high, least, most }) => {
        if (act === 'mark')
          return [markColumn(column), `CASE WHEN ${cell} IS NOT NULL THEN ${low} OR ${high} END`];
        if (act === 'group') {
          const known: [string, string][] = [
            [low, sql.text(LOW)],
            [high, sql.text(HIGH)],
            [`${cell} IS NOT NULL`, sql.text(ORDINARY)],
          ];
          return [groupColumn(column), firstOf(known)];
        }
        return [
          column,
          firstOf(
            [
              [low, act === 'cap' ? least : 'NULL'],
              [high, act === 'cap' ? most : 'NULL'],
            ],
            cell,
          ),
        ];
      }),
    );
  },
  python(python, { params: { columns, act }, fit }) {
    for (const column of columns) {
      const { low, high } = learntFor(fit.columns, column);
      const cell = python.column(column);
      const fence = python.learnt(column, { low, high });
      const [below, above] = [`(${cell} < ${fence}["low"])`, `(${cell} > ${fence}["high"])`];
      if (act === 'mark')
        python.line(
          `${python.column(markColumn(column))} = (${below} | ${above}).astype("boolean").where(${cell}.notna())`,
        );
      else if (act === 'group') {
        python.use('first_true');
        python.line(
          `${python.column(groupColumn(column))} = first_true([${below}, ${above}, ${cell}.notna()], ${python.texts([LOW, HIGH, ORDINARY])}, np.nan)`,
        );
      } else if (act === 'cap')
        python.line(`${cell} = ${cell}.clip(lower=${fence}["low"], upper=${fence}["high"])`);
      else if (act === 'blank') python.line(`${cell} = ${cell}.mask(${below} | ${above})`);
      else python.line(`outside_${columns.indexOf(column)} = ${below} | ${above}`);
    }
    if (act === 'set-aside')
      python.line(`table = table[~(${columns.map((_, at) => `outside_${at}`).join(' | ')})]`);
  },
});

function fenceSql(sql: SqlScript, column: string, { low, high }: { low: number; high: number }) {
  const cell = sql.ref(column);
  const [least, most] = [sql.number(low), sql.number(high)];
  return { column, cell, least, most, low: `${cell} < ${least}`, high: `${cell} > ${most}` };
}
