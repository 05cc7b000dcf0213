import {
  backgroundOf,
  narrate,
  reportView,
  type ReportView,
  type SegmentNarrative,
  type Work,
} from '../engine/index';
import type { Outcome, Watch } from './api';
import { LookingBack } from './looking-back';
import type { ReportApi } from './report-api';

/** The segments in words. */
export abstract class Telling extends LookingBack implements ReportApi {
  narratives(call: number, watch: Watch): Promise<Outcome<readonly SegmentNarrative[]>> {
    return this.watched(call, watch, (work) => this.#narratives(work));
  }

  reportView(call: number, watch: Watch): Promise<Outcome<ReportView>> {
    return this.watched(call, watch, (work) => {
      const { outcome, segmentation, source } = this.segmented;
      return reportView(outcome.table, segmentation, source.understanding, work);
    });
  }

  async #narratives(work: Work): Promise<SegmentNarrative[]> {
    const { outcome, segmentation, source } = this.segmented;
    return narrate(segmentation, await backgroundOf(outcome.table, segmentation, source.understanding, work));
  }
}
