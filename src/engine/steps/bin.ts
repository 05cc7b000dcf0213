import { EngineError } from '../errors';
import { withBreaths } from '../pieces';
import { defineStep, type Applied } from '../recipe/step';
import { sortedInPieces } from '../stats/quantile';
import { uint32 } from '../table/buffers';
import { MISSING, TextColumn } from '../table/columns';
import { Dictionary } from '../table/dictionary';
import { columnAs } from '../table/table';
import type { Work } from '../work';
import { labelsFrom } from './bin/labels';
import { learnBins } from './bin/learn';
import { binColumn, BinFit, faultOf, Params, USUAL_BINS } from './bin/params';
import { inBlocks } from './parts/blocks';
import { withDerived } from './parts/origins';

const WORDS = {
  width: (bins: number) => `into ${bins} bins of equal width`,
  count: (bins: number) => `into ${bins} bins of equal count`,
  round: (bins: number) => `into about ${bins} bins with round limits`,
  deviations: () => 'into bins by standard deviations',
  natural: (bins: number) => `into ${bins} bins at natural breaks`,
  own: () => 'into bins by own limits',
} as const;

/** Ways that make as many bins as were asked for, unless values are too few or too equal. */
const EXACT: ReadonlySet<string> = new Set(['width', 'count', 'natural']);

/**
 * Adds a column of labels (`COLUMN_bin`, text) that says in which bin each value of a number column lies. The limits
 * are learnt, in the column's unit; a bin holds its lower limit. Values beyond those learnt from fall into the first or
 * the last bin. **Blanks** stay blank. Counts: `bins`, `binned` cells, and `below` and `above`: cells less and greater
 * than any learnt from. Notes: `fewer-bins`, `breaks-of-sample`.
 * @throws EngineError `too-few-values` if the column is blank throughout; `labels-do-not-fit` if there are not as many
 * labels as bins
 */
export const bin = defineStep({
  op: 'bin',
  version: 1,
  params: Params,
  learnt: BinFit,
  reads: ({ column }) => [column],
  needs: ({ column }) => [[column, ['number']]],
  adds: (params) => [binColumn(params)],
  makes: (params) => [[binColumn(params), 'text']],
  refuses: (params) => {
    const reason = faultOf(params);
    return reason === null ? null : { code: 'bad-params', details: { path: 'params', reason } };
  },
  describe: ({ column, by, bins = USUAL_BINS }) => `Put ${column} ${WORDS[by](bins)}`,
  fit: async (table, params, work): Promise<BinFit> => {
    const { column } = params;
    const { values } = columnAs(table, column, 'number');
    const total = values.length;
    const rising = await withBreaths(sortedInPieces(values), work, {
      phase: 'binning',
      done: 0,
      total,
      unit: 'rows',
    });
    if (rising.length === 0) throw new EngineError('too-few-values', { column, count: 0 });
    return learnBins(rising, params, work);
  },
  apply: async (table, params, fit, work): Promise<Applied> => {
    const { column, by, bins = USUAL_BINS } = params;
    const labels = params.labels ?? labelsFrom(fit);
    const made = fit.limits.length + 1;
    if (labels.length !== made)
      throw new EngineError('labels-do-not-fit', { column, bins: made, labels: labels.length });
    const { codes, ...counts } = await binsOf(columnAs(table, column, 'number').values, fit, work);
    const values = new TextColumn(codes, Dictionary.of(labels));
    const notes = [
      ...(EXACT.has(by) && made < bins ? ['fewer-bins'] : []),
      ...(fit.thinned === undefined ? [] : ['breaks-of-sample']),
    ];
    return {
      table: withDerived(table, [{ name: binColumn(params), from: column, values }]),
      counts: { bins: made, ...counts },
      ...(notes.length > 0 && { notes }),
    };
  },
});

/** The bin of each value, from 0 up, and how many values there are and lie beyond those learnt from. */
async function binsOf(values: Float64Array, { limits, least, most }: BinFit, work: Work) {
  const codes = uint32(values.length);
  let [binned, below, above] = [0, 0, 0];
  await inBlocks(values.length, 'binning', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]!;
      codes[row] = MISSING;
      if (value !== value) continue;
      binned++;
      if (value < least) below++;
      else if (value > most) above++;
      let at = 0;
      while (at < limits.length && value >= limits[at]!) at++;
      codes[row] = at;
    }
  });
  return { codes, binned, below, above };
}
