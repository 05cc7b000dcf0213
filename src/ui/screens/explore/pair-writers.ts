import type { ColumnOverview } from '../../../engine/index';
import { numberWriter } from '../../text/explore';
import { date, dateTime } from '../../text/format';
import { dateTicks } from '../../text/periods';

const MINUTE = 60_000;
const DAY = 86_400_000;
/** Dates with a time of day that span less are written with it. */
const SHORT = 60 * DAY;
const toTheMinute = (ms: number): string => dateTime(Math.round(ms / MINUTE) * MINUTE);

/** How the values of a column are written: in full, in a sentence, along an axis. */
export function writersOf(
  name: string,
  cards: readonly ColumnOverview[],
  units: ReadonlyMap<string, string>,
) {
  const card = cards.find((one) => one.name === name);
  if (card?.kind === 'date') {
    const { hours = null, min = 0, max = 0 } = card.dates ?? {};
    const plain = hours && max - min < SHORT ? toTheMinute : date;
    return { plain, said: date, axis: date, brief: date, dates: dateTicks };
  }
  return numberWriter(units.get(name) ?? null, card?.numbers ?? { min: 0, max: 1e6 });
}
export type ValueWriters = ReturnType<typeof writersOf>;

export const pairWriters = (
  [a, b]: readonly [string, string],
  cards: readonly ColumnOverview[],
  units: ReadonlyMap<string, string>,
): Readonly<Record<'a' | 'b', ValueWriters>> => ({
  a: writersOf(a, cards, units),
  b: writersOf(b, cards, units),
});
