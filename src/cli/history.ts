import {
  columnNames,
  historyOf,
  historySizes,
  historyMoves,
  writeCsv,
  type History,
  type NoHistory,
  type RunToReplay,
  type Segmentation,
  type Table,
  type Work,
  type WriteOptions,
} from '../engine/index';
import type { Arguments, Output } from './arguments';
import type { Outputs } from './outputs';
import { RunError } from './usage-error';

const TABLES = [
  ['history', historySizes],
  ['transitions', historyMoves],
] as const satisfies readonly (readonly [Output, (history: History) => Table])[];

/** The option that asks for the segments month by month; undefined where none does. */
export const asksHistory = ({ outputs }: Arguments): Output | undefined =>
  TABLES.find(([name]) => outputs.has(name))?.[0];

/** @param option the one that asks for it. @throws EngineError; RunError; Stopped */
export async function lookedBack(
  option: Output,
  run: RunToReplay,
  segmentation: Segmentation,
  file: string,
  work: Work,
): Promise<History> {
  const found = await historyOf(run, segmentation, work);
  if ('why' in found) throw new RunError(`${file}: --${option} cannot be: ${reason(found)}`);
  return found;
}

/** Writes what was asked for of it. */
export async function writeHistory(
  history: History,
  look: WriteOptions,
  paths: Arguments['outputs'],
  outputs: Outputs,
  work: Work,
): Promise<void> {
  for (const [name, tableOf] of TABLES) {
    const path = paths.get(name);
    if (path !== undefined) await outputs.write(path, csvOf(tableOf(history), look, work));
  }
}

function csvOf(table: Table, look: WriteOptions, work: Work): AsyncGenerator<Uint8Array> {
  const columns = columnNames(table).map((name) => ({ name }));
  return writeCsv(table, columns, look, work);
}

function reason(none: NoHistory): string {
  if (none.why === 'customers') return 'it needs orders, and this file has one row per customer';
  if (none.why === 'measures')
    return 'it goes by recency, frequency and monetary value alone, and these segments by other measures';
  if (none.why === 'one-period') return 'the orders lie within one week';
  return `what “${none.describe}” does to a customer hangs on the other customers`;
}

const day = (ms: number) => new Date(ms).toISOString().slice(0, 10);

/** In a line: which days were looked at. */
export function historyLine({ by, points, leftOut }: History): string {
  const unit = by === 'months' ? 'month' : 'week';
  const earlier = leftOut === 1 ? `1 earlier ${unit} is` : `${leftOut} earlier ${unit}s are`;
  const span = `${day(points[0]!.day)} to ${day(points.at(-1)!.day)}`;
  return `segments looked back at on ${points.length} days, by ${unit}, ${span}${leftOut > 0 ? `; ${earlier} left out` : ''}`;
}
