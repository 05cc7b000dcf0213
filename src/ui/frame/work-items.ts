import History from '@lucide/svelte/icons/history';
import Redo2 from '@lucide/svelte/icons/redo-2';
import Undo2 from '@lucide/svelte/icons/undo-2';
import type { MenuItem } from '../parts/menu-item';
import { dialogs } from '../state/dialogs.svelte';
import { workspace } from '../state/workspace.svelte';

/** Back and forth, and all moments at once, with their keys. */
export const workItems = (): (MenuItem & Required<Pick<MenuItem, 'icon'>> & { keys: string })[] => [
  {
    label: 'Undo',
    icon: Undo2,
    keys: 'Ctrl Z',
    disabled: !workspace.canUndo,
    action: () => void workspace.undo(),
  },
  {
    label: 'Redo',
    icon: Redo2,
    keys: 'Ctrl Shift Z',
    disabled: !workspace.canRedo,
    action: () => void workspace.redo(),
  },
  {
    label: 'History',
    icon: History,
    keys: 'Ctrl Alt Z',
    disabled: workspace.moments().length < 2,
    action: () => (dialogs.history = true),
  },
];
