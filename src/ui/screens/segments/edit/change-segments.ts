import { toast } from '../../../state/toast.svelte';
import { workspace } from '../../../state/workspace.svelte';
import type { SegmentProfile } from '../../../../engine/index';
import { pinnedSentence } from '../../../text/segment-changes';
import type { SegmentChange } from '../shown';

/** Adds the step and, where it ran, says so beside the way back. */
export async function changeSegments(draft: SegmentChange, done: string): Promise<void> {
  await doneWith(() => workspace.steps.changeSegments(draft, found()), done);
}

/** Lets the segment keep name and letter when segments are learnt again, or no longer. */
export async function turnPin({ id, name, medians }: SegmentProfile): Promise<void> {
  const was = workspace.segmentation?.pinned?.includes(id) ?? false;
  const typical = Object.fromEntries(Object.entries(medians).filter(([, value]) => Number.isFinite(value)));
  await doneWith(() => workspace.steps.turnPin({ id, name, typical }, found()), pinnedSentence(name, !was));
}

/** How many segments were found, before changes by hand. */
const found = (): number => workspace.segmentation?.grouped ?? workspace.segmentation?.k ?? 2;

export async function doneWith(act: () => Promise<void>, done: string): Promise<void> {
  const before = workspace.recipe;
  await act();
  const { recipe } = workspace;
  if (recipe === before) return;
  toast.show({
    sentence: done,
    label: 'Undo',
    action: () => void workspace.undo(),
    holds: () => workspace.recipe === recipe,
  });
}
