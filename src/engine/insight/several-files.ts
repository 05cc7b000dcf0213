import type { ColumnTable } from 'arquero';
import type { ReadResult } from '../files/read-report';
import { kindsOf } from '../recipe/source-table';
import { appendLayout, type LaidColumn, type Renamed } from '../steps/append/append-layout';
import { appendTables } from '../steps/append/append-tables';
import { columnNames } from '../table/table';
import type { Work } from '../work';
import { columnFacts, type ColumnFacts } from './column-facts';
import { guessGrain } from './grain';
import { joinPlan, type JoinPlan, type JoinSide } from './join-plan';
import { guessRoles } from './roles';
import { sameShape } from './same-shape';

/** Files of one shape, to be read as one. */
export interface AppendPlan {
  /** Indices of the files, in their order. */
  files: readonly number[];
  /** Rows of each of them. */
  rows: readonly number[];
  columns: readonly LaidColumn[];
  renamed: readonly Renamed[];
}

/** A file that goes together with the first in no way that shows. */
export interface UnrelatedFile {
  file: number;
  /** `repeats`: a column in common names rows of neither file; `nothing-in-common`. */
  reason: 'repeats' | 'nothing-in-common';
  /** The column in common, where there is one. */
  column: string | null;
}

/** How several files become one table; numbers of files are their places in the list given. */
export interface FilesPlan {
  /** The files whose rows the table has: one, or several appended. */
  first: AppendPlan;
  joins: readonly JoinPlan[];
  unrelated: readonly UnrelatedFile[];
}

/**
 * What to do with several files: those of one shape are appended in the order given, and files with a row for each
 * key of these are joined. The order files come first, else the largest shape. Nothing is done yet.
 */
export async function planFiles(reads: readonly ReadResult[], work: Work): Promise<FilesPlan> {
  const groups = sameShape(reads.map(({ table }) => columnNames(table)));
  const facts = new Map<number, ColumnFacts[]>();
  const factsOf = async (file: number): Promise<ColumnFacts[]> => {
    const known = facts.get(file) ?? (await columnFacts(reads[file]!.table, reads[file]!.report, work));
    facts.set(file, known);
    return known;
  };
  const base = await firstGroup(groups, reads, factsOf);
  const renamed = await renamedIn(base, reads, factsOf);
  const tables = base.map((file) => reads[file]!.table);
  const columns = appendLayout(tables.map(kindsOf), renamed);
  const first = { files: base, rows: tables.map((table) => table.numRows()), columns, renamed };
  const others = reads.map((_, file) => file).filter((file) => !base.includes(file));
  if (others.length === 0) return { first, joins: [], unrelated: [] };
  const whole = await wholeOf(tables, columns, work);
  const report = reads[base[0]!]!.report;
  const left: JoinSide = {
    table: whole,
    facts: base.length === 1 ? await factsOf(base[0]!) : await columnFacts(whole, report, work),
  };
  const joins: JoinPlan[] = [];
  const unrelated: UnrelatedFile[] = [];
  const taken = columnNames(whole);
  for (const file of others) {
    const right = { table: reads[file]!.table, facts: await factsOf(file) };
    const found = await joinPlan(left, right, file, taken, work);
    if ('reason' in found) unrelated.push(found);
    else {
      joins.push(found);
      taken.push(...found.columns.map(({ as }) => as));
    }
  }
  return { first, joins, unrelated };
}

const wholeOf = async (
  tables: readonly ColumnTable[],
  columns: readonly LaidColumn[],
  work: Work,
): Promise<ColumnTable> =>
  tables.length === 1
    ? tables[0]!
    : appendTables(
        tables.map((table) => ({ table, start: 0 })),
        columns,
        work,
      );

type FactsOf = (file: number) => Promise<ColumnFacts[]>;

/** The files of orders, else those with the most rows; the first of equals. */
async function firstGroup(
  groups: readonly (readonly number[])[],
  reads: readonly ReadResult[],
  factsOf: FactsOf,
): Promise<readonly number[]> {
  if (groups.length === 1) return groups[0]!;
  const weights: number[] = [];
  for (const group of groups) {
    const rows = group.reduce((sum, file) => sum + reads[file]!.report.rows, 0);
    const nameless = !reads[group[0]!]!.report.options.header;
    const { grain } = guessGrain(await factsOf(group[0]!), new Map(), nameless);
    weights.push(grain === 'orders' ? rows + Number.MAX_SAFE_INTEGER / 2 : rows);
  }
  return groups[weights.indexOf(Math.max(...weights))]!;
}

/** Columns that only a later file has and that mean what a column means that only the first has. */
async function renamedIn(
  group: readonly number[],
  reads: readonly ReadResult[],
  factsOf: FactsOf,
): Promise<Renamed[]> {
  const renamed: Renamed[] = [];
  const [first, ...later] = group;
  for (const file of later) {
    const layout = appendLayout(
      [first!, file].map((each) => kindsOf(reads[each]!.table)),
      renamed,
    );
    const onlyFirst = new Set(layout.filter(({ from }) => from[1] === null).map(({ name }) => name));
    const onlyHere = layout.flatMap(({ from: [one, other] }) => (one === null ? [other!] : []));
    if (onlyFirst.size === 0 || onlyHere.length === 0) continue;
    const there = await rolesIn(first!, reads, factsOf);
    const here = await rolesIn(file, reads, factsOf);
    for (const column of onlyHere) {
      const role = here.get(column);
      const as = role && [...there].find(([name, other]) => other === role && onlyFirst.has(name))?.[0];
      if (as !== undefined) renamed.push({ column, as });
    }
  }
  return renamed;
}

async function rolesIn(file: number, reads: readonly ReadResult[], factsOf: FactsOf) {
  const facts = await factsOf(file);
  const nameless = !reads[file]!.report.options.header;
  const { grain } = guessGrain(facts, new Map(), nameless);
  return new Map(guessRoles(facts, grain, new Map(), nameless).map(({ column, role }) => [column, role]));
}
