import type { ColumnOverview } from '../../../engine/index';
import { numberWriter } from '../../text/explore';
import { date } from '../../text/format';

/** How the values of a column are written: in full, in a sentence, along an axis. */
export function writersOf(
  name: string,
  cards: readonly ColumnOverview[],
  units: ReadonlyMap<string, string>,
) {
  const card = cards.find((one) => one.name === name);
  if (card?.kind === 'date') return { plain: date, said: date, axis: date, brief: date };
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
