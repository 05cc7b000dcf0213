import type { Component } from 'svelte';
import type { RecipeStep } from '../../engine/index';
import type { ColumnHead } from '../../workers/api';

export type Params = RecipeStep['params'];

/** What every form gets: the present choices, the columns that reach the step, and whom to tell. */
export interface StepFormProps {
  params: Params;
  columns: readonly ColumnHead[];
  onapply: (params: Params) => void;
}
export type StepFormPart = Component<StepFormProps>;

/** A list of column names among the choices. */
export const namesIn = (params: Params, key = 'columns'): string[] =>
  Array.isArray(params[key]) ? params[key].map(String) : [];

/** One of the choices that is a word or a number; empty where there is none. */
export const wordIn = (params: Params, key: string): string =>
  typeof params[key] === 'string' || typeof params[key] === 'number' ? String(params[key]) : '';

/** Names of the text columns. */
export const textsAmong = (columns: readonly ColumnHead[]): string[] =>
  columns.filter(({ kind }) => kind === 'text').map(({ name }) => name);

/** Names as choices of a field, each once. */
export const choicesOf = (names: readonly string[]): { value: string; label: string }[] =>
  [...new Set(names)].map((name) => ({ value: name, label: name }));
