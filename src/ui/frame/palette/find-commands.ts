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
  /** What must be there first; the command leads to that. Shown only where somebody looks for it. */
  needs?: string;
  action: () => void;
}

/** More than anybody reads. */
const MOST = 60;

const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();

const wordsOf = (text: string): string[] => plain(text).split(/[^\p{L}\p{N}]+/u);

/**
 * How well a word fits: at the start of the label, of a word of it, of one of the other words, or within the label. Within
 * other words it does not: "open" is not "openai".
 */
function fitOf(word: string, { label, words = '', group }: Command): number {
  const text = plain(label);
  if (text.startsWith(word)) return 3;
  if (wordsOf(label).some((one) => one.startsWith(word))) return 2;
  const others = wordsOf(`${words} ${group}`);
  if (others.includes(word)) return 1.5;
  if (text.includes(word)) return 1;
  if (others.some((one) => one.startsWith(word)) || plain(words).split(/\s+/).includes(word)) return 0.5;
  return 0;
}

/** So long a word may hold one slip. */
const LEAST_FOR_SLIP = 5;

/** One letter too many, too few, another, or two that changed places. */
function isNearly(word: string, other: string): boolean {
  if (Math.abs(word.length - other.length) > 1) return false;
  let from = 0;
  while (from < word.length && word[from] === other[from]) from++;
  const [a, b] = [word.slice(from), other.slice(from)];
  return (
    a.slice(1) === b ||
    a === b.slice(1) ||
    a.slice(1) === b.slice(1) ||
    (a[0] === b[1] && a[1] === b[0] && a.slice(2) === b.slice(2))
  );
}

/** How well a word fits with one slip in it, which may be at the start of a longer word. */
function nearFitOf(word: string, command: Command): number {
  const fit = fitOf(word, command);
  if (fit > 0 || word.length < LEAST_FOR_SLIP) return fit;
  const near = (one: string) =>
    [0, 1, -1].some(
      (more) => one.length >= word.length + more && isNearly(word, one.slice(0, word.length + more)),
    );
  if (wordsOf(command.label).some(near)) return 0.4;
  return wordsOf(`${command.words ?? ''} ${command.group}`).some(near) ? 0.2 : 0;
}

/**
 * Commands that fit every word sought, the best first; where none does, those that do with one slip in a word; all in their
 * order where nothing is sought.
 */
export function findCommands(commands: readonly Command[], sought: string): Command[] {
  const words = plain(sought).split(/\s+/).filter(Boolean);
  const able = commands.filter(({ disabled }) => !disabled);
  if (words.length === 0) return able.filter(({ needs }) => needs === undefined).slice(0, MOST);
  const found = fitting(able, words, fitOf);
  return (found.length > 0 ? found : fitting(able, words, nearFitOf)).slice(0, MOST);
}

const fitting = (commands: readonly Command[], words: readonly string[], fit: typeof fitOf): Command[] =>
  commands
    .map((command) => ({ command, fits: words.map((word) => fit(word, command)) }))
    .filter(({ fits }) => fits.every((one) => one > 0))
    .map(({ command, fits }) => ({
      command,
      sum: fits.reduce((sum, one) => sum + one, command.needs ? -1 : 0),
    }))
    .sort((a, b) => b.sum - a.sum)
    .map(({ command }) => command);
