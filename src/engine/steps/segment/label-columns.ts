/**
 * What the two added columns are called: `segment_id` and `segment`, or, where either is taken in any case, both with
 * `tessera_` before them.
 * @param taken names in the file the person gave
 */
export function labelColumns(taken: readonly string[]): { id: string; name: string } {
  const clash = taken.some((name) => /^segment(_id)?$/i.test(name.trim()));
  const prefix = clash ? 'tessera_' : '';
  return { id: `${prefix}segment_id`, name: `${prefix}segment` };
}
