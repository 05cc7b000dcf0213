import { pinSegments } from '../../../steps/pin-segments';
import { writerOf } from '../writer';
import { labelsAfter, renumberPython, renumberSql, withoutSegments } from './edited-labels';

export const pinSegmentsWriter = writerOf(pinSegments, {
  cannot: withoutSegments,
  labels: labelsAfter,
  sql: renumberSql,
  python: renumberPython,
});
