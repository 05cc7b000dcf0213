import { BooleanBuilder } from '../table/build/boolean-builder';
import { TypedBuilder } from '../table/build/column-builder';
import { DateBuilder } from '../table/build/date-builder';
import { DateCells } from '../table/build/date-cell';
import { dayFormat } from '../table/build/date-parser-of';
import type { Kind } from '../table/columns';
import type { ColumnFill } from './column-fill';
import type { ColumnReading, RunnerUp, Why } from './read-report';

/** What is known of a column when its evidence is asked for. */
export type Concluded = Pick<ColumnReading, 'kind' | 'format' | 'ambiguous' | 'identifier' | 'stoppers'>;

const MOST_RUNNERS_UP = 5;
const MONTHS = 12;

/** Why the column is what it is, and what else it could be. `present` counts the cells that are not missing. */
export function evidenceOf(
  fill: ColumnFill,
  concluded: Concluded,
  present: () => number,
): Pick<ColumnReading, 'why' | 'runnersUp' | 'unread'> {
  const { builder } = fill;
  const typed = builder instanceof TypedBuilder ? builder : null;
  const unread = typed?.unread ? { count: typed.unread, first: typed.first } : null;
  const of = typed ? typed.good + typed.unread : present();
  return {
    why: whyOf(fill, concluded, typed?.good ?? of, of),
    runnersUp: runnersUp(fill, concluded, of),
    unread,
  };
}

function whyOf(
  fill: ColumnFill,
  { kind, ambiguous, identifier, stoppers }: Concluded,
  fits: number,
  of: number,
): Why {
  const why = (code: Why['code'], details: Why['details'] = {}): Why => ({ code, fits, of, details });
  const { builder, choice } = fill;
  if (choice && choice.kind === kind) return why('chosen');
  if (builder instanceof DateBuilder) {
    const place = dayPlace(builder);
    if (ambiguous) return why('day-open');
    return place === null ? why('all-fit') : why('day-settled', { place });
  }
  if (builder instanceof BooleanBuilder) {
    const [no, yes] = builder.spelling;
    return why('two-words', { no, yes });
  }
  if (kind !== 'text') return why('all-fit');
  if (of === 0) return why('blank');
  if (identifier !== null) return why('identifier', { identifier });
  return stoppers ? why('in-the-way', { kind: stoppers.kind, count: stoppers.count }) : why('words');
}

/** Where the number stands that can only be a day; null where the pattern does not need one. */
function dayPlace({ cells }: DateBuilder): 'first' | 'second' | null {
  if (!(cells instanceof DateCells) || (cells.order !== 'DMY' && cells.order !== 'MDY')) return null;
  if (cells.largestFirst > MONTHS) return 'first';
  return cells.largestSecond > MONTHS ? 'second' : null;
}

function runnersUp(fill: ColumnFill, { kind, format, ambiguous }: Concluded, of: number): RunnerUp[] {
  const { counted } = fill;
  const found = fill.tried
    .filter((tried) => tried.of > 0 && tried.fits > 0 && !isSame(tried, kind, format))
    .map((tried): RunnerUp => {
      if (ambiguous && isSwapped(tried.format, format)) return { ...tried, fits: of, of, sampled: false };
      return counted && isCounted(counted, tried)
        ? {
            ...tried,
            fits: counted.good,
            of: counted.good + counted.bad,
            first: counted.first,
            sampled: false,
          }
        : { ...tried, sampled: true };
    })
    .sort((a, b) => b.fits / b.of - a.fits / a.of)
    .slice(0, MOST_RUNNERS_UP);
  if (kind === 'text' || of === 0) return found;
  return [...found, { kind: 'text', format: null, fits: of, of, first: [], sampled: false }];
}

const isSame = (tried: { kind: Kind; format: string | null }, kind: Kind, format: string | null): boolean =>
  tried.kind === kind &&
  (kind !== 'date' ? tried.format === format : pattern(tried.format) === pattern(format));

/** The pattern with years of any length. */
const pattern = (format: string | null): string => dayFormat(format ?? '').replace(/YYYY/, 'YY');

const isSwapped = (one: string | null, other: string | null): boolean =>
  pattern(one).replace(/^(DD|MM)(.)(DD|MM)/, '$3$2$1') === pattern(other);

function isCounted(counted: TypedBuilder, tried: { kind: Kind; format: string | null }): boolean {
  if (counted instanceof DateBuilder) return isSame(tried, 'date', counted.cells.format);
  return tried.kind === 'number';
}
