import type { ColumnReading } from '../files/read-report';

const MOSTLY = 0.5;

/** The format in which most cells of a text column would be of that kind; null for plain numbers and where none is known. */
export function bestFormat(
  reading: Pick<ColumnReading, 'runnersUp'> | null,
  kind: 'number' | 'date',
): string | null {
  const best = reading?.runnersUp?.find((one) => one.kind === kind && one.fits >= one.of * MOSTLY);
  return best?.format ?? null;
}
