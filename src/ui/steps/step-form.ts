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
