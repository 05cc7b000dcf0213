import type { ColumnTable } from 'arquero';
import { EngineError } from '../../errors';
import { levelLimits } from '../../stats/levels';
import { sorted } from '../../stats/quantile';
import { uint8 } from '../../table/buffers';
import { columnAs } from '../../table/table';
import type { Work } from '../../work';
import { inBlocks } from '../parts/blocks';
import type { RfmMeasure } from './params';

/** Of days the fewest are best. */
const direction = (measure: RfmMeasure): 1 | -1 => (measure === 'recency' ? -1 : 1);
/** 0 stays 0, not −0. */
const turned = (limit: number | null, by: 1 | -1) => (limit === null || by === 1 ? limit : 0 - limit);

/** Where the levels of a column begin, tie-safe (see `levelLimits`). @throws EngineError `too-few-values` if it is blank */
export function learnLimits(
  table: ColumnTable,
  column: string,
  measure: RfmMeasure,
  levels: number,
): (number | null)[] {
  const by = direction(measure);
  const rising = sorted(columnAs(table, column, 'number').values.map((value) => value * by));
  if (rising.length === 0) throw new EngineError('too-few-values', { column, count: 0 });
  return levelLimits(rising, levels).map((limit) => turned(limit, by));
}

/** Each row's level, 1 (worst) to the number of limits + 1; 0 for a blank. */
export async function levelsOf(
  table: ColumnTable,
  column: string,
  measure: RfmMeasure,
  limits: readonly (number | null)[],
  work: Work,
): Promise<Uint8Array> {
  const { values } = columnAs(table, column, 'number');
  const by = direction(measure);
  const reached = limits.map((limit) => (limit === null ? Infinity : limit * by));
  const scores = uint8(values.length);
  await inBlocks(values.length, 'scoring', work, (from, to) => {
    for (let row = from; row < to; row++) {
      const value = values[row]! * by;
      if (value !== value) continue;
      let level = 1;
      for (const limit of reached) if (value >= limit && limit !== Infinity) level++;
      scores[row] = level;
    }
  });
  return scores;
}
