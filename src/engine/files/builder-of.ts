import { BooleanBuilder } from '../table/build/boolean-builder';
import { DateBuilder } from '../table/build/date-builder';
import { dateParserOf } from '../table/build/date-parser-of';
import { FormattedNumberBuilder } from '../table/build/formatted-number-builder';
import type { Marks } from '../table/build/marks';
import { NumberBuilder } from '../table/build/number-builder';
import { NumberCells } from '../table/build/number-cells';
import { numberFormatOf } from '../table/build/number-format';
import type { Kind } from '../table/columns';

/** One way to understand a column, as plain data: it crosses to other workers and stands in recipes. */
export interface Way {
  kind: Exclude<Kind, 'text'>;
  /**
   * Dates: the pattern, see `dateParserOf`. Numbers: an example, see `numberFormatOf`; null for plain digits with the
   * file's decimal mark. Yes and no: `0/1`, or null for any two words that go together.
   */
  format: string | null;
}

/** The format of yes and no that are written as 1 and 0. */
export const ZERO_ONE = '0/1';

export type AnyTypedBuilder = NumberBuilder | FormattedNumberBuilder | DateBuilder | BooleanBuilder;

/** A builder that fills a column in that way; null for a format that is not known. */
export function builderOf({ kind, format }: Way, marks: Marks, decimal: '.' | ','): AnyTypedBuilder | null {
  if (kind === 'boolean') return new BooleanBuilder(marks, format === ZERO_ONE);
  if (kind === 'date') {
    const parser = dateParserOf(format ?? '');
    return parser && new DateBuilder(marks, parser);
  }
  if (format === null) return new NumberBuilder(marks, decimal);
  const known = numberFormatOf(format);
  return known && new FormattedNumberBuilder(marks, new NumberCells(known));
}
