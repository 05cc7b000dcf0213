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

/**
 * What the column is called that says how surely a customer belongs to its segment: `segment_probability`, beside labels that
 * are called otherwise `tessera_segment_probability`, and where that is taken too, with a number behind it.
 * @param taken names in the file the person gave
 */
export function probabilityColumn(taken: readonly string[]): string {
  const lower = new Set(taken.map((name) => name.trim().toLowerCase()));
  const plain = `${labelColumns(taken).name}_probability`;
  let ours = plain;
  for (let n = 1; lower.has(ours); n++)
    ours = n === 1 && !plain.startsWith('tessera_') ? `tessera_${plain}` : `${plain}_${n}`;
  return ours;
}
