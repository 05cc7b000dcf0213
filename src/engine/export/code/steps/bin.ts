import { bin } from '../../../steps/bin';
import { labelsFrom } from '../../../steps/bin/labels';
import { binColumn } from '../../../steps/bin/params';
import { firstOf } from '../sql/cases';
import { writerOf } from '../writer';

/** A bin holds its lower limit. */
export const binWriter = writerOf(bin, {
  sql(sql, { params, fit }) {
    const cell = sql.ref(params.column);
    const labels = params.labels ?? labelsFrom(fit);
    const cases = fit.limits.map((limit, i): [string, string] => [
      `${cell} < ${sql.number(limit)}`,
      sql.text(labels[i]!),
    ]);
    sql.add([[binColumn(params), firstOf([...cases, [`${cell} IS NOT NULL`, sql.text(labels.at(-1)!)]])]]);
  },
  python(python, { params, fit }) {
    const cell = python.column(params.column);
    const labels = python.learnt('labels', params.labels ?? labelsFrom(fit));
    const limits = python.learnt('limits', fit.limits);
    python.line(
      `places = np.searchsorted(${limits}, ${cell}.to_numpy(dtype=float), side="right")`,
      `${python.column(binColumn(params))} = pd.Series(np.array(${labels}, dtype=object)[np.minimum(places, len(${limits}))], index=table.index).where(${cell}.notna(), np.nan)`,
    );
  },
});
