import type { Recipe, RecipeStep } from '../../engine/index';
import { segmentStep, withoutStep, withParams, withSwitch } from './recipe-edits';

type Draft = Pick<RecipeStep, 'op' | 'params'>;

const PIN = 'pin-segments';
/** Steps that put other segments in the place of those found. */
const REGROUPS: ReadonlySet<string> = new Set(['merge-segments', 'split-segment', 'lasso-segment']);
const regroups = ({ op }: RecipeStep): boolean => REGROUPS.has(op);
const isEdit = (step: RecipeStep): boolean => regroups(step) || step.op === PIN;

/** Index of the last step that is on and makes or changes segments; −1 without one. */
export const lastSegmentStep = ({ steps }: Recipe): number =>
  steps.map((step) => step.enabled && (step.op === 'segment' || isEdit(step))).lastIndexOf(true);

/** Whether segments are changed by hand. */
export const isEdited = ({ steps }: Recipe): boolean => steps.some((step) => step.enabled && regroups(step));

/** The recipe without any change of segments by hand: what they spoke of is there no more. Pins look for theirs anew. */
export const withoutEdits = (recipe: Recipe): Recipe => ({
  ...recipe,
  steps: recipe.steps.filter((step) => !regroups(step)),
});

/** The recipe with the draft behind the last step that makes or changes segments, whose number is kept from then on. */
export function withEdit(recipe: Recipe, draft: Draft, k: number): Recipe {
  const grouping = segmentStep(recipe);
  if (!grouping) return recipe;
  const fixed =
    grouping.params.k === 'auto' && REGROUPS.has(draft.op)
      ? withParams(recipe, grouping.id, { ...grouping.params, k })
      : recipe;
  const at = lastSegmentStep(fixed) + 1;
  const taken = new Set(fixed.steps.map(({ id }) => id));
  let number = 1;
  while (taken.has(`edit-${number}`)) number++;
  const step: RecipeStep = { id: `edit-${number}`, ...draft, version: 1, enabled: true };
  return { ...fixed, steps: [...fixed.steps.slice(0, at), step, ...fixed.steps.slice(at)] };
}

/** The recipe with a name of the person's own for a segment as it stands at the end. */
export function withName(recipe: Recipe, id: number, name: string): Recipe | null {
  const step = recipe.steps[lastSegmentStep(recipe)];
  if (!step) return null;
  const pins = step.op === PIN ? pinsOf(step) : [];
  if (pins.some((pin) => pin.id === id))
    return withPins(
      recipe,
      step,
      pins.map((pin) => (pin.id === id ? { ...pin, name } : pin)),
    );
  const names = { ...(step.params.names as Record<string, string> | undefined), [id]: name };
  return withParams(recipe, step.id, { ...step.params, names });
}

/** The recipe with another number of segments; names and changes by hand go with those there were. */
export function withCount(recipe: Recipe, k: number | 'auto'): Recipe | null {
  const step = segmentStep(recipe);
  if (!step) return null;
  const { by: _names, ...params } = step.params;
  return withoutEdits(withParams(recipe, step.id, { ...params, k, names: {} }));
}

/** Choices that leave the customers where they are. */
const HARMLESS: ReadonlySet<string> = new Set(['names', 'name', 'actions']);

const essence = (params: RecipeStep['params']): string =>
  JSON.stringify(Object.entries(params).filter(([key]) => !HARMLESS.has(key)));

/** The recipe with other parameters in one step; changes by hand go where the grouping is another. */
export function withStepEdited(recipe: Recipe, id: string, params: RecipeStep['params']): Recipe {
  const step = recipe.steps.find((one) => one.id === id);
  const changed = withParams(recipe, id, params);
  if (!step || essence(step.params) === essence(params)) return changed;
  const groups =
    step.op === 'segment' || NAMES.get(step.op)?.test(String(segmentStep(recipe)?.params.by)) === true;
  return groups ? withoutEdits(changed) : isEdit(step) ? namesForgotten(changed, id) : changed;
}

/** The recipe without a step, or with it off or on; later names spoke of segments as they stood with it. */
export const withStepDeleted = (recipe: Recipe, id: string): Recipe =>
  withoutStep(namesForgotten(withoutMap(recipe, id), id), id);
export const withStepSwitched = (recipe: Recipe, id: string, enabled: boolean): Recipe =>
  withSwitch(namesForgotten(enabled ? recipe : withoutMap(recipe, id), id), id, enabled);

/** Steps that name customers, and the column each does it in. */
const NAMES: ReadonlyMap<string, RegExp> = new Map([
  ['rfm-scores', /rfm_segment(_\d+)?$/],
  ['rule-segments', /rule_segment(_\d+)?$/],
]);

/** Where the step makes the names that customers are grouped by, alike ones are grouped again: it is about to go. */
function withoutMap(recipe: Recipe, id: string): Recipe {
  const grouping = segmentStep(recipe);
  const makes = recipe.steps.some(
    (step) => step.id === id && step.enabled && NAMES.get(step.op)?.test(String(grouping?.params.by)),
  );
  if (!grouping || !makes) return recipe;
  return withCount(recipe, grouping.params.k as number | 'auto') ?? recipe;
}

/** Names of the person's own are by number: behind a change by hand that is no more they would be another's. */
function namesForgotten(recipe: Recipe, id: string): Recipe {
  const at = recipe.steps.findIndex((step) => step.id === id);
  if (at < 0 || !isEdit(recipe.steps[at]!)) return recipe;
  const steps = recipe.steps.map((step, i) => {
    if (i < at || !isEdit(step)) return step;
    const { names: _gone, ...params } = step.params;
    return { ...step, params };
  });
  return { ...recipe, steps };
}

/** A segment that keeps name and letter, and what its typical customer is. */
export interface Pin {
  id: number;
  name: string;
  typical: Readonly<Record<string, number>>;
}

const pinsOf = ({ params }: RecipeStep): Pin[] =>
  Array.isArray(params.pinned) ? (params.pinned as Pin[]) : [];

const withPins = (recipe: Recipe, step: RecipeStep, pinned: readonly Pin[]): Recipe =>
  pinned.length === 0
    ? withoutStep(recipe, step.id)
    : withParams(recipe, step.id, { ...step.params, pinned: [...pinned] });

/** The recipe with a segment pinned, or, where it is already, no longer. */
export function withPinTurned(recipe: Recipe, pin: Pin, k: number): Recipe {
  const last = recipe.steps[lastSegmentStep(recipe)];
  if (last?.op !== PIN) return withEdit(recipe, { op: PIN, params: { pinned: [pin] } }, k);
  const others = pinsOf(last).filter(({ id }) => id !== pin.id);
  const was = others.length < pinsOf(last).length;
  return withPins(recipe, last, was ? others : [...others, pin]);
}
