import type { Recipe, RecipeStep, Rule } from '../../engine/index';
import { segmentStep, withParams, withSwitch } from './recipe-edits';
import { withActionMoved } from './segment-actions';
import { withoutEdits } from './segment-edits';

const OP = 'rule-segments';
const COLUMN = 'rule_segment';

/** The person's own rules, and what those are called who meet none. */
export interface OwnRules {
  rules: readonly Rule[];
  others: string;
}

const lastRules = ({ steps }: Recipe): RecipeStep | undefined => steps.filter(({ op }) => op === OP).at(-1);

/** The recipe with customers grouped by these rules; the step that was there before has them from now on. */
export function groupedByRules(recipe: Recipe, { rules, others }: OwnRules): Recipe | null {
  const grouping = segmentStep(recipe);
  if (!grouping) return null;
  const before = lastRules(recipe);
  const taken = before?.params.taken ?? takenIn(recipe);
  const params = { rules: rules.map((rule) => ({ ...rule })), others, ...(taken && { taken }) };
  const made = before
    ? withSwitch(withParams(recipe, before.id, params as RecipeStep['params']), before.id, true)
    : withStepBefore(recipe, grouping.id, params as RecipeStep['params']);
  const by = taken ? `tessera_${COLUMN}` : COLUMN;
  return withoutEdits(withParams(made, grouping.id, { ...grouping.params, by, names: {} }));
}

/** The rules with a new one, which counts before those that make the segments now. */
export const withRuleFirst = (now: OwnRules | null, rule: Rule, others: string): OwnRules => ({
  rules: [rule, ...(now?.rules ?? [])],
  others: now?.others ?? others,
});

/** The column is called otherwise where the file has one of that name. */
function takenIn({ sources }: Recipe): string[] | null {
  const theirs = sources.flatMap(({ columns }) => columns.map(({ name }) => name));
  const same = theirs.filter((name) => name.trim().toLowerCase() === COLUMN);
  return same.length > 0 ? same : null;
}

function withStepBefore(recipe: Recipe, before: string, params: RecipeStep['params']): Recipe {
  const ids = new Set(recipe.steps.map(({ id }) => id));
  let id = OP;
  for (let n = 2; ids.has(id); n++) id = `${OP}-${n}`;
  const step: RecipeStep = { id, op: OP, version: 1, enabled: true, params };
  return {
    ...recipe,
    steps: recipe.steps.flatMap((one) => (one.id === before ? [step, one] : [one])),
  };
}

/** The recipe with own rules out of use; they are kept, and used again where the person comes back to them. */
export function withRulesOff(recipe: Recipe): Recipe {
  const step = lastRules(recipe);
  return step ? withSwitch(recipe, step.id, false) : recipe;
}

/** The recipe with another name for the customers of a rule, who go on being treated as before. */
export function withRuleRenamed(recipe: Recipe, from: string, to: string): Recipe | null {
  const step = lastRules(recipe);
  if (!step) return null;
  const rules = (step.params.rules as unknown as Rule[]).map((rule) =>
    rule.name === from ? { ...rule, name: to } : rule,
  );
  const others = step.params.others === from ? to : step.params.others;
  const params = { ...step.params, rules, ...(others !== undefined && { others }) } as RecipeStep['params'];
  return withActionMoved(withParams(recipe, step.id, params), from, to);
}
