import { getContext, setContext, type Snippet } from 'svelte';
import type { Params } from './step-form';

/** Where a form stands: at a step of the recipe, or at one that is about to be added. */
export interface FormPlace {
  /** The word on the button. */
  label: string;
  /** The step is not there yet, so that its first choices can be taken as they are. */
  adding: boolean;
  /** It cannot be done now: other work is under way, or something would break. */
  refused?: boolean;
  /** There is room for choices and effect side by side. */
  wide?: boolean;
  /** Told of the choices as they change; null while they cannot be taken. */
  onchange?: (params: Params | null) => void;
  /** Told once the choices are no longer those it began with. */
  ontouched?: () => void;
  oncancel?: () => void;
  /** Stands between the choices and the button. */
  effect?: Snippet;
}

const KEY = Symbol('form place');
const AT_A_STEP: FormPlace = { label: 'Apply', adding: false };

export const setFormPlace = (place: () => FormPlace): void => void setContext(KEY, place);

/** The place of the form this is in. */
export const formPlace = (): (() => FormPlace) =>
  getContext<(() => FormPlace) | undefined>(KEY) ?? (() => AT_A_STEP);
