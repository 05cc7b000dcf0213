import type { Recipe } from '../../engine/index';
import { segmentStep, withParams } from './recipe-edits';

type Actions = Readonly<Record<string, string>>;

/** The recipe with what is to be done with the segment of that name; an empty text takes it back. */
export function withAction(recipe: Recipe, name: string, action: string): Recipe | null {
  const step = segmentStep(recipe);
  if (!step) return null;
  const { actions: before = {}, ...params } = step.params as { actions?: Actions };
  const others = Object.entries(before).filter(([other]) => other !== name);
  const all = action === '' ? others : [...others, [name, action] as const];
  return withParams(recipe, step.id, {
    ...params,
    ...(all.length > 0 && { actions: Object.fromEntries(all) }),
  });
}

/** The recipe with what is to be done with a segment under its new name. */
export function withActionMoved(recipe: Recipe, before: string, name: string): Recipe {
  const { actions = {} } = (segmentStep(recipe)?.params ?? {}) as { actions?: Actions };
  if (before === name || !Object.hasOwn(actions, before)) return recipe;
  const without = withAction(recipe, before, '') ?? recipe;
  return withAction(without, name, actions[before]!) ?? recipe;
}
