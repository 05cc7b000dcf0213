import type { RunOutcome } from '../recipe/outcome';
import type { Recipe } from '../recipe/schema';
import { segmentsLearnt } from '../steps/edit-segments/edited-fit';
import { take } from '../table/table';
import { customerList, listedColumns, type LabelledList } from './labelled';
import type { Segmentation } from './segmentation';
import { unfitCustomers } from './unfit-customers';

/**
 * The customers that fit no segment well, as a customer list.
 * @param source the columns of the files they came from, whose names the labels must not take
 * @throws EngineError `missing-column` where no step groups
 */
export function unfitList(
  recipe: Recipe,
  outcome: RunOutcome,
  segmentation: Segmentation,
  source: readonly string[],
): LabelledList {
  const fit = segmentsLearnt(recipe, outcome);
  const rows = fit ? unfitCustomers(outcome.table, fit).rows : new Uint32Array();
  return customerList(take(outcome.table, rows), listedColumns(segmentation), source);
}
