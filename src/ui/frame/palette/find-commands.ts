import type { Component } from 'svelte';

/** Something the app can do, or a place it can go. */
export interface Command {
  group: string;
  label: string;
  /** Other words somebody may look for. */
  words?: string;
  icon?: Component<{ size?: number; strokeWidth?: number }>;
  /** The keys that do the same. */
  keys?: string;
  disabled?: boolean;
  action: () => void;
}

/** More than anybody reads. */
const MOST = 60;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

/** How well a word fits: at the start of the label, of a word of it, within it, or only in the other words. */
function fitOf(word: string, { label, words = '', group }: Command): number {
  const text = plain(label);
  if (text.startsWith(word)) return 3;
  if (text.split(/[^\p{L}\p{N}]+/u).some((one) => one.startsWith(word))) return 2;
  if (text.includes(word)) return 1;
  return plain(`${words} ${group}`).includes(word) ? 0.5 : 0;
}

/** Commands that fit every word sought, the best first; all in their order where nothing is sought. */
export function findCommands(commands: readonly Command[], sought: string): Command[] {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  if (words.length === 0) return commands.filter(({ disabled }) => !disabled).slice(0, MOST);
  return commands
    .map((command) => ({ command, fits: words.map((word) => fitOf(word, command)) }))
    .filter(({ command, fits }) => !command.disabled && fits.every((fit) => fit > 0))
    .map(({ command, fits }) => ({ command, fit: fits.reduce((sum, fit) => sum + fit, 0) }))
    .sort((a, b) => b.fit - a.fit)
    .slice(0, MOST)
    .map(({ command }) => command);
}
