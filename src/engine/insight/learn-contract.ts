import type { Contract, ColumnContract } from '../recipe/contract';
import { isMissing, type Column } from '../table/columns';
import type { Role } from '../table/meta';
import type { ColumnFacts } from './column-facts';

const MOST_CATEGORIES = 30;
/** A category stands in so many rows on the average, or it is no category. */
const LEAST_ROWS = 5;
/** Never kept word by word: who somebody is does not belong into a recipe. */
const PERSONAL: ReadonlySet<Role> = new Set(['customer', 'order', 'email', 'phone', 'name']);

/** What a table as read promises about the next one. */
export function learnContract(facts: readonly ColumnFacts[], roleOf: ReadonlyMap<string, Role>): Contract {
  return {
    rows: facts[0]?.rows ?? 0,
    columns: facts.map((one): ColumnContract => {
      const { name, missing, rows, distinct, kind, min, max } = one;
      const present = rows - missing;
      const role = roleOf.get(name);
      const words =
        (kind === 'text' || kind === 'boolean') && !one.identifier && !(role && PERSONAL.has(role));
      const few = distinct > 0 && distinct <= MOST_CATEGORIES && present >= distinct * LEAST_ROWS;
      return {
        name,
        blank: rows > 0 ? missing / rows : 0,
        unique: present > 1 && distinct === present,
        ...(kind === 'number' && min !== null && max !== null && { range: [min, max] as [number, number] }),
        ...(words && few && { categories: categoriesOf(one.column) }),
      };
    }),
  };
}

/** The different texts of a column, in the order of their codes. */
export function categoriesOf(column: Column): string[] {
  if (column.kind === 'boolean') return [...column.spelling];
  if (column.kind !== 'text') return [];
  const { dictionary } = column;
  const used = new Set<number>();
  for (let row = 0; row < column.length && used.size < dictionary.size; row++)
    if (!isMissing(column, row)) used.add(column.codes[row]!);
  return [...used].sort((a, b) => a - b).map((code) => dictionary.text(code));
}
