import { firstOf } from './sql/cases';
import type { SqlScript } from './sql/script';

/** Squared distances to centroids as columns of a part of their own, so that each is worked out once; gives their names. */
export function distancesSql(
  sql: SqlScript,
  features: readonly string[],
  centroids: readonly (readonly number[])[],
): string[] {
  const names = centroids.map((_, i) => sql.own(`tessera_away_${i + 1}`));
  const sums = centroids.map((centroid, i) => {
    const squares = features.map((name, d) => {
      const off = `(${name} - ${sql.number(centroid[d]!)})`;
      return `${off} * ${off}`;
    });
    return `${squares.join(' + ')} AS ${names[i]!}`;
  });
  sql.part(
    [
      'SELECT',
      '  *,',
      ...sums.map((sum, i) => `  ${sum}${i < sums.length - 1 ? ',' : ''}`),
      `FROM ${sql.from}`,
    ],
    sql.columns,
    '_distances',
    true,
  );
  return names;
}

/** What belongs to the least of them, to the first of several. None is blank. */
export const nearestSql = (away: readonly string[], each: readonly string[]): string =>
  away.length === 1
    ? each[0]!
    : firstOf(
        away.slice(0, -1).map((name, i) => [`${name} = LEAST(${away.join(', ')})`, each[i]!]),
        each.at(-1)!,
      );
