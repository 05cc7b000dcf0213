/**
 * What the two added columns are called: `segment_id` and `segment`, or, where either is taken in any case, both with
 * `tessera_` before them, and where that is taken too, with a number behind them.
 * @param taken names in the file the person gave
 */
export function labelColumns(taken: readonly string[]): { id: string; name: string } {
  const lower = new Set(taken.map((name) => name.trim().toLowerCase()));
  const free = ({ id, name }: { id: string; name: string }) => !lower.has(id) && !lower.has(name);
  const plain = { id: 'segment_id', name: 'segment' };
  if (free(plain)) return plain;
  let ours = { id: 'tessera_segment_id', name: 'tessera_segment' };
  for (let n = 2; !free(ours); n++) ours = { id: `tessera_segment_id_${n}`, name: `tessera_segment_${n}` };
  return ours;
}
