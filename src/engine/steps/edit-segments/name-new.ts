import type { ColumnTable } from 'arquero';
import { featureInfo } from '../../insight/feature-info';
import { measuresOf, type Measure } from '../../insight/measures';
import { naming, type SegmentName } from '../../insight/name-segments';
import type { Pieces } from '../../pieces';

/** A gap below a tenth of a deviation tells nobody apart. */
const VISIBLE_GAP = 0.1;

export interface NewNames {
  /** Of the segments that are new; null for one that keeps its name. */
  names: (string | null)[];
  rfm: SegmentName['rfm'][];
}

/**
 * Names those segments that are new by the rules of all; others keep theirs. A new name that is taken adds what sets the
 * segment apart from the one that has it, at last a number.
 * @param kept by segment, the name it keeps; null for one that is new
 * @param given by segment, a name of the person's own for one that is new
 */
export function* nameNew(
  table: ColumnTable,
  columns: readonly string[],
  ids: Uint8Array,
  kept: readonly (string | null)[],
  given: readonly (string | null)[],
): Pieces<NewNames> {
  const k = kept.length;
  const features = featureInfo(table, columns);
  const found = yield* naming(table, features, ids, k);
  const measures = yield* measuresOf(table, features, ids, k);
  const taken = new Map(kept.flatMap((name, i) => (name === null ? [] : [[name, i + 1] as const])));
  const names = kept.map((before, i) => {
    if (before !== null) return null;
    const name = given[i] ?? free(found[i]!.name, i + 1, taken, measures);
    taken.set(name, i + 1);
    return name;
  });
  return { names, rfm: found.map(({ rfm }) => rfm) };
}

function free(
  wish: string,
  id: number,
  taken: ReadonlyMap<string, number>,
  measures: readonly Measure[],
): string {
  const twin = taken.get(wish);
  if (twin === undefined) return wish;
  const apart = (measure: Measure) => measure.gaps[id]! - measure.gaps[twin]!;
  const [widest] = [...measures].sort((a, b) => Math.abs(apart(b)) - Math.abs(apart(a)));
  const told = widest && Math.abs(apart(widest)) >= VISIBLE_GAP;
  const name = told ? `${wish}, ${apart(widest) > 0 ? widest.more : widest.less}` : wish;
  let unique = name;
  for (let n = 2; taken.has(unique); n++) unique = `${name} ${n}`;
  return unique;
}
