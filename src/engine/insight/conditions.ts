import { withBreaths, type Pieces } from '../pieces';
import type { Work } from '../work';
import type { AlikeRows } from './alike-rows';
import { changeBest, codesOf, type Bounds, type CodedFeature } from './condition-search';
import type { FeatureInfo } from './feature-info';
import type { Condition, SegmentProfile } from './segmentation';
import { thresholds } from './thresholds';

/** A column that conditions may be put on: unscaled values, n of them, and those that are not blank in rising order. */
export type ConditionFeature = Pick<FeatureInfo, 'column' | 'meaning'> & {
  values: Float64Array;
  rising: Float64Array;
};

/** A column once, ready for the search of every segment. */
export function* codeFeature({ column, meaning, values, rising }: ConditionFeature): Pieces<CodedFeature> {
  const cuts = thresholds(rising, meaning);
  yield;
  return { column, cuts, codes: codesOf(values, cuts) };
}

/**
 * Two to four bounds at round numbers that together find the segment best (greedy, by F1, each bound beyond the
 * second must gain 0.005), with how right they are. Fewer than two where nothing further helps.
 * **Blanks**: a row without a value meets no bound on that column.
 */
export async function findConditions(
  rows: AlikeRows,
  id: number,
  work: Work,
): Promise<Pick<SegmentProfile, 'conditions' | 'precision' | 'recall'>> {
  const { features } = rows;
  const bounds: Bounds = {
    low: new Uint8Array(features.length),
    high: new Uint8Array(features.length).fill(255),
  };
  let score = await withBreaths(changeBest(rows, id, bounds, -Infinity), work);
  for (let round = 0; round < 16 && score.changed; round++) {
    const rest = work.breathe();
    if (rest) await rest;
    score = await withBreaths(changeBest(rows, id, bounds, score.value), work);
  }
  return { conditions: written(features, bounds), precision: score.precision, recall: score.recall };
}

function written(features: readonly CodedFeature[], { low, high }: Bounds): Condition[] {
  const cut = ({ cuts }: CodedFeature, code: number) => cuts[(code - 1) >> 1] ?? null;
  return features
    .map((feature, f) => ({
      column: feature.column,
      atLeast: low[f] === 0 ? null : cut(feature, low[f]!),
      atMost: high[f] === 255 ? null : cut(feature, high[f]!),
    }))
    .filter(({ atLeast, atMost }) => atLeast !== null || atMost !== null);
}
