import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { EngineError } from '../errors';
import { ColumnName, ColumnNames } from '../recipe/schema';
import { defineStep, type Counts } from '../recipe/step';
import { withBreaths, type Pieces } from '../pieces';
import { float64 } from '../table/buffers';
import { countMissing } from '../table/columns';
import { columnAs } from '../table/table';
import type { Progress, Work } from '../work';
import { inBlocks } from './parts/blocks';
import { centreAndSpread, type CentreAndSpread, type Measure } from './parts/centre-and-spread';
import { learntFor } from './parts/learnt';
import { withDerived, type Derived } from './parts/origins';
import { unitLength } from './scale/unit-length';

/** What the data taught: one entry per column, in that column's own unit. */
const ScaleFit = v.object({
  columns: v.array(v.object({ column: ColumnName, centre: v.number(), spread: v.number() })),
});
export type ScaleFit = v.InferOutput<typeof ScaleFit>;

const ROUNDING = 1e-12;
const SUFFIX = { z: 'z', 'min-max': 'minmax', robust: 'robust', 'unit-length': 'unit' } as const;
type Scale = keyof typeof SUFFIX;
const SCALES = Object.keys(SUFFIX) as Scale[];

/**
 * Adds each column on one scale (`COLUMN_z`, `COLUMN_minmax`, `COLUMN_robust`), so that no unit rules the distance; or
 * (`COLUMN_unit`) each row at the length 1 over all columns chosen, of which nothing is learnt. Unitless; a constant
 * column gives 0, a blank stays blank. Counts: of `min-max` `below` and `above`, cells less than 0 and greater than 1,
 * where there are any; of `unit-length` `withoutLength`, rows blank because a cell is.
 */
export const scale = defineStep({
  op: 'scale',
  version: 1,
  params: v.strictObject({ columns: ColumnNames, with: v.picklist(SCALES) }),
  learnt: ScaleFit,
  reads: ({ columns }) => columns,
  needs: ({ columns }) => columns.map((column) => [column, ['number']] as const),
  adds: ({ columns, with: measure }) => columns.map((column) => `${column}_${SUFFIX[measure]}`),
  describe: () => 'Put on one scale',
  fit: async (table, { columns, with: measure }, work): Promise<ScaleFit> => {
    const learnt: ScaleFit['columns'] = [];
    if (measure === 'unit-length') return { columns: learnt };
    for (const [done, column] of columns.entries()) {
      const progress: Progress = { phase: 'scaling', done, total: columns.length, unit: 'rounds' };
      await work.breathe(progress);
      learnt.push({ column, ...(await withBreaths(learn(table, column, measure), work, progress)) });
    }
    return { columns: learnt };
  },
  apply: async (table, { columns, with: measure }, fit, work) => {
    const given = columns.map((name) => columnAs(table, name, 'number').values);
    const made =
      measure === 'unit-length' ? await lengthened(given, work) : await eachScaled(given, columns, fit, work);
    const derived = columns.map((from, i): Derived => {
      return { name: `${from}_${SUFFIX[measure]}`, from, values: made.scaled[i]! };
    });
    const counts = measure === 'min-max' ? await beyond(made.scaled, work) : made.counts;
    return { table: withDerived(table, derived), counts };
  },
});

interface Made {
  scaled: Float64Array[];
  counts: Counts;
}

async function lengthened(given: readonly Float64Array[], work: Work): Promise<Made> {
  const { scaled, withoutLength } = await unitLength(given, work);
  return { scaled, counts: { withoutLength } };
}

async function eachScaled(
  given: readonly Float64Array[],
  columns: readonly string[],
  fit: ScaleFit,
  work: Work,
): Promise<Made> {
  const made: Float64Array[] = [];
  for (const [i, values] of given.entries())
    made.push(await scaled(values, learntFor(fit.columns, columns[i]!), work));
  return { scaled: made, counts: {} };
}

/** How many cells lie outside 0 to 1; nothing where none do. Rounding may lead a little beyond. */
async function beyond(columns: readonly Float64Array[], work: Work): Promise<Counts> {
  let [below, above] = [0, 0];
  for (const values of columns) {
    await inBlocks(values.length, 'scaling', work, (from, to) => {
      for (let row = from; row < to; row++) {
        if (values[row]! < -ROUNDING) below++;
        else if (values[row]! > 1 + ROUNDING) above++;
      }
    });
  }
  return { ...(below > 0 && { below }), ...(above > 0 && { above }) };
}

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
