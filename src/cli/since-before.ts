import {
  columnNames,
  customersInList,
  EngineError,
  labelledCustomers,
  matchCustomers,
  movedList,
  movesOf,
  openTable,
  writeCsv,
  type MatchedCustomers,
  type Moves,
  type RunOutcome,
  type Segmentation,
  type Work,
  type WriteOptions,
} from '../engine/index';
import type { OpenFile } from './file-source';
import { RunError } from './usage-error';

/** Who moved since an earlier labelled list. */
export interface SinceBefore {
  matched: MatchedCustomers;
  moves: Moves;
}

/** @throws EngineError naming the earlier file; RunError where no column tells customers of two files apart */
export async function sinceBefore(
  before: OpenFile,
  outcome: RunOutcome,
  segmentation: Segmentation,
  work: Work,
): Promise<SinceBefore> {
  const { name } = before;
  const now = labelledCustomers(outcome.table, segmentation);
  if (!now) throw new RunError(`${name}: no column says who a customer is, so nobody can be found again`);
  const { read } = await openTable(before, {}, work);
  try {
    const then = customersInList(read.table, now, segmentation.money?.columns ?? []);
    const matched = await matchCustomers(then, now, work);
    return { matched, moves: movesOf(matched) };
  } catch (error) {
    if (error instanceof EngineError) throw new EngineError(error.code, { ...error.details, file: name });
    throw error;
  }
}

/** Everybody whose segment changed, who is new or gone, as comma-separated text. */
export function changesFile(
  { matched }: SinceBefore,
  look: WriteOptions,
  work: Work,
): AsyncGenerator<Uint8Array> {
  const list = movedList(matched, 'all');
  const columns = columnNames(list).map((name) => ({ name }));
  return writeCsv(list, columns, look, work);
}

/** For `--json`: segments by name, null for customers that were or are not there, "" for those in no segment. */
export function movesSummary({ moves }: SinceBefore) {
  const nameIn = (segments: Moves['then'], place: number | null) =>
    place === null ? null : (segments[place - 1]?.name ?? '');
  return {
    customers: moves.customers,
    value: moves.worth,
    flows: moves.flows.map(({ from, to, customers, worth }) => ({
      from: nameIn(moves.then, from),
      to: nameIn(moves.now, to),
      customers,
      value: worth,
    })),
  };
}

const round = (value: number) => String(Math.round(value * 100) / 100);

/** In a line: who moved, and what that is worth. */
export function movesLine({ moves: { customers, worth } }: SinceBefore, name: string): string {
  const { moved, stayed, gone } = customers;
  const value = worth ? `; ${round(worth.gained)} gained, ${round(worth.lost)} lost` : '';
  return `since ${name}: ${moved} moved to another segment, ${stayed} stayed, ${customers.new} new, ${gone} gone${value}`;
}
