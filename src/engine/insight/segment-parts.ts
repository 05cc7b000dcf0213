import type { Rising } from '../stats/rising';

/**
 * The values of each segment, rising: index 0 holds those of all labelled rows, index i those of segment i.
 * @param labels one id per row, 1 to k; rows with 0 are left out
 */
export function segmentParts(
  { values, rows }: Rising,
  labels: Uint8Array,
  k: number,
): readonly Float64Array[] {
  const counts = new Uint32Array(k + 1);
  for (let i = 0; i < rows.length; i++) counts[labels[rows[i]!]!]!++;
  counts[0] = rows.length - counts[0]!;
  const parts = Array.from(counts, (count) => new Float64Array(count));
  const filled = new Uint32Array(k + 1);
  const all = parts[0]!;
  for (let i = 0; i < rows.length; i++) {
    const id = labels[rows[i]!]!;
    if (id === 0) continue;
    all[filled[0]!++] = values[i]!;
    parts[id]![filled[id]!++] = values[i]!;
  }
  return parts;
}
