import type { FigureRef } from '../../../engine/index';

export const cardPlace = (id: number): string => `segment-${id}`;

const PLACES: Partial<Record<FigureRef['figure'], string | null>> = {
  size: 'shares',
  revenue: 'shares',
  orders: 'shares',
  feature: 'differences',
  profile: 'profile',
  count: 'count',
  span: null,
  dates: null,
};

/** Where on the page a figure stands, by the id of the element; null where it is about the file. */
export function placeOf(figure: FigureRef['figure'], id: number): string | null {
  const place = PLACES[figure];
  return place === undefined ? cardPlace(id) : place;
}
