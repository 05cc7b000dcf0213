import { splitSegment } from '../../../steps/split-segment';
import { distancesSql, nearestSql } from '../nearest';
import { firstOf } from '../sql/cases';
import { writerOf } from '../writer';
import { labelsAfter, withoutSegments } from './edited-labels';
import { addLabels, pythonLabels } from './segment';

/** For each part of the segment its number; the first part stands in the place of the segment. */
function numbersOf(fit: { ids: readonly number[]; parts: readonly unknown[] }, segment: number): number[] {
  const before = fit.ids.length - fit.parts.length + 1;
  return fit.parts.map((_, part) => fit.ids[part === 0 ? segment - 1 : before - 1 + part]!);
}

export const splitSegmentWriter = writerOf(splitSegment, {
  cannot: withoutSegments,
  labels: labelsAfter,
  sql(sql, said) {
    const { params, fit, before } = said;
    const id = sql.ref(before.labels!.id);
    const away = distancesSql(
      sql,
      fit.columns.map((column) => sql.ref(column)),
      fit.parts,
    );
    const parts = nearestSql(away, numbersOf(fit, params.segment).map(String));
    const others = fit.ids.slice(0, fit.ids.length - fit.parts.length + 1);
    const cases = others.map((now, i): [string, string] => [
      `${id} = ${i + 1}`,
      i + 1 === params.segment ? parts : String(now),
    ]);
    addLabels(sql, labelsAfter(said), firstOf(cases));
  },
  python(python, said) {
    const { params, fit, before } = said;
    python.use('nearest');
    const others = fit.ids.slice(0, fit.ids.length - fit.parts.length + 1);
    const id = python.column(before.labels!.id);
    python.line(
      `among = (${id} == ${params.segment}).to_numpy()`,
      `ids = ${id}.map(dict(enumerate(${python.learnt('numbers', others)}, start=1))).to_numpy(dtype=float)`,
      `rows = table[${python.texts(fit.columns)}].to_numpy(dtype=float)[among]`,
      `parts = np.array(${python.learnt('parts', numbersOf(fit, params.segment))})`,
      `ids[among] = parts[nearest(rows, ${python.learnt('centroids', fit.parts)})]`,
    );
    pythonLabels(python, labelsAfter(said));
  },
});
