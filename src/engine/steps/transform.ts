import { defineStep } from '../recipe/step';
import { float64 } from '../table/buffers';
import { columnAs } from '../table/table';
import type { Progress } from '../work';
import { inBlocks } from './parts/blocks';
import { learntFor } from './parts/learnt';
import { withDerived, type Derived } from './parts/origins';
import { percent } from './parts/words';
import { bendBy, COUNTED, type Tell } from './transform/curves';
import { learnColumn, learnsNothing } from './transform/learn';
import {
  faultOf,
  Params,
  SUFFIX,
  TransformFit,
  USUAL_HIGH,
  USUAL_LOW,
  type LearntColumn,
} from './transform/params';

/** A step says itself in two lines at most. */
const MOST_NAMED = 3;

/** The words people know for the columns that `rfm` makes. */
const KNOWN_AS = new Map([
  ['recency_days', 'recency'],
  ['frequency', 'orders'],
  ['monetary', 'money'],
]);

const named = ({ columns }: Params): string =>
  columns.length > MOST_NAMED
    ? `${columns.length} columns`
    : columns.map((column) => KNOWN_AS.get(column) ?? column).join(', ');

/** What is said before the names of the columns. */
function saidAs({ with: way, low = USUAL_LOW, high = USUAL_HIGH }: Params): string {
  if (way === 'rank') return 'Rank from 0 to 1';
  if (way === 'winsorise') return `Cap at the quantiles ${percent(low)} and ${percent(high)}`;
  if (way === 'box-cox') return 'Even out by Box–Cox';
  return way === 'yeo-johnson' ? 'Even out by Yeo–Johnson' : 'Even out long tails';
}

/**
 * Adds each column in another shape, so that a few very large values do not rule the distance: the natural logarithm of
 * 1 + x (`COLUMN_log`) or of x (`_ln`), the square root (`_sqrt`), Box–Cox (`_boxcox`) or Yeo–Johnson (`_yeojohnson`) at
 * the λ of maximum likelihood, the average rank from 0 to 1 (`_rank`), or the values capped at two quantiles
 * (`_winsorised`). Blanks stay blank. Counts of cells: `belowZero` (enter as 0), `notPositive` and `tooLarge` (become
 * blank), `below` and `above` (beyond those learnt from: 0 and 1), `raised` and `lowered` (put at a limit).
 * @throws EngineError `too-few-values` if a column to learn from has fewer than two values that can be used
 */
export const transform = defineStep({
  op: 'transform',
  version: 1,
  params: Params,
  learnt: TransformFit,
  reshapes: true,
  reads: ({ columns }) => columns,
  needs: ({ columns }) => columns.map((column) => [column, ['number']] as const),
  adds: ({ columns, with: way }) => columns.map((column) => `${column}_${SUFFIX[way]}`),
  refuses: (params) => {
    const reason = faultOf(params);
    return reason === null ? null : { code: 'bad-params', details: { path: 'params', reason } };
  },
  describe: (params) => `${saidAs(params)}: ${named(params)}`,
  fit: async (table, params, work): Promise<TransformFit> => {
    if (learnsNothing(params)) return null;
    const { columns } = params;
    const learnt: LearntColumn[] = [];
    for (const [done, column] of columns.entries()) {
      const progress: Progress = { phase: 'transforming', done, total: columns.length, unit: 'rounds' };
      const rest = work.breathe(progress);
      if (rest) await rest;
      learnt.push(
        await learnColumn(column, columnAs(table, column, 'number').values, params, progress, work),
      );
    }
    return { columns: learnt };
  },
  apply: async (table, params, fit, work) => {
    const { columns, with: way } = params;
    const derived: Derived[] = [];
    const counts: Record<string, number> = Object.fromEntries(COUNTED[way].map((odd) => [odd, 0]));
    const tell: Tell = (odd) => void counts[odd]!++;
    for (const from of columns) {
      const { values } = columnAs(table, from, 'number');
      const learnt = learnsNothing(params) ? null : learntFor(fit?.columns ?? [], from);
      const bend = bendBy(way, from, learnt);
      const bent = float64(values.length);
      await inBlocks(values.length, 'transforming', work, (first, end) => {
        for (let row = first; row < end; row++) {
          const value = values[row]!;
          bent[row] = value === value ? bend(value, tell) : NaN;
        }
      });
      derived.push({ name: `${from}_${SUFFIX[way]}`, from, values: bent });
    }
    return { table: withDerived(table, derived), counts };
  },
});
