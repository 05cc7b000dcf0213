import { tick } from 'svelte';
import { workspace } from '../../state/workspace.svelte';

export const TWO_COLUMNS = 'two-columns';
export const BLANKS_PLACE = 'blanks-together';

/** Looks at two columns beside each other, and goes there. */
export async function showPair(pair: readonly [string, string]): Promise<void> {
  workspace.exploring.pairs.chosen = pair;
  await tick();
  goTo(TWO_COLUMNS);
}

/** Goes to a picture of the place, and takes the keyboard there. */
export function goTo(id: string): void {
  const place = document.getElementById(id);
  place?.scrollIntoView({ block: 'start' });
  place?.focus({ preventScroll: true });
}
