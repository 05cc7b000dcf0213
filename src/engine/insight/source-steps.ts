import type { Recipe, RecipeStep } from '../recipe/schema';
import type { FilesPlan } from './several-files';

const OPS = new Set(['append', 'join']);

/** The steps at the head of a recipe that make one table of its sources. */
export function sourceSteps({ steps }: Pick<Recipe, 'steps'>): RecipeStep[] {
  const end = steps.findIndex(({ op }) => !OPS.has(op));
  return end < 0 ? [...steps] : steps.slice(0, end);
}

/** The files of a plan in the order of the recipe's sources: the first ones, then each that is joined. */
export const plannedFiles = ({ first, joins }: FilesPlan): number[] => [
  ...first.files,
  ...joins.map(({ file }) => file),
];

/** The plan as steps over sources in the order of `plannedFiles`. */
export function plannedSteps({ first, joins }: FilesPlan): RecipeStep[] {
  const steps: Pick<RecipeStep, 'op' | 'params'>[] = [];
  const [, ...later] = first.files;
  if (later.length > 0) {
    const { renamed } = first;
    const sources = later.map((_, i) => i + 1);
    steps.push({ op: 'append', params: { sources, ...(renamed.length > 0 && { renamed }) } });
  }
  joins.forEach(({ left, right, matching, how, columns, match }, i) => {
    const repeated = match.right.repeated > 0 ? { repeated: 'first' } : {};
    const source = first.files.length + i;
    steps.push({ op: 'join', params: { source, left, right, matching, how, columns, ...repeated } });
  });
  return steps.map((step, i) => ({ id: `source-${i + 1}`, version: 1, enabled: true, ...step }));
}
