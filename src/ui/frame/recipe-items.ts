import BookmarkPlus from '@lucide/svelte/icons/bookmark-plus';
import Copy from '@lucide/svelte/icons/copy';
import Download from '@lucide/svelte/icons/download';
import GitCompare from '@lucide/svelte/icons/git-compare';
import Pencil from '@lucide/svelte/icons/pencil';
import Repeat from '@lucide/svelte/icons/repeat';
import type { MenuItem } from '../parts/menu-item';
import { chooseFile } from '../state/choose-file.svelte';
import { dialogs } from '../state/dialogs.svelte';
import { keepable } from '../state/keepable';
import { toast } from '../state/toast.svelte';
import { workspace } from '../state/workspace.svelte';
import { recipeFile } from '../text/files';
import { OWN_STEPS } from '../text/own-steps';

async function duplicate(): Promise<void> {
  const { recipe } = workspace;
  const name = await workspace.duplicate();
  toast.show({
    sentence: `You go on in ${name}; the work it was made from stays as it is.`,
    holds: () => workspace.recipe === recipe,
  });
}

const save = (): Promise<void> =>
  workspace.downloads.recipe(
    'recipe',
    recipeFile(workspace.understanding!.report.name, workspace.recipe!.name),
  );

/** The present recipe on another file. */
export const sameAgainItem = (): MenuItem => ({
  label: 'Do the same to another file',
  icon: Repeat,
  disabled: !workspace.recipe?.steps.length,
  action: () => void chooseFile.askFor(workspace.applying.holdPresent(workspace.recipe!)),
});

/** What can be done with the recipe. */
export function recipeItems(): MenuItem[] {
  const none = !workspace.recipe?.steps.length;
  return [
    { label: 'Name this recipe', icon: Pencil, action: () => (dialogs.name = true) },
    { label: 'Save the recipe', icon: Download, disabled: none, action: () => void save() },
    {
      label: 'Compare with another',
      icon: GitCompare,
      disabled: none,
      action: () => (dialogs.compare = true),
    },
    sameAgainItem(),
    {
      label: OWN_STEPS.keep,
      icon: BookmarkPlus,
      disabled: keepable(workspace.choice).length === 0,
      action: () => (dialogs.keepSteps = true),
    },
    { label: 'Duplicate this work', icon: Copy, disabled: workspace.working, action: () => void duplicate() },
  ];
}
