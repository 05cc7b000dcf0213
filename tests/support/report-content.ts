import { reportOf, type Background, type ReportView, type Segmentation } from '../../src/engine/index';
import type { ReportContent } from '../../src/ui/report/report-content';

/** A report with all its pages and without drawings. */
export const contentOf = (view: ReportView, more: Partial<ReportContent> = {}): ReportContent => ({
  title: 'Spring segments',
  file: 'orders.csv',
  made: Date.UTC(2026, 10, 28),
  view,
  segments: new Set(view.segmentation.segments.map(({ id }) => id)),
  differences: true,
  method: true,
  charts: { shares: null, profiles: null, count: null },
  steps: [{ sentence: 'Read orders.csv', effect: '541,909 rows' }],
  setAside: 0,
  seed: 1,
  version: '0.1.0',
  css: '',
  ...more,
});

export const viewOf = (segmentation: Segmentation, known: Partial<Background> = {}): ReportView => ({
  ...reportOf(segmentation, {
    half: segmentation.segments.map(() => null),
    days: 373,
    unsureDates: [],
    ...known,
  }),
  from: Date.UTC(2010, 11, 1),
  to: Date.UTC(2011, 11, 9),
});
