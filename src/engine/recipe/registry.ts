import { aggregate } from '../steps/aggregate';
import { append } from '../steps/append';
import { bin } from '../steps/bin';
import { changeType } from '../steps/change-type';
import { cleanText } from '../steps/clean-text';
import { combine } from '../steps/combine';
import { customerValue } from '../steps/customer-value';
import { dateParts } from '../steps/date-parts';
import { daysSince } from '../steps/days-since';
import { dropDuplicates } from '../steps/drop-duplicates';
import { dropMissing } from '../steps/drop-missing';
import { dropSparseColumns } from '../steps/drop-sparse-columns';
import { encode } from '../steps/encode';
import { expectedValue } from '../steps/expected-value';
import { extract } from '../steps/extract';
import { fillMissing } from '../steps/fill-missing';
import { filterRows } from '../steps/filter-rows';
import { formula } from '../steps/formula';
import { join } from '../steps/join';
import { keepValues } from '../steps/keep-values';
import { lassoSegment } from '../steps/lasso-segment';
import { limit } from '../steps/limit';
import { mergeCustomers } from '../steps/merge-customers';
import { mergeDateParts } from '../steps/merge-date-parts';
import { mergeDateTime } from '../steps/merge-date-time';
import { mergeSegments } from '../steps/merge-segments';
import { mergeSpellings } from '../steps/merge-spellings';
import { outlierRows } from '../steps/outlier-rows';
import { outliers } from '../steps/outliers';
import { moveColumns } from '../steps/move-columns';
import { pinSegments } from '../steps/pin-segments';
import { removeColumns } from '../steps/remove-columns';
import { renameColumns } from '../steps/rename-columns';
import { repairText } from '../steps/repair-text';
import { replaceText } from '../steps/replace-text';
import { rfm } from '../steps/rfm';
import { rfmScores } from '../steps/rfm-scores';
import { ruleSegments } from '../steps/rule-segments';
import { sampleRows } from '../steps/sample-rows';
import { scale } from '../steps/scale';
import { segment } from '../steps/segment';
import { splitDateTime } from '../steps/split-date-time';
import { setRole } from '../steps/set-role';
import { sortRows } from '../steps/sort-rows';
import { splitColumn } from '../steps/split-column';
import { splitSegment } from '../steps/split-segment';
import { standardise } from '../steps/standardise';
import { textToNumbers } from '../steps/text-to-numbers';
import { transform } from '../steps/transform';
import { trimDecimals } from '../steps/trim-decimals';
import { unpivot } from '../steps/unpivot';
import type { StepDefinition } from './step';

/** Step definitions by `op`. */
export type Registry = ReadonlyMap<string, StepDefinition>;

/** Makes a registry of step definitions; no two have the same `op`. */
export const registryOf = (steps: readonly StepDefinition[]): Registry =>
  new Map(steps.map((step) => [step.op, step]));

/** Every step there is. A new step is one line here. */
export const registry: Registry = registryOf([
  aggregate,
  append,
  bin,
  changeType,
  cleanText,
  combine,
  customerValue,
  dateParts,
  daysSince,
  dropDuplicates,
  dropMissing,
  dropSparseColumns,
  encode,
  expectedValue,
  extract,
  fillMissing,
  filterRows,
  formula,
  join,
  keepValues,
  lassoSegment,
  limit,
  mergeCustomers,
  mergeDateParts,
  mergeDateTime,
  mergeSegments,
  mergeSpellings,
  outlierRows,
  outliers,
  moveColumns,
  pinSegments,
  removeColumns,
  renameColumns,
  repairText,
  replaceText,
  rfm,
  rfmScores,
  ruleSegments,
  sampleRows,
  scale,
  segment,
  splitDateTime,
  setRole,
  sortRows,
  splitColumn,
  splitSegment,
  standardise,
  textToNumbers,
  transform,
  trimDecimals,
  unpivot,
]);
