import type { ReportView } from '../../engine/index';
import type { Markup } from './markup';

/** A chart as an inline drawing; null where there is none to draw. */
export interface ReportCharts {
  shares: Markup | null;
  profiles: Markup | null;
  count: Markup | null;
}

/** A step as the method tells it. */
export interface ReportStep {
  sentence: string;
  effect: string;
}

/** All a report is made of. */
export interface ReportContent {
  title: string;
  /** Name of the file it is about. */
  file: string;
  /** Day it was made, ms. */
  made: number;
  view: ReportView;
  /** Segments that have a page of their own, by id. */
  segments: ReadonlySet<number>;
  differences: boolean;
  method: boolean;
  charts: ReportCharts;
  /** Reading the file first. */
  steps: readonly ReportStep[];
  /** Customers who only returned, and are in no segment. */
  setAside: number;
  seed: number | null;
  version: string;
  css: string;
}
