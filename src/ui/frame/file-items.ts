import FilePlus from '@lucide/svelte/icons/file-plus';
import FolderOpen from '@lucide/svelte/icons/folder-open';
import History from '@lucide/svelte/icons/history';
import Save from '@lucide/svelte/icons/save';
import X from '@lucide/svelte/icons/x';
import type { MenuItem } from '../parts/menu-item';
import { chooseFile } from '../state/choose-file.svelte';
import { dialogs } from '../state/dialogs.svelte';
import { route } from '../state/route.svelte';
import { workspace } from '../state/workspace.svelte';
import { sameAgainItem } from './recipe-items';

async function close(): Promise<void> {
  await workspace.close();
  route.go('start');
}

/** What can be done with the file that is open. */
export const fileItems = (): MenuItem[] => [
  { label: 'Add another file', icon: FilePlus, action: () => chooseFile.ask(true) },
  { label: 'Open another file', icon: FolderOpen, action: () => chooseFile.ask() },
  ...(workspace.recipe?.steps.length ? [sameAgainItem()] : []),
  { label: 'Stored work', icon: History, action: () => route.go('sessions') },
  { label: 'Save work as a file', icon: Save, action: () => void (dialogs.saveSession = true) },
  { label: 'Close this file', icon: X, action: () => void close() },
];
