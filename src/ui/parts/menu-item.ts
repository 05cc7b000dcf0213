import type { Component } from 'svelte';

export interface MenuItem {
  label: string;
  icon?: Component<{ size?: number; strokeWidth?: number }>;
  action: () => void;
  disabled?: boolean;
  /** For choices: whether this one holds. */
  checked?: boolean;
}
