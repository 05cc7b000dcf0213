import type { ColumnTable } from 'arquero';
import { EngineError } from '../errors';
import { defineStep, type Applied } from '../recipe/step';
import { columnAs, keep, withColumns } from '../table/table';
import type { Work } from '../work';
import { fencesOf, USUAL } from './outliers/fences';
import { groupColumn, markColumn, OutliersFit, Params } from './outliers/params';
import { groupedBy, HIGH, LOW, markedBy, sidesOf, within, type Sides } from './outliers/sides';
import { learntFor } from './parts/learnt';
import { withDerived } from './parts/origins';
import { listed } from './parts/words';

const RULES = { iqr: 'quartiles', z: 'standard deviations', mad: 'median deviations' } as const;
const ACTS = {
  mark: 'Mark outliers in',
  group: 'Group outliers in',
  cap: 'Cap outliers in',
  blank: 'Blank outliers in',
  'set-aside': 'Set aside outliers in',
} as const;

/**
 * Finds the values of number columns that lie outside fences, column by column, and marks them (`COLUMN_is_outlier`),
 * names their group (`COLUMN_outlier_group`), puts them at the fence, makes them blank, or sets their rows aside.
 * The fences are learnt. **Blanks** are no outliers and stay blank. Counts: `outliers` values, `outliers:COLUMN`
 * of each column, and `dropped` rows where rows are set aside.
 */
export const outliers = defineStep({
  op: 'outliers',
  version: 1,
  params: Params,
  learnt: OutliersFit,
  reads: ({ columns }) => columns,
  needs: ({ columns }) => columns.map((column) => [column, ['number']] as const),
  adds: ({ columns, act }) =>
    act === 'mark' ? columns.map(markColumn) : act === 'group' ? columns.map(groupColumn) : [],
  makes: ({ columns, act }) => {
    if (act === 'mark') return columns.map((column) => [markColumn(column), 'boolean'] as const);
    return act === 'group' ? columns.map((column) => [groupColumn(column), 'text'] as const) : [];
  },
  describe: ({ columns, by, act }) => `${ACTS[act]} ${listed(columns)} by ${RULES[by]}`,
  fit: async (table, { columns, by, beyond = USUAL[by] }, work): Promise<OutliersFit> => {
    const learnt: OutliersFit['columns'] = [];
    for (const [done, column] of columns.entries()) {
      const rest = work.breathe({
        phase: 'looking-for-outliers',
        done,
        total: columns.length,
        unit: 'rounds',
      });
      if (rest) await rest;
      const { values } = columnAs(table, column, 'number');
      if (values.every((value) => value !== value))
        throw new EngineError('too-few-values', { column, count: 0 });
      learnt.push({ column, ...fencesOf(values, by, beyond) });
    }
    return { columns: learnt };
  },
  apply: async (table, params, fit, work): Promise<Applied> => {
    const found = await sidesOfEach(table, params.columns, fit, work);
    const outliers = found.reduce((sum, { outside }) => sum + outside, 0);
    const each = found.map(({ column, outside }) => [`outliers:${column}`, outside] as const);
    const counts = Object.fromEntries([['outliers', outliers], ...each]) as Record<string, number>;
    if (params.act === 'set-aside') {
      const kept = keep(table, insideAll(table.numRows(), found));
      return { table: kept, counts: { ...counts, dropped: table.numRows() - kept.numRows() } };
    }
    return { table: acted(table, params, found), counts };
  },
});

interface Found {
  column: string;
  fences: { low: number; high: number };
  values: Float64Array;
  sides: Sides;
  outside: number;
}

async function sidesOfEach(
  table: ColumnTable,
  columns: readonly string[],
  fit: OutliersFit,
  work: Work,
): Promise<Found[]> {
  const found: Found[] = [];
  for (const column of columns) {
    const fences = learntFor(fit.columns, column);
    const { values } = columnAs(table, column, 'number');
    found.push({ column, fences, values, ...(await sidesOf(values, fences, work)) });
  }
  return found;
}

/** 1 for each row without an outlier. */
function insideAll(rows: number, found: readonly Found[]): Uint8Array {
  const inside = new Uint8Array(rows).fill(1);
  for (const { sides } of found) {
    for (let row = 0; row < rows; row++) if (sides[row] === LOW || sides[row] === HIGH) inside[row] = 0;
  }
  return inside;
}

function acted(table: ColumnTable, { act }: Params, found: readonly Found[]): ColumnTable {
  if (act === 'mark' || act === 'group') {
    const named = act === 'mark' ? markColumn : groupColumn;
    const made = act === 'mark' ? markedBy : (sides: Sides) => groupedBy(sides);
    return withDerived(
      table,
      found.map(({ column, sides }) => ({ name: named(column), from: column, values: made(sides) })),
    );
  }
  const changed = found.filter(({ outside }) => outside > 0);
  if (changed.length === 0) return table;
  return withColumns(
    table,
    changed.map(({ column, values, sides, fences }) => [
      column,
      within(values, sides, fences, act === 'cap'),
    ]),
  );
}
