import { ByteWriter } from '../../files/byte-writer';
import { csvCell } from '../../files/csv-cell';
import type { Work } from '../../work';
import type { FieldCells } from './field-cells';
import { segmentCell } from './file-lines';
import { harmless, wasGuarded } from './harmless';
import type { PreparedRows } from './prepare-rows';
import { REASON_WORDS, type CellReason, type RowReason } from './reasons';

/** A customer who is not in the file, or a cell that is not in its row. */
export interface Lost {
  who: string;
  segment: string;
  /** `row`: the customer is not in the file; `cell`: one cell stays away or is shorter. */
  what: 'row' | 'cell';
  reason: RowReason | CellReason;
  /** The field of the destination; '' where no single one is the reason. */
  header: string;
  /** What stands in our column. */
  value: string;
  /** Who is written in place of a duplicate. */
  instead: string;
}

const REASON_KINDS: Readonly<Record<string, string>> = {
  'bad-email': 'email',
  'bad-phone': 'phone',
  'unknown-country': 'country',
};

/** What is lost of one row; nothing of most. */
export function* lostOf(prepared: PreparedRows, row: number): Generator<Lost> {
  if (!prepared.isChosen(row)) return;
  const base = { who: prepared.who(row), segment: prepared.segmentName(row), instead: '' };
  const reason = prepared.reason(row);
  if (reason !== null) {
    const kept = prepared.keptInstead(row);
    const isOne = reason === 'duplicate' || reason === 'refused';
    const kind = isOne ? prepared.destination.keys[0] : REASON_KINDS[reason];
    const field = prepared.cells.find((one) => one.field.is === kind);
    yield {
      ...base,
      what: 'row',
      reason,
      header: field?.field.header ?? '',
      value: field?.raw(row) ?? '',
      instead: kept === null ? '' : prepared.who(kept),
    };
    return;
  }
  for (const one of prepared.cells) {
    const why = cellReason(one, row);
    const lost = { ...base, what: 'cell' as const, header: one.field.header };
    if (why) yield { ...lost, reason: why, value: one.raw(row) };
    if (one.guarded?.(row)) yield { ...lost, reason: 'formula', value: one.raw(row) };
  }
  const { segment } = prepared.destination;
  if (segment && wasGuarded(segmentCell(base.segment, prepared), base.segment))
    yield { ...base, what: 'cell', reason: 'formula', header: segment.header, value: base.segment };
}

/** Why a cell of a written row stays away or is shorter; null where it is whole. */
function cellReason({ field, cell, cut }: FieldCells, row: number): CellReason | null {
  if (cut?.(row)) return 'cut';
  if (cell(row) !== null) return null;
  if (field.is === 'email') return 'bad-email';
  return field.is === 'phone' ? 'bad-phone' : 'unknown-country';
}

const HEADERS = ['segment', 'left out', 'reason', 'field', 'value', 'kept instead'];

/** Everything that is lost, a line each, as comma-separated UTF-8 with a byte order mark, for a spreadsheet. */
export async function* lostCsv(prepared: PreparedRows, work: Work): AsyncGenerator<Uint8Array> {
  const out = new ByteWriter(',');
  out.text(
    `\ufeff${[prepared.whoColumn, ...HEADERS].map((name) => csvCell(harmless(name), ',')).join(',')}\n`,
  );
  for (let row = 0; row < prepared.rows; row++) {
    for (const lost of lostOf(prepared, row)) {
      const cells = [
        lost.who,
        lost.segment,
        lost.what,
        REASON_WORDS[lost.reason],
        lost.header,
        lost.value,
        lost.instead,
      ];
      out.text(`${cells.map((cell) => csvCell(harmless(cell), ',')).join(',')}\n`);
    }
    if (out.full) yield out.take();
    if (row % 2048 !== 0) continue;
    const rest = work.breathe({ phase: 'writing', done: row, total: prepared.rows, unit: 'rows' });
    if (rest) await rest;
  }
  yield out.take();
}
