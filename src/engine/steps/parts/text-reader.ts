import { dateParserOf } from '../../table/build/date-parser-of';
import { NumberCells } from '../../table/build/number-cells';
import { numberFormatOf } from '../../table/build/number-format';

/** Reads single texts as the reading of a file does where a column has that format, which must be a known one; NaN where it does not fit. */
export function textReader(to: 'number' | 'date', format: string): (text: string) => number {
  const number = to === 'number' ? numberFormatOf(format) : null;
  const cells = number ? new NumberCells(number) : dateParserOf(format)!;
  const encoder = new TextEncoder();
  return (text) => {
    const bytes = encoder.encode(text);
    return cells.parse(bytes, 0, bytes.length);
  };
}
