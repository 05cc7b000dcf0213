import type { ReadResult } from '../files/read-report';
import { keptOf } from '../recipe/column-choices';
import type { RecipeSource, RecipeStep } from '../recipe/schema';
import { columnNames } from '../table/table';

type Role = NonNullable<RecipeSource['columns'][number]['role']>;
type Roles = ReadonlyMap<string, Role>;

/** A source as a recipe keeps it: its columns as they were read. */
export const plainSource = (
  { report }: ReadResult,
  grain: RecipeSource['grain'],
  roles: Roles = new Map<string, Role>(),
): RecipeSource => ({
  name: report.name,
  read: report.options,
  grain,
  columns: report.columns.map((column) => ({
    name: column.name,
    kind: column.kind,
    role: roles.get(column.name) ?? null,
    ...keptOf(column),
  })),
});

/**
 * The other sources of a recipe as it keeps them: the roles of the one table's columns, by what each file calls them.
 * @param reads all files in the order of the recipe's sources
 * @param roles by column of the one table
 */
export const otherSources = (
  reads: readonly ReadResult[],
  steps: readonly RecipeStep[],
  grain: RecipeSource['grain'],
  roles: Roles,
): RecipeSource[] =>
  reads.slice(1).map((read, i) => {
    const join = steps.find(({ op, params }) => op === 'join' && params.source === i + 1);
    const found = rolesAt(columnNames(read.table), join, steps, roles);
    return plainSource(read, join ? 'customers' : grain, found);
  });

function rolesAt(
  names: readonly string[],
  join: RecipeStep | undefined,
  steps: readonly RecipeStep[],
  roles: Roles,
): Roles {
  const appended = steps.find(({ op }) => op === 'append');
  const pairs = (join?.params.columns ?? appended?.params.renamed ?? []) as { column: string; as: string }[];
  const as = new Map(pairs.map((pair) => [pair.column, pair.as]));
  const found = new Map<string, Role>();
  for (const name of names) {
    const role = roles.get(as.get(name) ?? (join ? '' : name));
    if (role) found.set(name, role);
  }
  const key = join && roles.get(String(join.params.left));
  if (key) found.set(String(join.params.right), key);
  return found;
}
