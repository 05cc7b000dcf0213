import type { Selection } from '../../../engine/index';
import { workspace } from '../../state/workspace.svelte';
import { ask } from './ask';

/** What is found out anew of the selected rows once a selection rests; while dragging that of before, null without one. */
export function onceSelected<T>(find: (selection: Selection, signal: AbortSignal) => Promise<T | null>): {
  readonly found: T | null;
} {
  const { brush } = workspace.exploring;
  let found = $state.raw<T | null>(null);
  $effect(() => {
    const { selection, view, told } = brush;
    if (!view) found = null;
    if (!view || !told) return;
    return ask(
      (signal) => find(selection, signal),
      (answer) => (found = answer),
    );
  });
  return {
    get found() {
      return brush.view ? found : null;
    },
  };
}
