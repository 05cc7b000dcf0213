import type { OfferedColumn, Segmentation } from '../../engine/index';
import type { ListColumns } from '../../workers/exports-api';
import type { KeptLists } from '../../workers/kept-lists';

type Segments = readonly Pick<Segmentation['segments'][number], 'id' | 'name'>[];

/** What is chosen of what there is: segments by number; null: the usual columns, all segments. */
export interface FittingLists {
  columns: readonly string[] | null;
  rowColumns: readonly string[] | null;
  segments: readonly number[] | null;
}

/**
 * What was chosen before, as far as it still fits what there is. Where no chosen column is there any more the usual ones
 * are taken; of segments those that are there by name, if none: a person must choose.
 * @param offered null while it is not known
 */
export const fittingLists = (
  { columns, rowColumns, segments: names }: KeptLists,
  offered: ListColumns | null,
  segments: Segments,
): FittingLists => ({
  columns: stillThere(columns, offered?.customers),
  rowColumns: stillThere(rowColumns, offered?.source),
  segments: names && segments.filter(({ name }) => names.includes(name)).map(({ id }) => id),
});

function stillThere(
  chosen: readonly string[] | null,
  offered: readonly OfferedColumn[] | undefined,
): readonly string[] | null {
  if (!chosen || !offered) return chosen;
  const there = chosen.filter((name) => offered.some((one) => one.name === name));
  return there.length > 0 || chosen.length === 0 ? there : null;
}

/** The names by which chosen segments are found again. */
export const namesOf = (ids: readonly number[] | null, segments: Segments): readonly string[] | null =>
  ids && segments.filter(({ id }) => ids.includes(id)).map(({ name }) => name);
