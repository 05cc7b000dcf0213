import { csvCell } from '../../files/csv-cell';
import { sha256 } from '../sha256';
import { cutToCharacters } from './cut';
import { isHashed, type FieldCells } from './field-cells';
import { harmless } from './harmless';
import type { PreparedRows } from './prepare-rows';

/** Stands for a hash where only the length of a line is asked for. */
const AS_LONG = '0'.repeat(64);

/** The lines of the file, without their ends. */
export interface FileLines {
  header: string;
  line: (row: number) => string;
}

/** @param measure whether only the length of a line matters */
export function fileLines(prepared: PreparedRows, measure: boolean): FileLines {
  const { cells, choice, destination, segmentName } = prepared;
  const writers = cells.map((one) => writerOf(one, isHashed(one.field, destination, choice), measure));
  const { segment } = destination;
  if (segment) writers.push((row) => csvCell(segmentCell(segmentName(row), prepared), ','));
  const headers = [...cells.map(({ field }) => field.header), ...(segment ? [segment.header] : [])];
  return {
    header: headers.map((header) => csvCell(choice.guard ? harmless(header) : header, ',')).join(','),
    line: (row) => {
      let line = '';
      for (let at = 0; at < writers.length; at++) line += (at > 0 ? ',' : '') + writers[at]!(row);
      return line;
    },
  };
}

function writerOf({ field, cell }: FieldCells, hash: boolean, measure: boolean): (row: number) => string {
  const { hashed } = field;
  if (hash && hashed) {
    return (row) => {
      const text = cell(row);
      if (!text) return '';
      return measure ? AS_LONG : sha256(hashed(text));
    };
  }
  // Between quotes a spreadsheet shows a phone number as it is, and nothing stands before the +.
  if (field.is === 'phone') return (row) => quoted(cell(row) ?? '');
  return (row) => csvCell(cell(row) ?? '', ',');
}

const quoted = (text: string): string => (text === '' ? '' : `"${text}"`);

/** The segment's name, or a tag of it: between quotes where it has a comma, which parts tags. */
export function segmentCell(
  name: string,
  { destination, choice }: Pick<PreparedRows, 'destination' | 'choice'>,
): string {
  const written = choice.guard ? harmless(name) : name;
  if (destination.segment?.as !== 'tag') return written;
  const { tag = Infinity } = limitsOf({ destination, choice });
  const short = cutToCharacters(written.replaceAll('"', "'"), tag);
  return short.includes(',') ? `"${short}"` : short;
}

/** The limits that hold. */
export const limitsOf = ({ destination, choice }: Pick<PreparedRows, 'destination' | 'choice'>) =>
  destination.limits[choice.plan] ?? destination.limits[0];
