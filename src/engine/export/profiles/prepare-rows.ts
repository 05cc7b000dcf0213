import { EngineError } from '../../errors';
import { inBlocks } from '../../steps/parts/blocks';
import { segmentColumns } from '../../insight/segment-columns';
import { columnWithRole, metaOf } from '../../table/meta';
import { columnAs, columnOf } from '../../table/table';
import type { Work } from '../../work';
import { cellTexts } from './cell-texts';
import type { ProfileChoice } from './choice';
import { answersTo, type Answer } from './consent';
import type { Contacts } from './contacts';
import type { Destination, FieldKind } from './destination';
import { destinationOf } from './destinations';
import { fieldCells, type FieldCells } from './field-cells';
import { ROW_REASONS, type RowReason } from './reasons';
import { duplicates, keysOf, refused } from './same-person';

const WRITTEN = 0;
const NOT_CHOSEN = 255;

/** What is settled for each customer before a byte is written. */
export interface PreparedRows {
  destination: Destination;
  choice: ProfileChoice;
  cells: readonly FieldCells[];
  /** n customers; those of other segments are among them. */
  rows: number;
  isChosen: (row: number) => boolean;
  isWritten: (row: number) => boolean;
  /** Null where it is written or not chosen. */
  reason: (row: number) => RowReason | null;
  /** For a duplicate the row that is written in its place. */
  keptInstead: (row: number) => number | null;
  segmentId: (row: number) => number;
  segmentName: (row: number) => string;
  /** What the customer is known by in the file. */
  who: (row: number) => string;
  /** What that column is called; `row` where customers have no number. */
  whoColumn: string;
}

/**
 * Settles which of the chosen customers are written and why the others are not. Nobody is written who, as another
 * customer of whatever segment, did not agree. Of several rows that are one person the one worth most is written, else
 * that of the more valuable segment, else the first.
 * @throws EngineError `missing-column`; Stopped
 */
export async function prepareRows(
  choice: ProfileChoice,
  contacts: Contacts,
  work: Work,
  destination = destinationOf(choice.destination),
): Promise<PreparedRows> {
  const { customers } = contacts;
  const rows = customers.numRows();
  const labels = segmentColumns(customers);
  if (!labels) throw new EngineError('missing-column', { column: 'segment_id' });
  const ids = columnAs(customers, labels.id, 'number').values;
  const wanted = choice.segments && new Set(choice.segments);
  const isChosen = (row: number) => (wanted ? wanted.has(ids[row]!) : !Number.isNaN(ids[row]!));
  const cells = await fieldCells(destination, choice, contacts, work);
  const said = await answersOf(choice, contacts, work);
  const reasonOf = reasonsFor(destination, cells, said);
  const state = new Uint8Array(rows).fill(NOT_CHOSEN);
  await inBlocks(rows, 'checking', work, (from, to) => {
    for (let row = from; row < to; row++) if (isChosen(row)) state[row] = reasonOf(row);
  });
  const keys = keysOf(destination, cells);
  const mark = (reason: RowReason) => (row: number) => (state[row] = placeOf(reason));
  const mayBe = (row: number) => state[row] === WRITTEN;
  if (said) await refused({ rows, keys, mayBe, said, refuse: mark('refused') }, work);
  const same = { rows, keys, mayBe, goesBefore: before(contacts, ids), drop: mark('duplicate') };
  const instead = await duplicates(same, work);
  return {
    destination,
    choice,
    cells,
    rows,
    isChosen,
    isWritten: (row) => state[row] === WRITTEN,
    reason: (row) => ROW_REASONS[state[row]! - 1] ?? null,
    keptInstead: (row) => lastOf(instead, row),
    segmentId: (row) => ids[row]!,
    segmentName: cellTexts(columnOf(customers, labels.name)),
    ...named(contacts),
  };
}

const placeOf = (reason: RowReason) => ROW_REASONS.indexOf(reason) + 1;

/** What each customer answered; null where nobody was asked. */
async function answersOf(
  { consent }: ProfileChoice,
  contacts: Contacts,
  work: Work,
): Promise<((row: number) => Answer) | null> {
  if (!consent) return null;
  const yes = new Set(consent.yes);
  const column = await contacts.answers(consent.column, (value) => yes.has(value), work);
  if (!column) throw new EngineError('missing-column', { column: consent.column });
  return answersTo(column, consent.yes);
}

/** 0 where the row may be written, else the place of the reason, from 1. */
function reasonsFor(
  destination: Destination,
  cells: readonly FieldCells[],
  said: ((row: number) => Answer) | null,
): (row: number) => number {
  const byHeader = new Map(cells.map((one) => [one.field.header, one]));
  const needs = destination.needs.map((headers) => headers.map((header) => byHeader.get(header)));
  const country = destination.fields.find(({ is }) => is === 'country');
  const needsCountry = country !== undefined && destination.needs.flat().includes(country.header);
  const needed = needs.flat();
  return (row) => {
    if (said && said(row) !== 'yes') return placeOf('no-consent');
    const met = needs.some((fields) => fields.every((one) => one !== undefined && one.cell(row)));
    return met ? WRITTEN : placeOf(unmet(needed, needsCountry, row));
  };
}

/** Why a row meets no need: the first of its cells there that is not valid, else what is missing. */
function unmet(needed: readonly (FieldCells | undefined)[], needsCountry: boolean, row: number): RowReason {
  const cell = (is: FieldKind) => needed.find((one) => one?.field.is === is)?.cell(row);
  if (cell('email') === null) return 'bad-email';
  if (cell('phone') === null) return 'bad-phone';
  if (!cell('first-name') && !cell('last-name')) return 'no-identifier';
  if (!needsCountry) return 'incomplete';
  const country = cell('country');
  if (country === null) return 'unknown-country';
  return country ? 'incomplete' : 'no-country';
}

/** Whether the first of two rows goes before the second, which stands further down. */
function before({ customers }: Contacts, ids: Float64Array): (above: number, below: number) => boolean {
  const column = columnWithRole(customers, 'monetary');
  const worth = column === null ? null : columnOf(customers, column);
  const money = (row: number) => (worth?.kind === 'number' ? (worth.at(row) ?? -Infinity) : 0);
  return (above, below) =>
    money(above) === money(below) ? !(ids[below]! < ids[above]!) : money(above) > money(below);
}

function lastOf(instead: ReadonlyMap<number, number>, row: number): number | null {
  let at = instead.get(row);
  if (at === undefined) return null;
  for (let next = instead.get(at); next !== undefined; next = instead.get(at)) at = next;
  return at;
}

function named({ customers }: Contacts): Pick<PreparedRows, 'who' | 'whoColumn'> {
  const { key, sourceRows } = metaOf(customers);
  if (key !== null) return { who: cellTexts(columnOf(customers, key)), whoColumn: key };
  return { who: (row) => String((sourceRows?.[row] ?? row) + 1), whoColumn: 'row' };
}
