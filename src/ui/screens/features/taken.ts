import type { ColumnList, FeatureProposal, RecipeStep, SortedColumn } from '../../../engine/index';
import { withOwn, type NewStep } from '../../state/recipe-edits';

/** Whether anything would be different. */
export const changes = ({ now, then, step }: FeatureProposal): boolean => step !== null || now !== then;

/** Steps of one kind and way become one that names all their columns. */
export function stepsOf(taken: readonly FeatureProposal[]): NewStep[] {
  const steps: NewStep[] = [];
  for (const { step } of taken) {
    if (!step) continue;
    const { columns, ...way } = step.params;
    const alike = steps.find(({ op, params: { columns: others, ...other } }) => {
      return op === step.op && Array.isArray(others) && JSON.stringify(other) === JSON.stringify(way);
    });
    if (alike && Array.isArray(columns))
      (alike.params['columns'] as unknown[]).push(...(columns as unknown[]));
    else
      steps.push({
        ...step,
        params: Array.isArray(columns) ? { ...way, columns: [...columns] } : step.params,
      });
  }
  return steps;
}

type List = Exclude<ColumnList, 'key'>;

/** The list of each column that is in another one afterwards, and of those that are made. */
export function listsOf(taken: readonly FeatureProposal[]): (readonly [string, List])[] {
  return taken.flatMap(({ column, now, then, makes }) => [
    ...(now === then || then === 'key' ? [] : [[column, then] as const]),
    ...makes.map((name) => [name, 'grouped-by'] as const),
  ]);
}

/** The columns that would group, in their order: those that do now, with what is made in place of a column behind it. */
export function groupingAfter(lists: readonly SortedColumn[], taken: readonly FeatureProposal[]): string[] {
  const of = new Map(taken.map((one) => [one.column, one]));
  return lists.flatMap(({ column, list }) => {
    const found = of.get(column);
    return [...((found?.then ?? list) === 'grouped-by' ? [column] : []), ...(found?.makes ?? [])];
  });
}

/** The steps as a recipe of their own has them. */
export const asRecipe = (steps: readonly NewStep[]): RecipeStep[] => withOwn([], steps);
