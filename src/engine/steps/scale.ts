import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { EngineError } from '../errors';
import { ColumnName, ColumnNames } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { withBreaths, type Pieces } from '../pieces';
import { float64 } from '../table/buffers';
import { countMissing } from '../table/columns';
import { columnAs } from '../table/table';
import type { Progress, Work } from '../work';
import { inBlocks } from './parts/blocks';
import { centreAndSpread, type CentreAndSpread, type Measure } from './parts/centre-and-spread';
import { learntFor } from './parts/learnt';
import { withDerived, type Derived } from './parts/origins';

/** What the data taught: one entry per column, in that column's own unit. */
const ScaleFit = v.object({
  columns: v.array(v.object({ column: ColumnName, centre: v.number(), spread: v.number() })),
});
export type ScaleFit = v.InferOutput<typeof ScaleFit>;

const SUFFIX: Record<Measure, string> = { z: 'z', 'min-max': 'minmax', robust: 'robust' };

/**
 * Adds each column on one scale (`COLUMN_z`, `COLUMN_minmax`, `COLUMN_robust`), so that no unit rules the distance.
 * Unitless; a constant column gives 0, a blank stays blank.
 */
export const scale = defineStep({
  op: 'scale',
  version: 1,
  params: v.strictObject({ columns: ColumnNames, with: v.picklist(['z', 'min-max', 'robust']) }),
  learnt: ScaleFit,
  reads: ({ columns }) => columns,
  needs: ({ columns }) => columns.map((column) => [column, ['number']] as const),
  adds: ({ columns, with: measure }) => columns.map((column) => `${column}_${SUFFIX[measure]}`),
  describe: () => 'Put on one scale',
  fit: async (table, { columns, with: measure }, work): Promise<ScaleFit> => {
    const learnt: ScaleFit['columns'] = [];
    for (const [done, column] of columns.entries()) {
      const progress: Progress = { phase: 'scaling', done, total: columns.length, unit: 'rounds' };
      await work.breathe(progress);
      learnt.push({ column, ...(await withBreaths(learn(table, column, measure), work, progress)) });
    }
    return { columns: learnt };
  },
  apply: async (table, { columns, with: measure }, fit, work) => {
    const derived: Derived[] = [];
    for (const from of columns) {
      const values = await scaled(columnAs(table, from, 'number').values, learntFor(fit.columns, from), work);
      derived.push({ name: `${from}_${SUFFIX[measure]}`, from, values });
    }
    return { table: withDerived(table, derived), counts: {} };
  },
});

/** @throws EngineError `too-few-values` if fewer than two values are present. */
function learn(table: ColumnTable, name: string, measure: Measure): Pieces<CentreAndSpread> {
  const column = columnAs(table, name, 'number');
  const count = column.length - countMissing(column);
  if (count < 2) throw new EngineError('too-few-values', { column: name, count });
  return centreAndSpread(column.values, measure);
}

/** n values in, n unitless values out. Where the spread is 0 only the centre is taken off. */
async function scaled(
  values: Float64Array,
  { centre, spread }: CentreAndSpread,
  work: Work,
): Promise<Float64Array> {
  const out = float64(values.length);
  await inBlocks(values.length, 'scaling', work, (from, to) => {
    for (let row = from; row < to; row++) out[row] = (values[row]! - centre) / (spread || 1);
  });
  return out;
}
