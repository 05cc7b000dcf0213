import Monitor from '@lucide/svelte/icons/monitor';
import Moon from '@lucide/svelte/icons/moon';
import Sun from '@lucide/svelte/icons/sun';
import type { MenuItem } from '../parts/menu-item';
import { theme } from '../state/theme.svelte';

const CHOICES = [
  { choice: 'system', label: 'System', icon: Monitor },
  { choice: 'light', label: 'Light', icon: Sun },
  { choice: 'dark', label: 'Dark', icon: Moon },
] as const;

/** The three positions of the theme, as a menu shows them. */
export const themeItems = (): MenuItem[] =>
  CHOICES.map(({ choice, label, icon }) => ({
    label,
    icon,
    checked: theme.choice === choice,
    action: () => theme.choose(choice),
  }));
