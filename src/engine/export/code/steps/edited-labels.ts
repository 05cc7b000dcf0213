import type { EditFit } from '../../../steps/edit-segments/fit';
import { firstOf } from '../sql/cases';
import type { SqlScript } from '../sql/script';
import type { PythonScript } from '../python/script';
import type { Labels } from '../state';
import type { Said } from '../writer';
import { addLabels, pythonLabels } from './segment';

type Edited = Said<{ names?: Record<string, string> | undefined }, EditFit>;

/** The segments after a change by hand: own names first, then those found, then those of before. */
export function labelsAfter({ params: { names = {} }, fit, before }: Edited): Labels {
  const there = before.labels!;
  return {
    ...there,
    names: fit.names.map(
      (name, i) => names[String(i + 1)] ?? name ?? there.names[(fit.keeps[i] ?? 1) - 1] ?? '',
    ),
  };
}

/** Gives each segment of before the number it has now. */
export function renumberSql(sql: SqlScript, said: Edited): void {
  const { id } = said.before.labels!;
  addLabels(
    sql,
    labelsAfter(said),
    firstOf(said.fit.ids.map((now, i) => [`${sql.ref(id)} = ${i + 1}`, String(now)])),
  );
}

export function renumberPython(python: PythonScript, said: Edited): void {
  const { id } = said.before.labels!;
  const numbers = python.learnt('numbers', said.fit.ids);
  python.line(`ids = ${python.column(id)}.map(dict(enumerate(${numbers}, start=1))).to_numpy(dtype=float)`);
  pythonLabels(python, labelsAfter(said));
}

/** Why a change by hand cannot be said where the segments cannot; else null. */
export const withoutSegments = ({ before }: Said<unknown, unknown>): string | null =>
  before.labels ? null : 'The segments it changes are not in this code.';
