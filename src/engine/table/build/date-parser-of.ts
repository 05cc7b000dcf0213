import { DateCells, type DateOrder } from './date-cell';
import type { DateParser } from './date-parser';
import { SerialDateCells, type SerialFormat } from './serial-date-cells';
import { WrittenDateCells, type WrittenOrder } from './written-date-cells';

const SERIAL: readonly string[] = [
  'excel-serial',
  'epoch-seconds',
  'epoch-milliseconds',
] satisfies SerialFormat[];
const WRITTEN: readonly string[] = ['D MMMM YYYY', 'MMMM D, YYYY', 'YYYY MMMM D'] satisfies WrittenOrder[];
const ORDERS: readonly (readonly [pattern: RegExp, order: DateOrder])[] = [
  [/^YYYYMMDD$/, 'YYYYMMDD'],
  [/^YYYY([-/.])MM\1DD$/, 'YMD'],
  [/^DD([-/.])MM\1YY(?:YY)?$/, 'DMY'],
  [/^MM([-/.])DD\1YY(?:YY)?$/, 'MDY'],
  [/^DD([-/. ])MMM\1YY(?:YY)?$/, 'DMMMY'],
  [/^MMM DD(,?) YY(?:YY)?$/, 'MMMDY'],
];

/**
 * The reader of dates written in a pattern, such as `DD/MM/YYYY` or `YYYY-MM-DD HH:mm`; whether years have two digits
 * and what of the clock is written is settled cell by cell. Null for no pattern that is known.
 */
export function dateParserOf(format: string): DateParser | null {
  if (SERIAL.includes(format)) return new SerialDateCells(format as SerialFormat);
  const day = dayFormat(format);
  if (WRITTEN.includes(day)) return new WrittenDateCells(day as WrittenOrder);
  for (const [pattern, order] of ORDERS) {
    const found = pattern.exec(day);
    if (found) return new DateCells(order, (found[1] || ' ').charCodeAt(0));
  }
  return null;
}

/** The pattern of the day alone, without its clock. */
export const dayFormat = (format: string): string => format.replace(/[ T]HH.*$/, '');
