import type { ColumnTable } from 'arquero';
import { registry } from '../../recipe/registry';
import type { RecipeStep } from '../../recipe/schema';
import { duplicateRows } from '../../table/duplicate-rows';
import { columnNames } from '../../table/table';
import { plainWords } from '../role-words';
import { saysWho } from '../who-words';
import { filledAlike } from './filled-alike';
import type { Draft, Studied, Why } from './suggestion';

/** Codes whose steps make no two rows equal that were not: what goes says nothing of its own. */
const NEVER_EQUAL = new Set(['constant', 'copied-column']);
/** Codes whose steps write apart only what a comparison without case and white space tells apart too. */
const LOOSE = new Set(['extra-blanks', 'blanks-at-ends', 'blanks-within', 'mixed-case']);

/**
 * Why each leaves the segments as they are, or why that cannot be promised; in the order given. A suggestion is safe
 * with `not-read`, `filled-alike` and `dropped-anyway`, and all safe ones together are too. See docs/CLEANING.md.
 */
export async function whyOf(
  drafts: readonly Draft[],
  steps: readonly RecipeStep[],
  studied: Studied,
): Promise<Why[]> {
  const alike = await filledAlike(drafts, steps, studied);
  const reasons = drafts.map((draft) =>
    alike.has(draft) ? 'filled-alike' : reasonOf(draft, steps, studied),
  );
  if (!dropsCopies(steps)) return reasons;
  const changing = drafts.filter((draft, at) => reasons[at] === 'not-read' && !NEVER_EQUAL.has(draft.code));
  const equal = await thatMakeCopies(changing, studied);
  return reasons.map((why, at) => (equal.has(drafts[at]!) ? 'makes-copies' : why));
}

export const isSafe = (why: Why): boolean =>
  why === 'not-read' || why === 'filled-alike' || why === 'dropped-anyway';

const dropsCopies = (steps: readonly RecipeStep[]): boolean =>
  steps.some(({ op, params }) => op === 'drop-duplicates' && Object.keys(params).length === 0);

function reasonOf({ step, columns, effect }: Draft, steps: readonly RecipeStep[], studied: Studied): Why {
  if (steps.length === 0) return 'no-segments';
  if (effect.rows)
    return step.op === 'drop-duplicates' && Object.keys(step.params).length === 0 && dropsCopies(steps)
      ? 'dropped-anyway'
      : 'rows-count';
  if (columns.some((name) => studied.read.has(name))) return 'read';
  return step.op === 'change-type' || columns.some((name) => mayBeRead(name, step.op, studied))
    ? 'may-be-read'
    : 'not-read';
}

/** Whether other cells of a column of numbers could make it one that customers are grouped by. */
function mayBeRead(name: string, op: string, { understanding, read }: Studied): boolean {
  const { grain, columns, lists, guesses } = understanding;
  if (grain === 'orders' || op === 'remove-columns') return false;
  if (columns.find((one) => one.name === name)?.kind !== 'number') return false;
  const isDescribing = lists.some(({ column, list }) => column === name && list === 'described-by');
  const grouped = lists.filter(({ column, list }) => list === 'grouped-by' && read.has(column)).length;
  // With fewer than two columns to group by, numbers that describe are taken in.
  if (!isDescribing || grouped < 2) return true;
  const three = ['recency', 'frequency', 'monetary'].every((role) =>
    guesses.some((one) => one.role === role),
  );
  return !three && !saysWho({ words: plainWords(name) });
}

/** Those after which more rows equal another than before, each taken with the ones found harmless so far. */
async function thatMakeCopies(drafts: readonly Draft[], studied: Studied): Promise<ReadonlySet<Draft>> {
  const { table, understanding } = studied;
  const isNear = understanding.findings.some(({ code }) => code === 'near-copies');
  const doubtful = isNear ? drafts : drafts.filter(({ code }) => !LOOSE.has(code));
  const guilty = new Set<Draft>();
  if (doubtful.length === 0) return guilty;
  const before = await copiesIn(table, studied);
  const all = await after(table, drafts, studied);
  if ((await copiesIn(all, studied)) === before) return guilty;
  let harmless = table;
  for (const draft of drafts) {
    const tried = await after(harmless, [draft], studied);
    if ((await copiesIn(tried, studied)) === before) harmless = tried;
    else guilty.add(draft);
  }
  return guilty;
}

async function copiesIn(table: ColumnTable, { work }: Studied): Promise<number> {
  const marks = await duplicateRows(table, columnNames(table), work);
  let count = 0;
  for (const mark of marks) count += mark;
  return count;
}

async function after(table: ColumnTable, drafts: readonly Draft[], { work }: Studied): Promise<ColumnTable> {
  let made = table;
  for (const { step } of drafts) {
    const { fit, apply } = registry.get(step.op)!;
    made = (await apply(made, step.params, await fit(made, step.params, work), work)).table;
  }
  return made;
}
