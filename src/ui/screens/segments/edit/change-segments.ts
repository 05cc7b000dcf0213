import { toast } from '../../../state/toast.svelte';
import { workspace } from '../../../state/workspace.svelte';
import type { SegmentChange } from '../shown';

/** Adds the step and, where it ran, says so beside the way back. */
export async function changeSegments(draft: SegmentChange, done: string): Promise<void> {
  const before = workspace.recipe;
  await workspace.steps.changeSegments(
    draft,
    workspace.segmentation?.grouped ?? workspace.segmentation?.k ?? 2,
  );
  const { recipe } = workspace;
  if (recipe === before) return;
  toast.show({
    sentence: done,
    label: 'Undo',
    action: () => void workspace.undo(),
    holds: () => workspace.recipe === recipe,
  });
}
