import type { StepWriter } from './writer';
import { aggregateWriter } from './steps/aggregate';
import { binWriter } from './steps/bin';
import { changeTypeWriter } from './steps/change-type';
import { combineWriter } from './steps/combine';
import { datePartsWriter, splitDateTimeWriter } from './steps/date-steps';
import { daysSinceWriter } from './steps/days-since';
import { dropSparseColumnsWriter } from './steps/drop-sparse-columns';
import { encodeWriter } from './steps/encode';
import { formulaWriter } from './steps/formula';
import { extractWriter } from './steps/extract';
import { filterRowsWriter } from './steps/filter-rows';
import { joinWriter } from './steps/join';
import { keepValuesWriter } from './steps/keep-values';
import { limitWriter } from './steps/limit';
import { outliersWriter } from './steps/outliers';
import { moveColumnsWriter, removeColumnsWriter, renameColumnsWriter, setRoleWriter } from './steps/renaming';
import { sortRowsWriter } from './steps/sort-rows';
import { cleanTextWriter, mergeSpellingsWriter, replaceTextWriter } from './steps/text-steps';
import { dropDuplicatesWriter } from './steps/drop-duplicates';
import { dropMissingWriter } from './steps/drop-missing';
import { fillMissingWriter } from './steps/fill-missing';
import { mergeSegmentsWriter } from './steps/merge-segments';
import { pinSegmentsWriter } from './steps/pin-segments';
import { rfmWriter } from './steps/rfm';
import { rfmScoresWriter } from './steps/rfm-scores';
import { ruleSegmentsWriter } from './steps/rule-segments';
import { scaleWriter } from './steps/scale';
import { segmentWriter } from './steps/segment';
import { splitColumnWriter } from './steps/split-column';
import { splitSegmentWriter } from './steps/split-segment';
import { textToNumbersWriter } from './steps/text-to-numbers';
import { transformWriter } from './steps/transform';
import { trimDecimalsWriter } from './steps/trim-decimals';
import { unpivotWriter } from './steps/unpivot';

const WRITERS: readonly StepWriter[] = [
  aggregateWriter,
  binWriter,
  changeTypeWriter,
  combineWriter,
  datePartsWriter,
  splitDateTimeWriter,
  daysSinceWriter,
  dropSparseColumnsWriter,
  encodeWriter,
  extractWriter,
  filterRowsWriter,
  formulaWriter,
  joinWriter,
  keepValuesWriter,
  limitWriter,
  outliersWriter,
  moveColumnsWriter,
  removeColumnsWriter,
  renameColumnsWriter,
  setRoleWriter,
  sortRowsWriter,
  cleanTextWriter,
  mergeSpellingsWriter,
  replaceTextWriter,
  dropDuplicatesWriter,
  dropMissingWriter,
  fillMissingWriter,
  mergeSegmentsWriter,
  pinSegmentsWriter,
  rfmWriter,
  rfmScoresWriter,
  ruleSegmentsWriter,
  scaleWriter,
  segmentWriter,
  splitColumnWriter,
  splitSegmentWriter,
  textToNumbersWriter,
  transformWriter,
  trimDecimalsWriter,
  unpivotWriter,
];

/** How each kind of step is said, by its `op`. A step that can be said is one line here. */
export const writers: ReadonlyMap<string, StepWriter> = new Map(WRITERS.map((one) => [one.step.op, one]));

/** Why a kind of step is said in no language. */
export const UNSAID: Readonly<Record<string, string>> = {
  append: 'Rows of another file are laid below, which is not written as code.',
  'sample-rows': 'Rows are drawn by a hash of their place in the file, which no other program draws alike.',
  'merge-customers': 'Customers are matched by likeness of names, which is not written as code.',
  'customer-value': 'The models of repeat orders and spend are not written as code.',
  'expected-value': 'The models of repeat orders and spend are not written as code.',
  'outlier-rows': 'The forest or the neighbours that judge rows are not written as code.',
  'lasso-segment': 'The map and the shape drawn on it are not written as code.',
  standardise: 'The rules for telephone numbers, countries and postal codes are not written as code.',
  'repair-text': 'Text that was read in a wrong encoding is not mended by this code.',
  'merge-date-parts': 'Dates of several columns are not written as code.',
  'merge-date-time': 'Times of day written in many ways are not read by this code.',
};
