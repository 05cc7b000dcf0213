import type { RecipeStep } from '../../recipe/schema';
import { moments } from '../../stats/moments';
import { quantile, sorted } from '../../stats/quantile';
import { columnOf } from '../../table/table';
import type { Work } from '../../work';
import { copiedNumbers, type NamedNumbers } from '../copied-numbers';
import { summedColumns } from '../summed-columns';
import type { Draft, Studied } from './suggestion';

/** With more columns nothing is promised: which of them copy or add up others would be found anew for each. */
const MOST_COLUMNS = 100;
const FEW_VALUES = 5;

/**
 * Blanks of numbers that the automatic steps fill with the same median before anything else. Filled by hand the column
 * stays what it is to them: the median is a value it has, its long tail stays or stays none, it plays no role, and no
 * column becomes or stops being a copy or the sum of others, with each filled alone and with all.
 */
export async function filledAlike(
  drafts: readonly Draft[],
  steps: readonly RecipeStep[],
  studied: Studied,
): Promise<ReadonlySet<Draft>> {
  const [first] = steps;
  const { columns, guesses } = studied.understanding;
  const none = new Set<Draft>();
  if (first?.op !== 'fill-missing' || first.params.with !== 'median' || columns.length > MOST_COLUMNS)
    return none;
  const automatic = new Set(first.params.columns as string[]);
  const roles = new Set(guesses.map(({ column }) => column));
  const filled = new Map<Draft, NamedNumbers>();
  for (const draft of drafts) {
    const [name] = draft.columns as [string];
    if (draft.code !== 'blank' || draft.step.params.with !== 'median') continue;
    const values = automatic.has(name) && !roles.has(name) ? filledWithOwn(studied, name) : null;
    if (values) filled.set(draft, { name, values });
  }
  if (filled.size === 0) return none;
  const numbers = numbersIn(studied);
  const before = await relations(numbers, studied.work);
  const stays = async (others: readonly NamedNumbers[]) =>
    (await relations(replaced(numbers, others), studied.work)) === before;
  if (!(await stays([...filled.values()]))) return none;
  for (const [draft, one] of filled) if (!(await stays([one]))) filled.delete(draft);
  return new Set(filled.keys());
}

/** A column filled with its median; null if that is none of its values, or ends or makes a long tail. */
function filledWithOwn({ table }: Studied, name: string): Float64Array | null {
  const column = columnOf(table, name);
  if (column.kind !== 'number') return null;
  const rising = sorted(column.values);
  const median = quantile(rising, 0.5);
  if (!column.values.includes(median)) return null;
  const values = column.values.map((value) => (Number.isNaN(value) ? median : value));
  return isLong(column.values) === isLong(values) ? values : null;
}

/** As the automatic recipe asks it of columns that are never negative. */
const isLong = (values: Float64Array): boolean => moments(values).skewness > 1;

/** The columns of numbers that differ. */
function numbersIn({ table, understanding }: Studied): (NamedNumbers & { distinct: number })[] {
  return understanding.columns.flatMap(({ name, distinct, role }) => {
    const column = columnOf(table, name);
    return column.kind === 'number' && distinct > 1 && role !== 'customer'
      ? [{ name, values: column.values, distinct }]
      : [];
  });
}

const replaced = <Numbers extends NamedNumbers>(all: readonly Numbers[], by: readonly NamedNumbers[]) =>
  all.map((one) => ({ ...one, values: by.find(({ name }) => name === one.name)?.values ?? one.values }));

/** Which columns are sums and copies of others, as `columnLists` asks it. */
async function relations(
  numbers: readonly (NamedNumbers & { distinct: number })[],
  work: Work,
): Promise<string> {
  const sums = summedColumns(numbers.filter(({ distinct }) => distinct > FEW_VALUES));
  const copies = await copiedNumbers(
    numbers.filter(({ name }) => !sums.has(name)),
    work,
  );
  return JSON.stringify([...sums, ...copies]);
}
