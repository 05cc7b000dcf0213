import { dialogs } from '../state/dialogs.svelte';
import { workspace } from '../state/workspace.svelte';

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox]), textarea, [contenteditable]') !== null;

/** Ctrl or ⌘ K finds everything; Z and ⇧Z undo and redo, with Alt the history opens; Esc clears the chosen segment. Fields keep their own undo. */
export function onShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  if (event.key === 'Escape') {
    if (workspace.chosenSegment !== null && !document.querySelector('dialog[open]')) workspace.choose(null);
    return;
  }
  if (!(event.ctrlKey || event.metaKey)) return;
  if (event.key.toLowerCase() === 'k' && !event.shiftKey && !event.altKey) return onFind(event);
  if (writes(event.target)) return;
  if (event.altKey) return onHistory(event);
  const key = event.key.toLowerCase();
  const undo = key === 'z' && !event.shiftKey;
  const redo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey);
  if (undo && workspace.canUndo) void workspace.undo();
  else if (redo && workspace.canRedo) void workspace.redo();
  else return;
  event.preventDefault();
}

function onFind(event: KeyboardEvent): void {
  event.preventDefault();
  if (!document.querySelector('dialog[open]')) dialogs.openPalette();
}

/** By the place of the key: with Alt it may write another letter. */
function onHistory(event: KeyboardEvent): void {
  if (event.code !== 'KeyZ' || workspace.status !== 'open' || document.querySelector('dialog[open]')) return;
  dialogs.history = true;
  event.preventDefault();
}
