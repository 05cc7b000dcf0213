import { blockOfTexts } from '../table/build/block-of-texts';
import { KNOWN_MARKS, Marks } from '../table/build/marks';
import type { Work } from '../work';
import { planColumn, type ColumnPlan } from './candidates';
import type { ColumnChoice } from './column-choice';
import type { ReadChoice } from './read-delimited';
import { settleDayOrder } from './settle-day-order';
import type { Sniffed } from './sniff';

/** For each name, in order, what the sample lets its column be. Rests between columns. @throws Stopped */
export async function planColumns(
  names: readonly string[],
  { options, records }: Sniffed,
  choice: ReadChoice,
  work: Work,
): Promise<ColumnPlan[]> {
  const { header: named, decimal } = options;
  const marks = new Marks(choice.options?.missing ?? KNOWN_MARKS);
  const sample = blockOfTexts(named ? records.slice(1) : records);
  const plans: ColumnPlan[] = [];
  for (const [position, name] of names.entries()) {
    plans.push(
      planColumn(sample, position, { name, named, choice: chosenFor(choice, name), marks, decimal }),
    );
    const rest = work.breathe();
    if (rest) await rest;
  }
  settleDayOrder(plans);
  return plans;
}

/** What was said about one column, by a person before a recipe. */
export function chosenFor({ columns, kinds }: ReadChoice, name: string): ColumnChoice | undefined {
  const kind = kinds?.get(name);
  return columns?.get(name) ?? (kind && { kind });
}
