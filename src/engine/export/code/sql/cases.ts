/** The first expression whose condition is true; blank where none is, unless `otherwise` says more. */
export function firstOf(
  cases: readonly (readonly [condition: string, expression: string])[],
  otherwise?: string,
): string {
  if (cases.length === 0) return otherwise ?? 'NULL';
  const when = cases.map(([condition, expression]) => ` WHEN ${condition} THEN ${expression}`);
  return `CASE${when.join('')}${otherwise === undefined ? '' : ` ELSE ${otherwise}`} END`;
}

/** All of them true. */
export const all = (conditions: readonly string[]): string => conditions.join(' AND ');

/** Any of them true. */
export const any = (conditions: readonly string[]): string => conditions.join(' OR ');
