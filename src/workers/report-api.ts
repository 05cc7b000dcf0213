import type { ReportView, SegmentNarrative } from '../engine/index';
import type { Outcome, Watch } from './api';

/** What is said about the segments in words, and what a report is made of. */
export interface ReportApi {
  /** What is to be said of each segment, in the order of their ids. */
  narratives(call: number, watch: Watch): Promise<Outcome<readonly SegmentNarrative[]>>;
  /** What a report may say: aggregates, no group of fewer than ten. */
  reportView(call: number, watch: Watch): Promise<Outcome<ReportView>>;
}
