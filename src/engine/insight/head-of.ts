import type { ColumnTable } from 'arquero';
import type { Kind } from '../table/columns';
import { metaOf, type Role } from '../table/meta';
import { columnNames, columnOf } from '../table/table';
import type { Work } from '../work';
import { factsOf } from './column-facts';

/** What stands above a column in a table: one entry of a table's head. */
export interface ColumnHead {
  name: string;
  kind: Kind;
  role: Role | null;
  /** What numbers are counted in, as written (`€`, `%`); null for plain numbers and other kinds. */
  unit?: string | null;
  hasTime: boolean;
  missing: number;
  /** Distinct non-missing values. */
  distinct: number;
  /** 20 counts: equal bins from least to greatest, or for text of the most frequent values. */
  histogram: readonly number[];
  /** The least number; null for other kinds, and where all is blank. */
  least?: number | null;
}

/** The head of any table, source or result, in the order of its columns. */
export async function headOf(table: ColumnTable, work: Work): Promise<ColumnHead[]> {
  const { roles, units } = metaOf(table);
  const heads: ColumnHead[] = [];
  for (const name of columnNames(table)) {
    const column = columnOf(table, name);
    const { missing, distinct, histogram, hasTime, min } = await factsOf(column, work);
    heads.push({
      name,
      kind: column.kind,
      role: roles.get(name) ?? null,
      unit: units.get(name) ?? null,
      hasTime,
      missing,
      distinct,
      histogram,
      least: column.kind === 'number' ? min : null,
    });
  }
  return heads;
}
