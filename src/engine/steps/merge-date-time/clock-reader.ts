import { EngineError } from '../../errors';
import { writtenClock } from '../../table/build/written-clock';
import { MISSING, type Column } from '../../table/columns';
import { DAY } from '../parts/calendar';

/** Not read yet. */
const UNREAD = -1;

/**
 * Reads the time of day of each row in ms: null where the cell is missing, NaN where it is no time. Each distinct text
 * is read once. @throws EngineError `wrong-kind` for a column that is neither text nor dates
 */
export function clockReader(column: Column, name: string): (row: number) => number | null {
  if (column.kind === 'date') {
    const { values } = column;
    return (row) => {
      const ms = values[row]!;
      return ms === ms ? ((ms % DAY) + DAY) % DAY : null;
    };
  }
  if (column.kind !== 'text')
    throw new EngineError('wrong-kind', { column: name, kind: column.kind, needed: 'text' });
  const { codes, dictionary } = column;
  const known = new Float64Array(dictionary.size).fill(UNREAD);
  return (row) => {
    const code = codes[row]!;
    if (code === MISSING) return null;
    if (known[code] === UNREAD) known[code] = writtenClock(dictionary.text(code))?.ms ?? NaN;
    return known[code]!;
  };
}
