import { TextBuilder } from '../../table/build/text-builder';
import { KNOWN_MARKS, Marks } from '../../table/build/marks';
import { TextColumn, type Column } from '../../table/columns';
import type { Work } from '../../work';
import { planColumn, type ColumnPlan } from '../candidates';
import type { ColumnChoice } from '../column-choice';
import { ColumnFill } from '../column-fill';
import { isNamedDate, isNamedIdentifier } from '../named-identifier';
import { chosenFor } from '../plan-columns';
import type { ReadChoice } from '../read-delimited';
import { settleDayOrder } from '../settle-day-order';
import { asText } from './as-text';
import { textBlocks } from './text-blocks';

/** A column of the kind it is to have, and how its texts were judged; no `fill` where its stored kind stands. */
export interface Settled {
  column: Column;
  fill: ColumnFill | null;
}

const SAMPLE_ROWS = 1000;
const FIRST_DAY = 19_000_101;
const LAST_DAY = 21_001_231;

/**
 * Gives each stored column its kind. Text is judged as in a delimited file, so that dates and numbers kept as text are
 * found; whole numbers that their name calls an identifier become text; a kind that is wanted is tried.
 */
export async function settleColumns(
  names: readonly string[],
  stored: readonly Column[],
  choice: ReadChoice,
  work: Work,
): Promise<Settled[]> {
  const marks = new Marks(choice.options?.missing ?? KNOWN_MARKS);
  const decimal = choice.options?.decimal ?? '.';
  const planned = stored.map((column, at): { text: TextColumn; plan: ColumnPlan } | null => {
    const name = names[at]!;
    const wanted = chosenFor(choice, name);
    if (!(column instanceof TextColumn) && !mustBeJudged(name, column, wanted)) return null;
    const text = asText(column);
    const [sample] = textBlocks(text, Math.min(text.length, SAMPLE_ROWS));
    return { text, plan: planColumn(sample!, 0, { name, named: true, choice: wanted, marks, decimal }) };
  });
  settleDayOrder(planned.flatMap((one) => (one ? [one.plan] : [])));
  const settled: Settled[] = [];
  for (const [at, one] of planned.entries()) {
    if (!one) settled.push({ column: stored[at]!, fill: null });
    else settled.push(await judged(names[at]!, one.text, one.plan, work));
  }
  return settled;
}

function mustBeJudged(name: string, stored: Column, wanted: ColumnChoice | undefined): boolean {
  if (wanted !== undefined) return wanted.kind !== stored.kind || wanted.others === 'blank';
  if (stored.kind !== 'number') return false;
  if (isNamedIdentifier(name))
    return stored.values.every((value) => Number.isInteger(value) || value !== value);
  return isNamedDate(name) && stored.values.every((value) => isDay(value) || value !== value);
}

/** A day written as the number 20111209. */
const isDay = (value: number): boolean => value >= FIRST_DAY && value <= LAST_DAY && Number.isInteger(value);

async function judged(name: string, text: TextColumn, plan: ColumnPlan, work: Work): Promise<Settled> {
  const fill = new ColumnFill(name, 0, plan);
  do {
    if (fill.builder instanceof TextBuilder && !plan.watcher) break;
    for (const block of textBlocks(text)) {
      fill.add(block);
      const rest = work.breathe();
      if (rest) await rest;
    }
  } while (!fill.settle());
  return { column: fill.builder instanceof TextBuilder ? text : fill.builder.finish(), fill };
}
