import type { PreparedRows } from './prepare-rows';

const plain = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/**
 * Names of the files, by the segment each holds (null: all): `klaviyo.csv`, `klaviyo-a-champions.csv`; with a number
 * behind where what belongs together is in several.
 */
export function fileNames(
  {
    destination,
    rows,
    segmentId,
    segmentName,
  }: Pick<PreparedRows, 'destination' | 'rows' | 'segmentId' | 'segmentName'>,
  segments: readonly (number | null)[],
): string[] {
  const called = new Map<number, string>();
  for (let row = 0; row < rows; row++) {
    const id = segmentId(row);
    if (!called.has(id)) called.set(id, plain(segmentName(row)));
  }
  const part = (segment: number | null) => (segment === null ? [] : [letter(segment), called.get(segment)]);
  return segments.map((segment, at) => {
    const of = segments.filter((other) => other === segment).length;
    const number = segments.slice(0, at + 1).filter((other) => other === segment).length;
    return `${[destination.id, ...part(segment), of > 1 ? number : ''].filter((word) => word !== '').join('-')}.csv`;
  });
}

/** A to Z as segments are lettered on screen; from the 27th on the number. */
const letter = (id: number): string => (id >= 1 && id <= 26 ? String.fromCharCode(96 + id) : String(id));
