import type { ColumnTable } from 'arquero';
import { EngineError } from '../../errors';
import { forestScores, type ScoreRows } from '../../stats/isolation-forest';
import { localDensities } from '../../stats/local-outlier-factor';
import { pointsOf } from '../../stats/points';
import { float64 } from '../../table/buffers';
import { columnAs } from '../../table/table';
import type { Work } from '../../work';
import { NEIGHBOURS, type OutlierRowsFit, type Params } from './params';

const BLOCK = 256;

/** What scores rows as learnt. @throws EngineError `not-a-model` if the fit is of other columns */
export async function scorer(fit: OutlierRowsFit, params: Params, work: Work): Promise<ScoreRows> {
  if (fit.by !== params.by || fit.columns.join('\0') !== params.columns.join('\0')) refuse('other columns');
  if (fit.by === 'isolation-forest') {
    if (fit.trees.some(({ columns }) => columns.some((at) => at < -1 || at >= fit.columns.length))) {
      refuse('no such column in a tree');
    }
    return forestScores(fit);
  }
  const { scale, points } = fit;
  const rows = points[0]?.length ?? 0;
  const fits = [scale, points].every((each) => each.length === fit.columns.length);
  if (!fits || points.some((column) => column.length !== rows)) refuse('columns of different length');
  const neighbours = (params.by === 'local-outlier-factor' && params.neighbours) || NEIGHBOURS;
  const columns = points.map((values) => Float64Array.from(values));
  const densities = await localDensities(pointsOf(columns), neighbours, work);
  const place = new Float64Array(scale.length);
  return (of, from, scores) => {
    for (let i = 0; i < scores.length; i++) {
      for (let at = 0; at < place.length; at++) {
        place[at] = (of[at]![from + i]! - scale[at]!.centre) / scale[at]!.spread;
      }
      scores[i] = place.some(Number.isNaN) ? NaN : densities.factorOf(place);
    }
  };
}

function refuse(reason: string): never {
  throw new EngineError('not-a-model', { path: 'fits', reason });
}

/** The score of each row; NaN where one of the columns is blank. @throws Stopped */
export async function scoresOf(
  table: ColumnTable,
  columns: readonly string[],
  score: ScoreRows,
  work: Work,
): Promise<Float64Array> {
  const values = columns.map((name) => columnAs(table, name, 'number').values);
  const scores = float64(table.numRows());
  for (let from = 0; from < scores.length; from += BLOCK) {
    const progress = {
      phase: 'looking-for-outliers',
      done: from,
      total: scores.length,
      unit: 'rows',
    } as const;
    const rest = work.breathe(progress);
    if (rest) await rest;
    const block = scores.subarray(from, from + BLOCK);
    score(values, from, block);
    for (const column of values) {
      for (let i = 0; i < block.length; i++) if (Number.isNaN(column[from + i])) block[i] = NaN;
    }
  }
  return scores;
}
