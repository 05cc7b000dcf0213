import type { ColumnTable } from 'arquero';
import type { KnownSegments } from './known-segments';

/** `orders`: many rows per customer. `customers`: one. */
export type Grain = 'orders' | 'customers';

/** What a column means to the job, guessed from name and content, changed by the user. */
export const ROLES = [
  'customer',
  'order',
  'date',
  'amount',
  'quantity',
  'price',
  'product',
  'country',
  'email',
  'phone',
  'name',
  'consent',
  'recency',
  'frequency',
  'monetary',
] as const;
export type Role = (typeof ROLES)[number];

/** What a table knows about itself beside its columns. */
export interface TableMeta {
  grain: Grain;
  /** The column that names the customer, if any. */
  key: string | null;
  roles: ReadonlyMap<string, Role>;
  /** What the numbers of a column are counted in, as written: `€`, `US$`, `%`; columns of plain numbers are not in it. */
  units: ReadonlyMap<string, string>;
  /** For columns made by a step from another one, that other one: `frequency_log_z` → `frequency`. */
  origins: ReadonlyMap<string, string>;
  /** For each row the row of the source it came from (0-based); null where they are the same or the grain has changed. */
  sourceRows: Uint32Array | null;
  /** The columns that hold each customer's segment, once it has one. */
  labels: {
    readonly id: string;
    readonly name: string;
    /** How likely it belongs there, 0 to 1, where that is known. */
    readonly probability?: string;
    readonly known?: KnownSegments;
  } | null;
  /** What is to be done with segments, by name, where that was written. */
  actions?: Readonly<Record<string, string>>;
}

const NOTHING_KNOWN: TableMeta = {
  grain: 'customers',
  key: null,
  roles: new Map(),
  units: new Map(),
  origins: new Map(),
  sourceRows: null,
  labels: null,
};

/** What the table knows about itself; a table made elsewhere knows nothing. */
export function metaOf(table: ColumnTable): TableMeta {
  const params = table.params() as { meta?: TableMeta } | undefined;
  return params?.meta ?? NOTHING_KNOWN;
}

/** The same columns, knowing something else; the table given stays as it was. */
export function withMeta(table: ColumnTable, change: Partial<TableMeta>): ColumnTable {
  const copy = table.create({});
  copy.params({ meta: { ...metaOf(table), ...change } });
  return copy;
}

/** The column a person knows: follows `origins` back to the first. */
export function originOf(table: ColumnTable, column: string): string {
  const { origins } = metaOf(table);
  let name = column;
  for (let next = origins.get(name); next !== undefined; next = origins.get(name)) name = next;
  return name;
}

/** The column that has the role, if one has. */
export function columnWithRole(table: ColumnTable, role: Role): string | null {
  for (const [column, has] of metaOf(table).roles) if (has === role) return column;
  return null;
}

/** What the column is counted in, as a property to spread; none where nothing says so. */
export function unitIn(table: ColumnTable, column: string): { unit?: string } {
  const unit = metaOf(table).units.get(column);
  return unit === undefined ? {} : { unit };
}
