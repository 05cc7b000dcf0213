import type { Segmentation } from '../../engine/index';
import type { Run, Source } from '../on-the-desk';

/** Work that is far enough to be taken away: what was read, the recipe, and the segments it gave. */
export interface Finished extends Run {
  segmentation: Segmentation;
  opened: Source;
}
