import type { ReadReport } from '../../engine/index';
import { count } from './format';
import { storedLabel } from './labels';

/** "Parquet, snappy" or "SQLite, table 'orders', one of 3". */
export function storedWords({ stored, sheet }: ReadReport): string {
  const { format, codecs } = stored!;
  const table = sheet ? [`table '${sheet.name}'`] : [];
  const others = sheet && sheet.others.length > 0 ? [`one of ${count(sheet.others.length + 1)}`] : [];
  return [storedLabel(format), ...codecs, ...table, ...others].join(', ');
}

/** Whether the file could be read in another way at all. */
export const canReadOtherwise = ({ stored, sheet }: ReadReport): boolean =>
  !stored || (sheet?.others.length ?? 0) > 0;
