import type { Association, Associations } from './associations';
import type { ExploreFinding } from './finding';
import type { MissingTogether } from './missing-together';

/** What counts as strong, of r and ρ, and of the others, corrected for chance. */
const STRONG = 0.7;
const ENOUGH_ROWS = 30;
/** Blank in the same rows, but for a few. */
const TOGETHER = 0.9;
const MOST_TOLD = 12;

/** The greater of r and ρ: what rises along a bend is strong as well. */
export const strengthOf = ({ value, spearman }: Pick<Association, 'value' | 'spearman'>): number =>
  Math.abs(spearman?.value ?? 0) > Math.abs(value ?? 0) ? spearman!.value : (value ?? 0);

/**
 * Columns that go together strongly, and columns that are blank in the same rows. Two of which it is known that one says
 * what the other does are not told again.
 */
export function pairFindings(
  found: Associations,
  missing: MissingTogether,
  known: readonly ExploreFinding[] = [],
): ExploreFinding[] {
  const told = known.filter(({ kind }) => kind === 'duplicate-columns' || kind === 'determines');
  const isNew = ({ columns: [a, b] }: ExploreFinding) =>
    !told.some(({ columns }) => columns.includes(a!) && columns.includes(b!));
  return [...strongPairs(found).filter(isNew), ...blankTogether(missing)];
}

function strongPairs({ pairs }: Associations): ExploreFinding[] {
  return pairs
    .filter((pair) => pair.rows >= ENOUGH_ROWS && Math.abs(strengthOf(pair)) >= STRONG)
    .sort((one, other) => Math.abs(strengthOf(other)) - Math.abs(strengthOf(one)))
    .slice(0, MOST_TOLD)
    .map((pair) => ({
      kind: 'correlation',
      columns: [pair.a, pair.b],
      figures: {
        measure: pair.measure,
        value: pair.value,
        low: pair.low,
        high: pair.high,
        spearman: pair.spearman?.value ?? null,
        rows: pair.rows,
      },
      severity: 3,
      weight: Math.abs(strengthOf(pair)),
      picture: { of: 'pair', columns: [pair.a, pair.b] },
    }));
}

function blankTogether({ pairs, rows, columns }: MissingTogether): ExploreFinding[] {
  const groups: string[][] = [];
  for (const { a, b, value, both } of pairs) {
    if (value < TOGETHER || both < 2) continue;
    const known = groups.filter((group) => group.includes(a) || group.includes(b));
    const joined = [...new Set([...known.flat(), a, b])];
    for (const group of known) groups.splice(groups.indexOf(group), 1);
    groups.push(joined);
  }
  return groups.map((group) => {
    const least = Math.min(
      ...pairs.filter(({ a, b }) => group.includes(a) && group.includes(b)).map(({ both }) => both),
    );
    const most = Math.max(
      ...columns.filter(({ name }) => group.includes(name)).map(({ missing }) => missing),
    );
    return {
      kind: 'missing-together',
      columns: group,
      figures: { missing: least, share: least / rows, most },
      severity: 2,
      weight: least / rows,
      picture: { of: 'missing' },
    };
  });
}
