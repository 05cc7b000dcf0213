import type { ColumnReading } from '../files/read-report';

/** From the pattern of the reading, such as `DD/MM/YYYY`; year first where none is known. */
export function dateOrder(reading: Pick<ColumnReading, 'format'> | null): 'ymd' | 'dmy' | 'mdy' {
  if (reading?.format?.startsWith('D')) return 'dmy';
  return reading?.format?.startsWith('M') ? 'mdy' : 'ymd';
}
