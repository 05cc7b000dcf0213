import { workspace } from '../state/workspace.svelte';

const writes = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input:not([type=checkbox]), textarea, [contenteditable]') !== null;

/** Ctrl or ⌘ Z and ⇧Z undo and redo; Esc clears the chosen segment. Fields keep their own undo. */
export function onShortcut(event: KeyboardEvent): void {
  if (event.defaultPrevented) return;
  if (event.key === 'Escape') {
    if (workspace.chosenSegment !== null && !document.querySelector('dialog[open]')) workspace.choose(null);
    return;
  }
  const key = event.key.toLowerCase();
  if (!(event.ctrlKey || event.metaKey) || event.altKey || writes(event.target)) return;
  const undo = key === 'z' && !event.shiftKey;
  const redo = (key === 'z' && event.shiftKey) || (key === 'y' && !event.shiftKey);
  if (undo && workspace.canUndo) void workspace.undo();
  else if (redo && workspace.canRedo) void workspace.redo();
  else return;
  event.preventDefault();
}
