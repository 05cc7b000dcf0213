import type { ColumnTable } from 'arquero';
import { numbers } from '../../table/table';
import type { SegmentsAndMoney } from '../moves/labelled-customers';
import { segmentLabels } from '../segment-labels';
import { worthOf } from '../worth';
import { PLACE } from './customers-then';

/** A customer that had not ordered yet, or whom a step left out. */
export const ABSENT = 255;

/** Customers by place, as of a day. Those behind the end had not ordered yet. */
export interface LabelsThen {
  /** Place of the segment from 1, 0 for none, or ABSENT. */
  segments: Uint8Array;
  /** What each was worth, blanks as 0; null where nothing says it. */
  worth: Float64Array | null;
}

/**
 * Reads the segments off what the steps made.
 * @param table null where nobody had bought
 * @param names of segments by place; names that are new are added to it
 * @param own so many of them are the run's, whose ids are their places
 */
export function labelsThen(
  table: ColumnTable | null,
  customers: number,
  names: string[],
  own: number,
  money: SegmentsAndMoney['money'],
): LabelsThen {
  const segments = new Uint8Array(customers).fill(ABSENT);
  const worth = money && new Float64Array(customers);
  if (!table) return { segments, worth };
  const { ids, names: called } = segmentLabels(table);
  const places = placesFor(called, names, own);
  const spent = money && worthOf(table, money.columns);
  const at = numbers(table, PLACE);
  for (let row = 0; row < ids.length; row++) {
    segments[at[row]!] = places[ids[row]!]!;
    if (worth) worth[at[row]!] = spent![row]!;
  }
  return { segments, worth };
}

/** By id: the place of the segment. Ids beyond the run's own are of names that nobody has any more. */
function placesFor(called: ReadonlyMap<number, string>, names: string[], own: number): Uint8Array {
  const places = new Uint8Array(256);
  for (const [id, name] of called) {
    const known = id <= own ? id - 1 : names.indexOf(name, own);
    const place = known < 0 ? names.length : known;
    names[place] ||= name;
    places[id] = place + 1;
  }
  return places;
}
