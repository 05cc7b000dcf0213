import type { ColumnTable } from 'arquero';
import { DateColumn, MISSING, NumberColumn, TextColumn } from '../../table/columns';
import { Dictionary } from '../../table/dictionary';
import { makeTable, type NamedColumn } from '../../table/table';
import { isStay, type Flow, type Moves } from '../moves/moves-of';
import type { History } from './history';

/**
 * Sizes over time, a row for each day and segment: `as_of`, `segment` (blank for customers in none, where there were any),
 * `customers`, `customers_share`, and where something says it `value` and `value_share` (blank of customers in none).
 * Shares are of all customers there were by then, 0 to 1, to six decimals.
 */
export function sizesTable({ points, names }: History): ColumnTable {
  const rows = points.flatMap(({ day, sizes, worth, withoutSegment }) => {
    const customers = sumOf(sizes) + withoutSegment;
    const value = worth && sumOf(worth);
    const each = names.map((_, i) => ({
      day,
      segment: i,
      size: sizes[i]!,
      share: sizes[i]! / (customers || 1),
      worth: worth ? worth[i]! : NaN,
      worthShare: worth && value !== 0 ? worth[i]! / value! : NaN,
    }));
    const none = { day, segment: MISSING, size: withoutSegment, share: withoutSegment / customers };
    return withoutSegment > 0 ? [...each, { ...none, worth: NaN, worthShare: NaN }] : each;
  });
  const hasWorth = points.some(({ worth }) => worth !== null);
  return makeTable([
    ['as_of', days(rows.map(({ day }) => day))],
    ['segment', segments(rows.map(({ segment }) => segment), names)],
    ['customers', figures(rows.map(({ size }) => size))],
    ['customers_share', shares(rows.map(({ share }) => share))],
    ...(hasWorth
      ? ([
          ['value', figures(rows.map(({ worth }) => worth))],
          ['value_share', shares(rows.map(({ worthShare }) => worthShare))],
        ] satisfies NamedColumn[])
      : []),
  ]); // prettier-ignore
}

/**
 * Who moved from each day to the next, a row for each pair of segments: `from_day`, `to_day`, `change` (`moved`, `stayed`,
 * `new`, `gone`), `segment_then`, `segment_now` (blank where they were not there or in none), `customers`, and where something
 * says it `value_then` and `value_now`.
 */
export function movesTable({ points, moves, names }: History): ColumnTable {
  const rows = moves.flatMap((one, i) =>
    one.flows.map((flow) => ({
      flow,
      from: points[i]!.day,
      to: points[i + 1]!.day,
      change: changeOf(one, flow),
    })),
  );
  const place = (at: number | null) => (at === null || at === 0 ? MISSING : at - 1);
  const hasWorth = rows.some(({ flow }) => flow.worth !== null);
  return makeTable([
    ['from_day', days(rows.map(({ from }) => from))],
    ['to_day', days(rows.map(({ to }) => to))],
    ['change', segments(rows.map(({ change }) => CHANGES.indexOf(change)), CHANGES)],
    ['segment_then', segments(rows.map(({ flow }) => place(flow.from)), names)],
    ['segment_now', segments(rows.map(({ flow }) => place(flow.to)), names)],
    ['customers', figures(rows.map(({ flow }) => flow.customers))],
    ...(hasWorth
      ? ([
          ['value_then', figures(rows.map(({ flow }) => flow.worth?.then ?? NaN))],
          ['value_now', figures(rows.map(({ flow }) => flow.worth?.now ?? NaN))],
        ] satisfies NamedColumn[])
      : []),
  ]); // prettier-ignore
}

const CHANGES = ['moved', 'stayed', 'new', 'gone'] as const;

function changeOf({ same }: Moves, { from, to }: Flow): (typeof CHANGES)[number] {
  if (from === null) return 'new';
  if (to === null) return 'gone';
  return isStay(same, from, to) ? 'stayed' : 'moved';
}

const sumOf = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
const days = (values: readonly number[]) => new DateColumn(Float64Array.from(values), false);
/** Sums without the dust that adding leaves behind their digits. */
const figures = (values: readonly number[]) =>
  new NumberColumn(Float64Array.from(values, (value) => Number(value.toPrecision(14))));
const shares = (values: readonly number[]) =>
  new NumberColumn(Float64Array.from(values, (value) => Number(value.toFixed(6))));
const segments = (places: readonly number[], names: readonly string[]) =>
  new TextColumn(Uint32Array.from(places), Dictionary.of(names));
