import { align, keep, type Aligned } from './align';
import { isTelling, misfit, type ColumnProfile } from './column-profile';
import { cuttings } from './tokens';

/** Columns whose cells can be told at sight that a table must have to be mended. */
export const LEAST_TELLING = 2;
const MOST_COST = 1.6;
/** What the next way must cost more, so that the best is no toss-up. */
const MARGIN = 0.12;
const MOST_LENGTH = 20_000;

/**
 * The cells of a record that has too many or too few, or quotes where none belong, once it is understood as a person
 * would: so that each cell looks like those of its column. Null where no way fits, or two fit about as well; at least
 * two columns must be such that their cells can be told at sight.
 */
export function mendRecord(
  raw: string,
  marks: { delimiter: string; quote: string },
  profiles: readonly ColumnProfile[],
): string[] | null {
  if (raw.length > MOST_LENGTH || profiles.filter(isTelling).length < LEAST_TELLING) return null;
  const best: Aligned[] = [];
  for (const cutting of cuttings(raw, marks)) {
    for (const aligned of align(cutting, profiles, MOST_COST + MARGIN)) keep(best, aligned);
  }
  const [first, second] = best;
  if (!first || first.cost > MOST_COST || (second && second.cost < first.cost + MARGIN)) return null;
  return fits(first.cells, profiles) ? first.cells : null;
}

/** Whether each cell that can be told at sight is what its column asks for. */
export function fits(cells: readonly string[], profiles: readonly ColumnProfile[]): boolean {
  return (
    cells.length === profiles.length &&
    profiles.every((profile, column) => !isTelling(profile) || misfit(profile, cells[column]!) < 1 / 2)
  );
}
