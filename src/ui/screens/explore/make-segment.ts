import type { Rule } from '../../../engine/index';
import { segmentStep } from '../../state/recipe-edits';
import { withNameOf } from '../../state/recipe-name';
import { route } from '../../state/route.svelte';
import { groupedByRules, withRuleFirst } from '../../state/rule-edits';
import { toast } from '../../state/toast.svelte';
import { workspace } from '../../state/workspace.svelte';
import { segmentMade } from '../../text/brush';
import { OWN_RULES } from '../../text/own-rules';

/** As many as the form of own rules has. */
export const MOST_RULES = 9;

/** Whether the rows are customers, who can be grouped. */
export const canBeSegment = (): boolean => {
  const { understanding, recipe } = workspace;
  if (understanding?.grain !== 'customers' || !recipe) return false;
  return segmentStep(recipe) !== null || understanding.recipe.ok;
};

/** Groups customers by a rule, before all other rules that make the segments now, and shows them. */
export async function makeSegment(rule: Rule): Promise<void> {
  const { recipe: before, understanding, segmentation } = workspace;
  const automatic = understanding?.recipe;
  const rules = withRuleFirst(segmentation?.rules ?? null, rule, OWN_RULES);
  await workspace.steps.change((present) => {
    if (segmentStep(present)) return groupedByRules(present, rules);
    return automatic?.ok ? groupedByRules(withNameOf(automatic.recipe, present), rules) : null;
  });
  const { recipe } = workspace;
  if (recipe === before) return;
  workspace.exploring.brush.clear();
  route.go('segments');
  toast.show({
    sentence: segmentMade(rule.name),
    label: 'Undo',
    action: () => void workspace.undo(),
    holds: () => workspace.recipe === recipe,
  });
}
