import type { ColumnTable } from 'arquero';
import { EngineError } from '../errors';
import { mapNames } from '../insight/map-a';
import { defineStep, type Applied, type Counts } from '../recipe/step';
import { float64, uint32 } from '../table/buffers';
import { MISSING, NumberColumn, TextColumn, countMissing } from '../table/columns';
import { Dictionary } from '../table/dictionary';
import { columnAs, withColumns } from '../table/table';
import type { Work } from '../work';
import { inBlocks } from './parts/blocks';
import { RfmScoresFit } from './rfm-scores/fit';
import { levelsFor } from './rfm-scores/levels-for';
import { faultOf, MEASURES, RfmScoresParams, type RfmMeasure } from './rfm-scores/params';
import { learnLimits, levelsOf } from './rfm-scores/score';
import { scoreColumns } from './rfm-scores/score-columns';

export { RfmScoresFit, RfmScoresParams, scoreColumns };

type Scores = Record<RfmMeasure, Uint8Array>;

/**
 * Scores customers by recency, frequency and money, 1 to 3, 4 or 5, the highest being best; the fewest days score
 * highest. Adds `r_score`, `f_score`, `m_score`, their digits as text (`rfm_score`) and the name of the R and F cell on
 * the map (`rfm_segment`). Equal values always share a score, so levels may stay empty; where the limits are the user's
 * own, they hold. A blank has no score, and a customer with one has no digits and no name. Counts: `withoutScore`
 * customers, and empty levels as `emptyRecency`, `emptyFrequency`, `emptyMonetary`; which they are stands in the notes
 * (`empty-levels:frequency:2,3`).
 * @throws EngineError `too-few-values` if a column is blank throughout; `not-a-model` if a reused fit has other levels
 */
export const rfmScores = defineStep({
  op: 'rfm-scores',
  version: 1,
  params: RfmScoresParams,
  learnt: RfmScoresFit,
  grain: 'customers',
  reads: (params) => MEASURES.map((measure) => params[measure]),
  needs: (params) => MEASURES.map((measure) => [params[measure], ['number']] as const),
  adds: ({ taken = [] }) => Object.values(scoreColumns(taken)),
  makes: ({ taken = [] }) => {
    const { digits, name } = scoreColumns(taken);
    return [[digits, 'text'] as const, [name, 'text'] as const];
  },
  refuses: (params) => {
    const reason = faultOf(params);
    return reason === null ? null : { code: 'bad-params', details: { path: 'params', reason } };
  },
  describe: ({ levels }, fit?: RfmScoresFit) => {
    const most = fit?.levels ?? levels;
    return `Score recency, frequency and money${most === 'auto' ? '' : ` from 1 to ${most}`}`;
  },
  fit: async (table, params, work): Promise<RfmScoresFit> => {
    const levels = params.levels === 'auto' ? levelsFor(scorable(table, params)) : params.levels;
    const limits: RfmScoresFit['limits'] = { recency: [], frequency: [], monetary: [] };
    for (const [done, measure] of MEASURES.entries()) {
      const rest = work.breathe({ phase: 'scoring', done, total: MEASURES.length, unit: 'rounds' });
      if (rest) await rest;
      limits[measure] = params.limits?.[measure] ?? learnLimits(table, params[measure], measure, levels);
    }
    return { levels, limits };
  },
  apply,
});

/** Customers who can have a score: as many as the column with most blanks has values. */
function scorable(table: ColumnTable, params: RfmScoresParams): number {
  const columns = MEASURES.map((measure) => columnAs(table, params[measure], 'number'));
  return Math.min(...columns.map((column) => column.length - countMissing(column)));
}

async function apply(
  table: ColumnTable,
  params: RfmScoresParams,
  { levels, limits }: RfmScoresFit,
  work: Work,
): Promise<Applied> {
  const map = params.map ?? mapNames(levels, params.lost);
  if (map.length !== levels) throw new EngineError('not-a-model', { path: 'fits', reason: 'other levels' });
  const of = (measure: RfmMeasure) => levelsOf(table, params[measure], measure, limits[measure], work);
  const scores: Scores = {
    recency: await of('recency'),
    frequency: await of('frequency'),
    monetary: await of('monetary'),
  };
  const { digits, names, withoutScore } = await inWords(scores, map, work);
  const added = scoreColumns(params.taken ?? []);
  const { counts, notes } = emptyLevels(scores, levels);
  return {
    table: withColumns(table, [
      [added.recency, asNumbers(scores.recency)],
      [added.frequency, asNumbers(scores.frequency)],
      [added.monetary, asNumbers(scores.monetary)],
      [added.digits, digits],
      [added.name, names],
    ]),
    counts: { withoutScore, ...counts },
    notes,
  };
}

function asNumbers(scores: Uint8Array): NumberColumn {
  const values = float64(scores.length);
  for (let row = 0; row < values.length; row++) values[row] = scores[row] || NaN;
  return new NumberColumn(values);
}

/** The digits and the map's name of each customer; each digit takes a place of a number to the base of levels + 1. */
async function inWords(
  { recency, frequency, monetary }: Scores,
  map: readonly (readonly string[])[],
  work: Work,
) {
  const names = [...new Set(map.flat())];
  const codes = map.map((row) => row.map((name) => names.indexOf(name)));
  const level = map.map((_, i) => i + 1);
  const texts = level.flatMap((r) => level.flatMap((f) => level.map((m) => `${r}${f}${m}`)));
  const rows = recency.length;
  const digits = uint32(rows).fill(MISSING);
  const named = uint32(rows).fill(MISSING);
  let withoutScore = 0;
  await inBlocks(rows, 'scoring', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const [r, f, m] = [recency[row]!, frequency[row]!, monetary[row]!];
      if (r === 0 || f === 0 || m === 0) {
        withoutScore++;
        continue;
      }
      digits[row] = ((r - 1) * level.length + f - 1) * level.length + m - 1;
      named[row] = codes[r - 1]![f - 1]!;
    }
  });
  return {
    digits: new TextColumn(digits, Dictionary.of(texts)),
    names: new TextColumn(named, Dictionary.of(names)),
    withoutScore,
  };
}

const EMPTY = { recency: 'emptyRecency', frequency: 'emptyFrequency', monetary: 'emptyMonetary' } as const;

/** Levels that no customer has, where there are any: how many by measure, and which. */
function emptyLevels(scores: Scores, levels: number): { counts: Counts; notes: string[] } {
  const counts: Record<string, number> = {};
  const notes: string[] = [];
  for (const measure of MEASURES) {
    const held = new Array<boolean>(levels + 1).fill(false);
    for (const score of scores[measure]) held[score] = true;
    const empty = held.flatMap((has, level) => (has || level === 0 ? [] : [level]));
    counts[EMPTY[measure]] = empty.length;
    if (empty.length > 0) notes.push(`empty-levels:${measure}:${empty.join(',')}`);
  }
  return { counts, notes };
}
