import type { Segmentation } from '../../engine/index';

/** As much of a step as is looked at. */
export interface StepRead {
  op: string;
  params?: unknown;
}

type Measure = { column?: string; value?: string; as?: string };
type Read = {
  with?: string;
  column?: string;
  measures?: Measure[];
  names?: { column: string; as: string }[];
};

/**
 * What the features are called where columns may be named: by their labels, but for those that hold a value of a text, which
 * are "Plan, kind 1". They are known by their label ("Plan: Team") and by the steps that made them.
 */
export function featureNames(
  { features }: Pick<Segmentation, 'features'>,
  steps: readonly StepRead[],
): Map<string, string> {
  const madeOf = valueColumns(steps);
  const counts = new Map<string, number>();
  return new Map(
    features.map(({ column, label, flag }) => {
      const [before, value] = label.split(/: /, 2);
      const text = flag && value !== undefined ? before! : madeOf(column);
      if (text === null) return [column, label];
      const kind = (counts.get(text) ?? 0) + 1;
      counts.set(text, kind);
      return [column, `${text}, kind ${kind}`];
    }),
  );
}

/** Of a column whose name holds a value: the text it was made of; null of others. */
function valueColumns(steps: readonly StepRead[]): (column: string) => string | null {
  const made = new Map<string, string>();
  const stems: string[] = [];
  const found = (column: string) => {
    const stem = stems.find((one) => `_${column}`.includes(`_${one}_`));
    return made.get(column) ?? stem ?? null;
  };
  for (const { op, params } of steps) {
    const { with: way, column, measures = [], names = [] } = (params ?? {}) as Read;
    if (op === 'encode' && way === 'one-hot' && column !== undefined) stems.push(column);
    if (op === 'aggregate')
      for (const one of measures) {
        const text = one.value === undefined ? found(one.column ?? '') : (one.column ?? null);
        for (const name of namesOf(one)) if (text !== null) made.set(name, text);
      }
    if (op === 'rename-columns')
      for (const { column: old, as } of names) {
        const text = found(old);
        if (text !== null) made.set(as, text);
      }
  }
  return found;
}

const namesOf = ({ column, value, as }: Measure): string[] =>
  as === undefined ? [`${column}_${value}_share`, `${column}_${value}_money_share`] : [as];
