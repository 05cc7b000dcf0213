import * as v from 'valibot';
import type { Recipe } from '../recipe/schema';
import { ruleColumn, ruleSegments } from '../steps/rule-segments';
import type { RuleSegments } from './segmentation';

/** The rules that made the names in the column `by`; null where none did. Parameters of a run are well formed. */
export function ownRulesOf({ steps }: Recipe, by: string | undefined): RuleSegments | null {
  const step = steps.filter(({ op, enabled }) => enabled && op === ruleSegments.op).at(-1);
  if (!step) return null;
  const { rules, others, taken } = v.parse(ruleSegments.params, step.params);
  return by === ruleColumn(taken) ? { step: step.id, rules, others } : null;
}
