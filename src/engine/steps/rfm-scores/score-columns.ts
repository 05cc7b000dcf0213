/** What the added columns are called. */
export interface ScoreColumns {
  recency: string;
  frequency: string;
  monetary: string;
  /** The three digits as text. */
  digits: string;
  /** The map's name. */
  name: string;
}

const PLAIN: ScoreColumns = {
  recency: 'r_score',
  frequency: 'f_score',
  monetary: 'm_score',
  digits: 'rfm_score',
  name: 'rfm_segment',
};

/**
 * The names of the added columns; all with `tessera_` before them where one is taken in any case, and where that is
 * taken too, with a number behind them.
 * @param taken names in the file the person gave
 */
export function scoreColumns(taken: readonly string[]): ScoreColumns {
  const lower = new Set(taken.map((name) => name.trim().toLowerCase()));
  const called = (before: string, behind: string): ScoreColumns => ({
    recency: `${before}${PLAIN.recency}${behind}`,
    frequency: `${before}${PLAIN.frequency}${behind}`,
    monetary: `${before}${PLAIN.monetary}${behind}`,
    digits: `${before}${PLAIN.digits}${behind}`,
    name: `${before}${PLAIN.name}${behind}`,
  });
  const isFree = (columns: ScoreColumns) => !Object.values(columns).some((name: string) => lower.has(name));
  let columns = called('', '');
  for (let n = 1; !isFree(columns); n++) columns = called('tessera_', n === 1 ? '' : `_${n}`);
  return columns;
}
