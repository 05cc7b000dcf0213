import type { ColumnTable } from 'arquero';
import { textOf } from '../../steps/parts/text-of';
import { MISSING, NumberColumn, TextColumn } from '../../table/columns';
import { Dictionary } from '../../table/dictionary';
import { makeTable, type NamedColumn } from '../../table/table';
import { NOBODY, type MatchedCustomers } from './match-customers';
import { isStay, sameSegments } from './moves-of';

/** Which customers are listed: all whose segment changed or who are new or gone, one of these, or those of one flow (as in `Flow`). */
export type MovedChoice = 'all' | 'moved' | 'new' | 'gone' | { from: number | null; to: number | null };

/** Customers by their rows then and now; MISSING where one was not there. */
interface Rows {
  then: Uint32Array;
  now: Uint32Array;
}

const KINDS = ['moved', 'new', 'gone', 'stayed'] as const;

/**
 * The customers that were chosen, those of now in their order, then those gone: the key, `change` (`moved`, `new`, `gone`;
 * `stayed` in a flow within a segment), `segment_then`, `segment_now` and, where both lists say what customers are worth,
 * `value_then` and `value_now`. Blank where a customer was not there or in no segment.
 */
export function movedList(matched: MatchedCustomers, choice: MovedChoice): ColumnTable {
  const { then, now } = matched;
  const same = sameSegments(then.names, now.names);
  const all = allRows(matched);
  const place = (segments: Uint8Array, row: number) => (row === MISSING ? null : segments[row]!);
  const kinds = all.now.map((row, i) => {
    const [from, to] = [place(then.segments, all.then[i]!), place(now.segments, row)];
    if (typeof choice === 'object' && (from !== choice.from || to !== choice.to)) return MISSING;
    if (from === null) return KINDS.indexOf('new');
    if (to === null) return KINDS.indexOf('gone');
    return KINDS.indexOf(isStay(same, from, to) ? 'stayed' : 'moved');
  });
  const wanted = kinds.map((kind) => Number(isWanted(kind, choice)));
  const pick = (values: Uint32Array) => values.filter((_, i) => wanted[i]);
  const rows: Rows = { then: pick(all.then), now: pick(all.now) };
  const columns: NamedColumn[] = [
    [freeName(now.key), keysOf(matched, rows)],
    ['change', new TextColumn(pick(kinds), Dictionary.of(KINDS))],
    ['segment_then', segmentsOf(then.segments, then.names, rows.then)],
    ['segment_now', segmentsOf(now.segments, now.names, rows.now)],
  ];
  if (then.worth && now.worth)
    columns.push(['value_then', worthOf(then.worth, rows.then)], ['value_now', worthOf(now.worth, rows.now)]);
  return makeTable(columns);
}

function isWanted(kind: number, choice: MovedChoice): boolean {
  if (typeof choice === 'object') return kind !== MISSING;
  return choice === 'all' ? KINDS[kind] !== 'stayed' : KINDS[kind] === choice;
}

const OURS = new Set(['change', 'segment_then', 'segment_now', 'value_then', 'value_now']);
const freeName = (key: string): string => (OURS.has(key) ? `customer_${key}` : key);

function allRows({ before, gone }: MatchedCustomers): Rows {
  const now = Uint32Array.from(before.keys()).filter((row) => before[row] !== NOBODY);
  const rows = {
    then: new Uint32Array(now.length + gone.length),
    now: new Uint32Array(now.length + gone.length),
  };
  rows.now.set(now);
  rows.now.fill(MISSING, now.length);
  rows.then.set(now.map((row) => before[row]!));
  rows.then.set(gone, now.length);
  return rows;
}

function keysOf({ then, now }: MatchedCustomers, rows: Rows): TextColumn {
  const texts = Array.from(rows.now, (row, i) =>
    row === MISSING ? textOf(then.customers, rows.then[i]!) : textOf(now.customers, row),
  );
  return new TextColumn(Uint32Array.from(texts.keys()), Dictionary.of(texts.map((text) => text ?? '')));
}

const segmentsOf = (segments: Uint8Array, names: readonly string[], rows: Uint32Array): TextColumn =>
  new TextColumn(
    rows.map((row) => (row === MISSING || segments[row] === 0 ? MISSING : segments[row]! - 1)),
    Dictionary.of(names),
  );

const worthOf = (worth: Float64Array, rows: Uint32Array): NumberColumn =>
  new NumberColumn(Float64Array.from(rows, (row) => (row === MISSING ? NaN : worth[row]!)));
