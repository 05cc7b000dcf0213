import type { Segmentation } from '../segmentation';
import type { Background } from './background';
import { carefulPoints } from './careful';
import { differPoints } from './differ';
import type { SegmentNarrative } from './point';
import { todoPoints } from './todo';
import { whoPoints } from './who';
import { worthPoints } from './worth';

/**
 * What is to be said of each segment without anybody's judgement but that of limits (limits.ts): who they are, how they
 * differ, what they are worth, what to do, what to be careful about. Statements hold values and the figures these are
 * found in; the sentences are the interface's. Nothing here says why something is so.
 */
export const narrate = (segmentation: Segmentation, background: Background): SegmentNarrative[] =>
  segmentation.segments.map((segment) => ({
    id: segment.id,
    who: whoPoints(segment, segmentation),
    differ: differPoints(segment, segmentation),
    worth: worthPoints(segment, segmentation),
    todo: todoPoints(segment, segmentation),
    careful: carefulPoints(segment, segmentation, background),
  }));
