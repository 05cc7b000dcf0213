import type { ColumnFacts } from './column-facts';

const LABEL = /^segment(_id|_probability)?$/i;

/** The columns of the file whose names the labels of `segment` would take; nothing where there are none. */
export function takenLabels(facts: readonly ColumnFacts[]): { taken?: string[] } {
  const taken = facts.map(({ name }) => name).filter((name) => LABEL.test(name));
  return taken.length > 0 ? { taken } : {};
}
