import { getContext, setContext } from 'svelte';
import type { TableAt } from '../../workers/api';

const KEY = Symbol('table before');

export const setTableBefore = (before: () => TableAt): void => void setContext(KEY, before);

/** The table that reaches the step whose form this is in, for forms that ask about its cells. */
export const tableBefore = (): (() => TableAt) =>
  getContext<(() => TableAt) | undefined>(KEY) ?? (() => 'source');
