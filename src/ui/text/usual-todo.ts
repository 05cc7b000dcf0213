import type { Segmentation, SegmentProfile } from '../../engine/index';
import { proposalFor } from './actions';
import { APART_DO } from './segment-changes';

/** What is usually done with a segment, as its card says it; null where that is not known. */
export const usualTodo = (
  segment: SegmentProfile,
  segmentation: Pick<Segmentation, 'map' | 'apart'>,
): string | null => (segmentation.apart?.id === segment.id ? APART_DO : proposalFor(segment, segmentation));

/** By number of the segment; those of which nothing is known are not in it. */
export const usualTodos = (segmentation: Segmentation): ReadonlyMap<number, string> =>
  new Map(
    segmentation.segments.flatMap((segment) => {
      const todo = usualTodo(segment, segmentation);
      return todo === null ? [] : [[segment.id, todo] as const];
    }),
  );
