import { mergeSegments } from '../../../steps/merge-segments';
import { writerOf } from '../writer';
import { labelsAfter, renumberPython, renumberSql, withoutSegments } from './edited-labels';

export const mergeSegmentsWriter = writerOf(mergeSegments, {
  cannot: withoutSegments,
  labels: labelsAfter,
  sql: renumberSql,
  python: renumberPython,
});
