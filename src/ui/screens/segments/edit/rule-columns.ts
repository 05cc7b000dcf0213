import type { ColumnHead } from '../../../../workers/api';
import { segmentStep } from '../../../state/recipe-edits';
import { workspace } from '../../../state/workspace.svelte';

/** Names that steps give to columns they even out, scale, weigh or name. */
const MADE = /_(log|sqrt|z|minmax|robust|weighed)$|rule_segment(_\d+)?$/;

/** The columns of customers before they are grouped, as a person knows them. */
export async function ruleColumns(): Promise<readonly ColumnHead[]> {
  const { recipe } = workspace;
  const grouping = recipe && segmentStep(recipe);
  if (!grouping) return [];
  const at = recipe.steps.indexOf(grouping);
  const head = await workspace.tables.head(at === 0 ? 'source' : { afterStep: at - 1 });
  return (head?.columns ?? []).filter(({ name, role }) => role !== 'customer' && !MADE.test(name));
}
