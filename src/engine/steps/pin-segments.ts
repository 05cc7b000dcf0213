import type { ColumnTable } from 'arquero';
import * as v from 'valibot';
import { ColumnName } from '../recipe/schema';
import { defineStep } from '../recipe/step';
import { metaOf, originOf } from '../table/meta';
import { columnNames, numbers } from '../table/table';
import type { Work } from '../work';
import { applyEdit } from './edit-segments/apply-edit';
import { EditFit } from './edit-segments/fit';
import { customersOf, learnEdit, type Piece } from './edit-segments/learn-edit';
import { OwnName, OwnNames, nameInSentence, SegmentId } from './edit-segments/names-param';
import { segmentsThere, type SegmentsThere } from './edit-segments/segments-there';

const Pin = v.strictObject({
  /** The letter it keeps: 1 is A. */
  id: SegmentId,
  name: OwnName,
  /** Its typical customer when it was pinned: the median of unscaled features, by column. */
  typical: v.record(ColumnName, v.number()),
});
export type Pin = v.InferOutput<typeof Pin>;

export const PinParams = v.strictObject({
  pinned: v.pipe(
    v.array(Pin),
    v.minLength(1),
    v.check((pins) => new Set(pins.map(({ id }) => id)).size === pins.length, 'a letter stands twice'),
    v.check((pins) => new Set(pins.map(({ name }) => name)).size === pins.length, 'a name stands twice'),
  ),
  /** The user's own names afterwards, by segment id. */
  names: v.optional(OwnNames),
});
export type PinParams = v.InferOutput<typeof PinParams>;

const PinFit = v.intersect([EditFit, v.object({ lost: v.array(v.string()) })]);
export type PinFit = v.InferOutput<typeof PinFit>;

/**
 * Lets segments keep name and letter, and so colour and shape, when segments are learnt again: what a pinned segment's
 * typical customer is, is found on the present scale, and the segment whose centroid is nearest to that is the pinned
 * one; the nearer pin has it where two claim it. Pins that find none are counted as `lost`. The other segments keep
 * names and order around them.
 * @throws EngineError `no-segments`
 */
export const pinSegments = defineStep({
  op: 'pin-segments',
  version: 1,
  params: PinParams,
  learnt: PinFit,
  grain: 'customers',
  reads: () => [],
  adds: () => [],
  describe: ({ pinned }) =>
    `Pin ${pinned.length > 3 ? `${pinned.length} segments` : listed(pinned.map(({ name }) => nameInSentence(name)))}`,
  fit: learn,
  apply: (table, { pinned, names = {} }, fit) => {
    const there = segmentsThere(table, []);
    const pieceOf = (row: number) => there.ids[row]! - 1;
    const applied = applyEdit(table, there, { fit, before: fit.ids.length, pieceOf, own: names });
    return { ...applied, counts: { pinned: pinned.length - fit.lost.length, lost: fit.lost.length } };
  },
});

const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;

async function learn(table: ColumnTable, { pinned }: PinParams, work: Work): Promise<PinFit> {
  const there = segmentsThere(table, []);
  const found = foundAmong(there.centroids, placesOf(table, there, pinned));
  const pieces = Array.from({ length: there.k }, (_, i): Piece => {
    const pin = pinned[found.indexOf(i)];
    return { keeps: i + 1, overlap: there.overlaps[i] ?? null, ...(pin && { pin: pin.id, name: pin.name }) };
  });
  const grouped = await customersOf(table, there, work);
  const pieceOf = Uint8Array.from(grouped.rows, (row) => there.ids[row]! - 1);
  const fit = await learnEdit(
    table,
    withoutPins(there),
    pieces,
    { grouped, pieceOf, asTheyStand: true },
    work,
  );
  const lost = pinned.filter((_, i) => found[i] === null).map(({ name }) => name);
  return { ...fit, names: namesWith(fit, there, pieces), lost };
}

/** Earlier pins are said anew or gone. */
const withoutPins = (there: SegmentsThere): SegmentsThere => ({ ...there, pinned: [] });

/** For each pin the segment it is found as, null where another pin has it. */
function foundAmong(
  centroids: readonly (readonly number[])[],
  places: readonly (readonly number[])[],
): (number | null)[] {
  const away = places.map((place) =>
    centroids.map((centroid) =>
      place.reduce((sum, at, d) => (Number.isNaN(at) ? sum : sum + (at - centroid[d]!) ** 2), 0),
    ),
  );
  const nearest = away.map((each) => each.indexOf(Math.min(...each)));
  return nearest.map((segment, pin) => {
    const rival = nearest.findIndex(
      (other, i) =>
        i !== pin &&
        other === segment &&
        (away[i]![segment]! < away[pin]![segment]! || (away[i]![segment] === away[pin]![segment] && i < pin)),
    );
    return rival < 0 ? segment : null;
  });
}

/** Where the typical customer of each pin is in the scaled features now; NaN in one it knows nothing of. */
function placesOf(table: ColumnTable, { features }: SegmentsThere, pinned: readonly Pin[]): number[][] {
  const columns = features.map((scaled) => {
    const origin = originOf(table, scaled);
    const known = columnNames(table).includes(origin) && metaOf(table).origins.has(scaled);
    return { name: origin, from: numbers(table, known ? origin : scaled), to: numbers(table, scaled) };
  });
  return pinned.map(({ typical }) =>
    columns.map(({ name, from, to }) =>
      Object.hasOwn(typical, name) ? scaledOf(typical[name]!, from, to) : NaN,
    ),
  );
}

/** The scaled value of whoever is nearest to the value; of two as near, the one below. */
function scaledOf(value: number, from: Float64Array, to: Float64Array): number {
  let best = -1;
  for (let row = 0; row < from.length; row++) {
    const away = Math.abs(from[row]! - value);
    if (Number.isNaN(away) || Number.isNaN(to[row])) continue;
    const nearest = best < 0 ? Infinity : Math.abs(from[best]! - value);
    if (away < nearest || (away === nearest && from[row]! < from[best]!)) best = row;
  }
  return best < 0 ? NaN : to[best]!;
}

/** Pinned names; others that would be called the same get a number. */
function namesWith(fit: EditFit, there: SegmentsThere, pieces: readonly Piece[]): (string | null)[] {
  const pins = fit.keeps.map((id) => pieces[id! - 1]!.name ?? null);
  const taken = new Set(pins.filter((name) => name !== null));
  return fit.keeps.map((id, i) => {
    const own = there.names[id! - 1]!;
    if (pins[i] !== null || !taken.has(own)) return pins[i] ?? null;
    let free = own;
    for (let n = 2; taken.has(free) || there.names.includes(free); n++) free = `${own} ${n}`;
    taken.add(free);
    return free;
  });
}
