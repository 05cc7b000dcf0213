import { MISSING } from '../../table/columns';
import type { LabelledCustomers } from './labelled-customers';
import { NOBODY, type MatchedCustomers } from './match-customers';

/** Customers that went from one segment to another. Places from 1 in `Moves.then` and `Moves.now`, 0 for no segment; null: was not there. */
export interface Flow {
  from: number | null;
  to: number | null;
  customers: number;
  /** What they were worth then and are now; null where either list does not say it. */
  worth: { then: number; now: number } | null;
}

/** A segment then or now. */
export interface MovedSegment {
  name: string;
  customers: number;
  worth: number | null;
}

/** Who moved between two labelled lists of customers. */
export interface Moves {
  then: readonly MovedSegment[];
  now: readonly MovedSegment[];
  /** For each segment then, by place from 1, the same one now; 0 where it is gone. */
  same: readonly number[];
  /** Every pair that somebody went, by `from`, then `to`; those that were or are not there last. */
  flows: readonly Flow[];
  customers: { then: number; now: number; stayed: number; moved: number; new: number; gone: number };
  /** `gained`: what customers are worth more than then, new ones all; `lost`: what they are worth less, those gone all. */
  worth: { then: number; now: number; gained: number; lost: number } | null;
}

/**
 * The table of flows between the segments of then and now. A segment is the same where the name is the same, else
 * where its place is, if neither name is left on the other side.
 */
export function movesOf(matched: MatchedCustomers): Moves {
  const { then, now } = matched;
  const money = then.worth !== null && now.worth !== null;
  const same = sameSegments(then.names, now.names);
  const cells = cellsOf(matched);
  const flows = cells.sort((a, b) => order(a.from, b.from) || order(a.to, b.to));
  const sum = (test: (flow: Cell) => boolean, of: (flow: Cell) => number = ({ customers }) => customers) =>
    flows.reduce((total, flow) => total + (test(flow) ? of(flow) : 0), 0);
  const stays = ({ from, to }: Cell) => isStay(same, from, to);
  const wasThere = ({ from }: Cell) => from !== null;
  const isThere = ({ to }: Cell) => to !== null;
  const all = () => true;
  return {
    then: then.names.map((name, i) => segmentOf(name, sum, (flow) => flow.from === i + 1, 'then', then)),
    now: now.names.map((name, i) => segmentOf(name, sum, (flow) => flow.to === i + 1, 'now', now)),
    same,
    flows: flows.map(({ from, to, customers, then: before, now: after }) => ({
      from,
      to,
      customers,
      worth: money ? { then: before, now: after } : null,
    })),
    customers: {
      then: sum(wasThere),
      now: sum(isThere),
      stayed: sum(stays),
      moved: sum((flow) => wasThere(flow) && isThere(flow) && !stays(flow)),
      new: sum((flow) => !wasThere(flow)),
      gone: sum((flow) => !isThere(flow)),
    },
    worth: money
      ? {
          then: sum(all, (flow) => flow.then),
          now: sum(all, (flow) => flow.now),
          gained: sum(all, ({ gained }) => gained),
          lost: sum(all, ({ lost }) => lost),
        }
      : null,
  };
}

interface Cell {
  from: number | null;
  to: number | null;
  customers: number;
  then: number;
  now: number;
  gained: number;
  lost: number;
}

type Sum = (test: (flow: Cell) => boolean, of?: (flow: Cell) => number) => number;

const segmentOf = (
  name: string,
  sum: Sum,
  test: (flow: Cell) => boolean,
  when: 'then' | 'now',
  { worth }: LabelledCustomers,
): MovedSegment => ({
  name,
  customers: sum(test),
  worth: worth && sum(test, (flow) => flow[when]),
});

/** Absent ones last, no segment before them. */
const order = (a: number | null, b: number | null): number => rank(a) - rank(b);
const rank = (place: number | null): number => (place === null ? 999 : place === 0 ? 998 : place);

function cellsOf({ then, now, before, gone }: MatchedCustomers): Cell[] {
  const columns = now.names.length + 2;
  const cells: Cell[] = [];
  const add = (from: number | null, to: number | null, was: number, is: number): void => {
    const at = (from === null ? 0 : from + 1) * columns + (to === null ? 0 : to + 1);
    const cell = (cells[at] ??= { from, to, customers: 0, then: 0, now: 0, gained: 0, lost: 0 });
    cell.customers++;
    cell.then += was;
    cell.now += is;
    cell.gained += Math.max(0, is - was);
    cell.lost += Math.max(0, was - is);
  };
  for (let row = 0; row < before.length; row++) {
    const earlier = before[row]!;
    if (earlier === NOBODY) continue;
    const is = now.worth?.[row] ?? 0;
    if (earlier === MISSING) add(null, now.segments[row]!, 0, is);
    else add(then.segments[earlier]!, now.segments[row]!, then.worth?.[earlier] ?? 0, is);
  }
  for (const row of gone) add(then.segments[row]!, null, then.worth?.[row] ?? 0, 0);
  return cells.filter((cell) => cell !== undefined);
}

/** Whether a flow stays within a segment. @param same as `sameSegments` gives it */
export const isStay = (same: readonly number[], from: number | null, to: number | null): boolean =>
  from !== null && to !== null && (from === 0 ? to === 0 : same[from] === to);

/** By place from 1 (entry 0 is no segment): the place of the same segment, 0 where there is none. */
export function sameSegments(then: readonly string[], now: readonly string[]): number[] {
  const byName = new Map(now.map((name, i) => [name, i + 1]));
  const named = new Set(then);
  return [
    0,
    ...then.map((name, i) => {
      // Two segments may have one name.
      if (now[i] === name) return i + 1;
      const same = byName.get(name);
      if (same !== undefined) return same;
      const there = now[i];
      return there !== undefined && !named.has(there) ? i + 1 : 0;
    }),
  ];
}
