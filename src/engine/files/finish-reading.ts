import { DateBuilder } from '../table/build/date-builder';
import { FormattedNumberBuilder } from '../table/build/formatted-number-builder';
import { numberFormatText } from '../table/build/number-format';
import { KNOWN_MARKS } from '../table/build/marks';
import { TextBuilder } from '../table/build/text-builder';
import { countMissing, TextColumn, type Column } from '../table/columns';
import { makeTable, type NamedColumn } from '../table/table';
import type { ColumnFill } from './column-fill';
import { evidenceOf, type Concluded } from './evidence';
import type { HeaderNames } from './header-names';
import { identifierByName } from './named-identifier';
import type { RaggedRows } from './ragged-rows';
import type { ReadChoice } from './read-delimited';
import type { ColumnReading, ReadReport, ReadResult } from './read-report';
import type { Sniffed } from './sniff';
import type { ByteSource } from './source';
import { leftOut, repeatedNames } from './repeated-names';
import { strangeCells } from './strange-letters';
import { marksAmongCodes, marksAsWords, withoutMarks } from './text-marks';

interface Filled {
  fills: readonly ColumnFill[];
  heading: HeaderNames;
  ragged: RaggedRows;
  rows: number;
  unclosed: ReadReport['unclosedQuote'];
  /** Names of the columns that hold cells that are no UTF-8 though the file is. */
  strange: readonly string[];
  /** Records that were left out because they repeat the names. */
  repeated: readonly number[];
}

/** Makes the table and the report once every column is settled. */
export function finishReading(
  source: ByteSource,
  sniffed: Sniffed,
  choice: ReadChoice,
  filled: Filled,
): ReadResult {
  const met = new Map<string, number>();
  const count = (marks: ReadonlyMap<string, number>) => {
    for (const [mark, times] of marks) met.set(mark, (met.get(mark) ?? 0) + times);
  };
  for (const { builder } of filled.fills) if (!(builder instanceof TextBuilder)) count(builder.marks);
  const finished = filled.fills.map(({ builder }) => builder.finish());
  const amongCodes = finished.flatMap((column) =>
    column instanceof TextColumn ? marksAmongCodes(column) : [],
  );
  const found = [...sniffed.options.missing, ...met.keys(), ...amongCodes];
  const missing = choice.options?.missing ?? [...new Set(found)];
  const strange = filled.fills.flatMap(({ name }, at) => {
    const column = finished[at];
    return column instanceof TextColumn && filled.strange.includes(name) ? [{ name, column }] : [];
  });
  const spoilt = strangeCells(strange)?.cells;
  const metInText = new Map<ColumnFill, ReadonlyMap<string, number>>();
  const columns = filled.fills.map((fill, at): NamedColumn => {
    const column = finished[at]!;
    if (!(column instanceof TextColumn)) return [fill.name, column];
    const cleaned = withoutMarks(column, marksFor(fill, missing));
    count(cleaned.met);
    metInText.set(fill, cleaned.met);
    return [fill.name, cleaned.column];
  });
  const missingIn = (fill: ColumnFill): number | undefined => {
    const blanked = metInText.get(fill);
    if (!blanked || !(fill.builder instanceof TextBuilder)) return undefined;
    return [...blanked.values()].reduce((sum, times) => sum + times, fill.builder.missing);
  };
  const { options, records } = sniffed;
  const names = options.header && !options.dropRepeats ? (records[0] ?? []) : [];
  const repeated =
    filled.repeated.length > 0
      ? leftOut(filled.repeated)
      : repeatedNames(
          names,
          columns.map(([, column]) => column),
        );
  return {
    table: makeTable(columns),
    report: {
      name: source.name,
      bytes: source.size,
      rows: filled.rows,
      options: { ...sniffed.options, missing },
      evidence: sniffed.evidence,
      missingMarks: [...met].map(([mark, times]) => ({ mark, count: times })),
      columns: columns.map(([name, column], at) => {
        const fill = filled.fills[at]!;
        return readingOf(name, column, fill, metInText.get(fill), missingIn(fill));
      }),
      ragged: filled.ragged.report,
      mended: filled.ragged.mended,
      unclosedQuote: filled.unclosed,
      ...(spoilt && { spoilt }),
      ...(repeated && { repeatedNames: repeated }),
      renamed: filled.heading.renamed,
    },
  };
}

/** The spellings of a missing cell in one text column: those of the file, unless something else is said of the column. */
export function marksFor({ choice }: ColumnFill, missing: readonly string[]): readonly string[] {
  if (choice?.kind !== 'text' || choice.marks === undefined) return missing;
  return choice.marks === 'keep' ? [] : [...new Set([...missing, ...KNOWN_MARKS])];
}

/**
 * What is said of a column once its kind is settled; `metInText`: spellings of missing cells met in a text column;
 * `missing`: all its missing cells, where they were counted.
 */
export function readingOf(
  name: string,
  column: Column,
  fill: ColumnFill,
  metInText: ReadonlyMap<string, number> = new Map(),
  missing?: number,
): ColumnReading {
  const { builder } = fill;
  const date = builder instanceof DateBuilder ? builder.cells : null;
  const number = builder instanceof FormattedNumberBuilder ? builder.cells.format : null;
  const identifier = column instanceof TextColumn ? identifierOf(name, column, fill) : null;
  const concluded: Concluded = {
    kind: column.kind,
    format: date?.format ?? (number && numberFormatText(number)),
    ambiguous: (date?.ambiguous ?? false) && fill.choice?.format == null,
    stoppers: column.kind === 'text' && identifier === null ? fill.stoppers : null,
    identifier,
  };
  return {
    name,
    ...concluded,
    unit: number?.unit ?? null,
    ...(fill.choice && { choice: fill.choice }),
    ...evidenceOf(fill, concluded, () => column.length - (missing ?? countMissing(column))),
    ...(column instanceof TextColumn && { marks: marksIn(column, metInText) }),
  };
}

function marksIn(column: TextColumn, blanked: ReadonlyMap<string, number>): ColumnReading['marks'] {
  const marks = (counts: ReadonlyMap<string, number>, blank: boolean) =>
    [...counts].map(([mark, count]) => ({ mark, count, blank }));
  return [...marks(blanked, true), ...marks(marksAsWords(column), false)];
}

const EMAIL = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const LOOK_AT = 100;
const MOSTLY = 0.9;

function identifierOf(name: string, { dictionary }: TextColumn, fill: ColumnFill): string | null {
  const looked = Math.min(LOOK_AT, dictionary.size);
  let emails = 0;
  for (let code = 0; code < looked; code++) if (EMAIL.test(dictionary.text(code))) emails++;
  if (looked > 0 && emails >= looked * MOSTLY) return 'email';
  const named = identifierByName(name);
  return fill.digits ?? (named === 'email' ? null : named);
}
