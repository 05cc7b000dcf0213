import type { MethodName, Recipe, RecipeStep, RfmCell, RfmMap, RfmOffer } from '../../engine/index';
import { segmentStep, withoutStep, withParams, withSwitch } from './recipe-edits';
import { USUAL_METHOD } from '../text/methods';
import { withAction, withActionMoved } from './segment-actions';
import { withoutEdits } from './segment-edits';

type Params = RecipeStep['params'];

/** A change of the RFM map. */
export type MapChange =
  | { levels: 'auto' | 3 | 4 | 5 }
  /** One cell by its levels. */
  | { recency: number; frequency: number; name: string }
  /** All cells of a name, whose customers go on being treated as is proposed for it. */
  | { from: string; to: string; proposal: string | null }
  /** What is to be done with the customers of a name; empty for what is proposed. */
  | { name: string; action: string }
  | { names: 'usual' };

type Renaming = Extract<MapChange, { from: string }>;

const OP = 'rfm-scores';

/** Names given to segments belong to the grouping they were given for. */
function regrouped(recipe: Recipe, how: (params: Params) => Params): Recipe | null {
  const step = segmentStep(recipe);
  if (!step) return null;
  const { by: _before, ...params } = step.params;
  return withoutEdits(withParams(recipe, step.id, { ...how(params), names: {} }));
}

const groupedBy = (recipe: Recipe, by: string | null): Recipe | null =>
  regrouped(recipe, (params) => (by === null ? params : { ...params, by }));

/** The recipe with customers grouped by the names of the map: its scoring step is switched on, or put before the grouping. */
export function groupedByMap(recipe: Recipe, { step, params, by }: RfmOffer): Recipe | null {
  const grouping = segmentStep(recipe);
  if (!grouping) return null;
  if (step !== null) return groupedBy(withSwitch(recipe, step, true), by);
  const ids = new Set(recipe.steps.map(({ id }) => id));
  let id = OP;
  for (let n = 2; ids.has(id); n++) id = `${OP}-${n}`;
  const scoring: RecipeStep = { id, op: OP, version: 1, enabled: true, params: { ...params } };
  const steps = recipe.steps.flatMap((one) => (one.id === grouping.id ? [scoring, one] : [one]));
  return groupedBy({ ...recipe, steps }, by);
}

/**
 * The recipe with alike customers grouped by a method. A map that they were grouped by is left: with the person's own
 * choices it is switched off, not lost.
 */
export function groupedAlike(
  recipe: Recipe,
  map: RfmMap | null,
  method: MethodName,
  categories: readonly string[] = [],
): Recipe | null {
  return regrouped(
    map ? withoutMap(recipe, map) : recipe,
    ({ method: _other, categories: _before, ...params }) => ({
      ...params,
      ...(method !== USUAL_METHOD && { method }),
      ...(categories.length > 0 && { categories: [...categories] }),
    }),
  );
}

function withoutMap(recipe: Recipe, { step }: RfmMap): Recipe {
  const { map, limits } = recipe.steps.find(({ id }) => id === step)?.params ?? {};
  const touched = map !== undefined || limits !== undefined;
  return touched ? withSwitch(recipe, step, false) : withoutStep(recipe, step);
}

/** The recipe with a changed map. */
export function withMapChange(recipe: Recipe, map: RfmMap, change: MapChange): Recipe | null {
  if ('action' in change) return withAction(recipe, change.name, change.action);
  const params = recipe.steps.find(({ id }) => id === map.step)?.params;
  const grouped = params && groupedBy(recipe, byOf(recipe));
  if (!grouped) return null;
  const made = withParams(grouped, map.step, changed(params, map, change));
  return 'from' in change ? treatedAsBefore(made, map, change) : made;
}

/** What was written stays with the customers; what is proposed for their old name is written for the new one. */
function treatedAsBefore(
  recipe: Recipe,
  { actions }: RfmMap,
  { from, to, proposal }: Renaming,
): Recipe | null {
  if (Object.hasOwn(actions, to)) return recipe;
  if (Object.hasOwn(actions, from)) return withActionMoved(recipe, from, to);
  return proposal === null ? recipe : withAction(recipe, to, proposal);
}

const byOf = (recipe: Recipe): string | null => {
  const by = segmentStep(recipe)?.params.by;
  return typeof by === 'string' ? by : null;
};

function changed(params: Params, map: RfmMap, change: Exclude<MapChange, { action: string }>): Params {
  if ('levels' in change) {
    // Names and limits belong to the levels they were given for.
    const { map: _names, limits: _limits, ...rest } = params;
    return { ...rest, levels: change.levels };
  }
  if ('names' in change) {
    const { map: _names, ...rest } = params;
    return rest;
  }
  if ('from' in change) {
    const { from, to } = change;
    return { ...params, ...named(map, (cell) => (cell.name === from ? to : cell.name)) };
  }
  const { recency, frequency, name } = change;
  const here = (cell: RfmCell) => cell.recency === recency && cell.frequency === frequency;
  return { ...params, ...named(map, (cell) => (here(cell) ? name : cell.name)) };
}

/** The parameters of a map with these names. */
function named({ levels, cells }: RfmMap, name: (cell: RfmCell) => string): Params {
  const rows = Array.from({ length: levels }, (_, r) =>
    cells.filter(({ recency }) => recency === r + 1).map((cell) => name(cell)),
  );
  return { levels, map: rows };
}
