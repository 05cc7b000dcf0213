import type { Kind } from '../../table/columns';
import type { SqlScript } from './sql/script';

/** A cell in words: numbers with their shortest digits, dates as `YYYY-MM-DD`, with the clock where there is one. */
export function wordsSql(sql: SqlScript, cell: string, kind: Kind, clock: boolean): string {
  const { dialect } = sql;
  if (kind === 'date') return dialect.dateText(cell, clock);
  if (kind !== 'number') return cell;
  const text = `CAST(${cell} AS ${dialect.types.text})`;
  const whole = `CAST(CAST(${cell} AS ${dialect.types.whole}) AS ${dialect.types.text})`;
  return `CASE WHEN ${cell} = FLOOR(${cell}) AND ABS(${cell}) < 1e15 THEN ${whole} ELSE ${text} END`;
}

/** Whether cells of a kind can be put in words in a database. */
export const hasWords = (kind: Kind | undefined): boolean => kind !== 'boolean';
