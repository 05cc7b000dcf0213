import { append } from '../steps/append';
import { changeType } from '../steps/change-type';
import { daysSince } from '../steps/days-since';
import { dropDuplicates } from '../steps/drop-duplicates';
import { dropMissing } from '../steps/drop-missing';
import { dropSparseColumns } from '../steps/drop-sparse-columns';
import { fillMissing } from '../steps/fill-missing';
import { join } from '../steps/join';
import { keepValues } from '../steps/keep-values';
import { lassoSegment } from '../steps/lasso-segment';
import { limit } from '../steps/limit';
import { mergeDateTime } from '../steps/merge-date-time';
import { mergeSegments } from '../steps/merge-segments';
import { outlierRows } from '../steps/outlier-rows';
import { outliers } from '../steps/outliers';
import { pinSegments } from '../steps/pin-segments';
import { repairText } from '../steps/repair-text';
import { rfm } from '../steps/rfm';
import { rfmScores } from '../steps/rfm-scores';
import { ruleSegments } from '../steps/rule-segments';
import { scale } from '../steps/scale';
import { segment } from '../steps/segment';
import { splitDateTime } from '../steps/split-date-time';
import { splitSegment } from '../steps/split-segment';
import { transform } from '../steps/transform';
import { trimDecimals } from '../steps/trim-decimals';
import type { StepDefinition } from './step';

/** Step definitions by `op`. */
export type Registry = ReadonlyMap<string, StepDefinition>;

/** Makes a registry of step definitions; no two have the same `op`. */
export const registryOf = (steps: readonly StepDefinition[]): Registry =>
  new Map(steps.map((step) => [step.op, step]));

/** Every step there is. A new step is one line here. */
export const registry: Registry = registryOf([
  append,
  changeType,
  daysSince,
  dropDuplicates,
  dropMissing,
  dropSparseColumns,
  fillMissing,
  join,
  keepValues,
  lassoSegment,
  limit,
  mergeDateTime,
  mergeSegments,
  outlierRows,
  outliers,
  pinSegments,
  repairText,
  rfm,
  rfmScores,
  ruleSegments,
  scale,
  segment,
  splitDateTime,
  splitSegment,
  transform,
  trimDecimals,
]);
