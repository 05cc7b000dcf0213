import type { ColumnTable } from 'arquero';
import type { ColumnReading, ReadReport } from '../files/read-report';
import { rememberWhole, type Column } from '../table/columns';
import { metaOf } from '../table/meta';
import { columnNames, columnOf } from '../table/table';
import type { Work } from '../work';
import { booleanFacts, textFacts } from './category-facts';
import { examplesOf } from './examples-of';
import { numberFacts } from './number-facts';
import { plainWords } from './role-words';
import type { FactsElsewhere } from './facts-elsewhere';
import type { ColumnSummary } from './understanding';

/** All that is known of one column before anything is guessed about it. */
export interface ColumnFacts extends Omit<ColumnSummary, 'role'> {
  column: Column;
  /** The name in plain words: see `plainWords`. */
  words: string;
  rows: number;
  reading: ColumnReading | null;
  /** A step evened it out, scaled it or ranked it from another column. */
  derived: boolean;
  /** Numbers only; null for other kinds. */
  spread: Spread | null;
}

/** Of the non-missing numbers: divisor n everywhere; skewness is the moment ratio g1, 0 for a constant column. */
export interface Spread {
  mean: number;
  deviation: number;
  skewness: number;
  /** Every value is a whole number. */
  whole: boolean;
  negatives: number;
  zeros: number;
}

export type KindFacts = Pick<
  ColumnFacts,
  'missing' | 'distinct' | 'histogram' | 'min' | 'max' | 'hasTime' | 'spread' | 'top'
>;

/**
 * One entry per column, in the order of the table.
 * @param elsewhere what `beginFacts` began
 */
export async function columnFacts(
  table: ColumnTable,
  report: ReadReport,
  work: Work,
  elsewhere: FactsElsewhere = new Map(),
): Promise<ColumnFacts[]> {
  const readings = new Map(report.columns.map((reading) => [reading.name, reading]));
  const names = columnNames(table);
  const { origins } = metaOf(table);
  const found = new Map<string, KindFacts>();
  for (const name of names)
    if (!elsewhere.has(name)) found.set(name, await factsOf(columnOf(table, name), work));
  for (const [name, facts] of elsewhere) found.set(name, await facts());
  return names.map((name) => {
    const column = columnOf(table, name);
    const reading = readings.get(name) ?? null;
    const facts = found.get(name)!;
    if (facts.missing === 0) rememberWhole(column);
    return {
      name,
      kind: column.kind,
      identifier: reading !== null && reading.identifier !== null,
      column,
      words: plainWords(name),
      rows: column.length,
      reading,
      derived: origins.has(name),
      examples: examplesOf(column),
      ...facts,
    };
  });
}

/** What one column's cells say, whatever its name. */
export function factsOf(column: Column, work: Work): Promise<KindFacts> {
  if (column.kind === 'text') return textFacts(column, work);
  if (column.kind === 'boolean') return booleanFacts(column, work);
  return numberFacts(column, work);
}
