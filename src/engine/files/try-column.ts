import type { CellBlock } from '../table/build/cell-block';
import { blockOfTexts } from '../table/build/block-of-texts';
import { isBlank, textOf } from '../table/build/cell-bytes';
import { DateBuilder } from '../table/build/date-builder';
import { FormattedNumberBuilder } from '../table/build/formatted-number-builder';
import { KNOWN_MARKS, Marks } from '../table/build/marks';
import { numberFormatText } from '../table/build/number-format';
import type { Kind } from '../table/columns';
import type { Work } from '../work';
import type { AnyTypedBuilder } from './builder-of';
import { planColumn } from './candidates';
import type { ColumnChoice } from './column-choice';
import type { ReadOptions } from './read-options';
import type { Stopper } from './read-report';
import { fileHead, withinHead } from './file-head';
import { sniffHead } from './read-table';
import { recordBlocks } from './record-blocks';
import { bytesSource, type ByteSource } from './source';

/** One column understood in one way, before it is read so. */
export interface ColumnTrial {
  kind: Kind;
  /** As `ColumnReading.format`. */
  format: string | null;
  unit: string | null;
  /** Dates: whether a cell has a time of day. */
  hasTime: boolean;
  /** Cells that fit, of those that are not missing, and how many are missing. */
  fits: number;
  of: number;
  missing: number;
  /** Whether all rows were tried, not the first megabyte alone. */
  whole: boolean;
  /** The first few cells that do not fit. */
  first: readonly Stopper[];
  /** The first cells that hold something, as written and as understood: a date in ms; null for missing. `row` counts from 1. */
  cells: readonly { row: number; written: string; value: string | number | boolean | null }[];
}

const SHOWN = 20;

/**
 * Tries what a person might say about a column, on the first megabyte or on all of the file; nothing is kept.
 * `options` are those of the reading, `position` the column's place in the file from 0.
 * @throws EngineError as `readTable`; Stopped
 */
export async function tryColumn(
  source: ByteSource,
  options: ReadOptions,
  column: { name: string; position: number },
  choice: ColumnChoice,
  whole: boolean,
  work: Work,
): Promise<ColumnTrial> {
  const head = await fileHead(source, options, work);
  const { records } = sniffHead(head, source, { options });
  const rows = options.header ? records.slice(1) : records;
  // What is a mark of a missing cell is found out, as when the file was read first.
  const marks = new Marks([...new Set([...KNOWN_MARKS, ...options.missing])]);
  const { name, position } = column;
  const said: ColumnChoice = choice.kind === 'text' ? choice : { ...choice, others: 'blank' };
  const wanted = { name, named: options.header, choice: said, marks, decimal: options.decimal };
  const candidate = planColumn(blockOfTexts(rows), position, wanted).candidates[0];
  const builder = candidate?.create() ?? null;
  const seen = new Seen(position, choice, marks);
  const [from, how] = whole
    ? [source, options]
    : [bytesSource(source.name, head.bytes), withinHead(options, head)];
  for await (const block of recordBlocks(from, how, work)) {
    if (block.isHeader) continue;
    builder?.add(block, position);
    seen.add(block);
  }
  return {
    ...(builder
      ? typed(builder, candidate!.format)
      : { kind: 'text', format: null, unit: null, hasTime: false }),
    fits: builder ? builder.good : seen.filled,
    of: builder ? builder.good + builder.unread : seen.filled,
    missing: seen.rows - (builder ? builder.good + builder.unread : seen.filled),
    whole,
    first: builder?.first ?? [],
    cells: seen.cells(candidate?.create() ?? null),
  };
}

function typed(
  builder: AnyTypedBuilder,
  format: string | null,
): Pick<ColumnTrial, 'kind' | 'format' | 'unit' | 'hasTime'> {
  if (builder instanceof DateBuilder) {
    const { cells, good } = builder;
    return { kind: 'date', format: good > 0 ? cells.format : format, unit: null, hasTime: cells.hasTime };
  }
  if (builder instanceof FormattedNumberBuilder) {
    const { format: known } = builder.cells;
    return { kind: 'number', format: numberFormatText(known), unit: known.unit, hasTime: false };
  }
  return { kind: builder.finish().kind, format, unit: null, hasTime: false };
}

/** Counts rows and filled cells, and keeps the first that are filled. */
class Seen {
  rows = 0;
  filled = 0;
  readonly #position: number;
  readonly #marks: Marks | null;
  readonly #rows: number[] = [];
  readonly #texts: string[] = [];

  constructor(position: number, { kind, marks }: ColumnChoice, known: Marks) {
    this.#position = position;
    this.#marks = kind === 'text' && marks === 'blank' ? known : null;
  }

  add({ bytes, starts, ends, offsets, rows, firstRow }: CellBlock): void {
    this.rows += rows;
    for (let row = 0; row < rows; row++) {
      const cell = offsets[row]! + this.#position;
      if (cell >= offsets[row + 1]!) continue;
      const start = starts[cell]!;
      const end = ends[cell]!;
      if (start === end || isBlank(bytes, start, end)) continue;
      if (this.#texts.length < SHOWN) {
        this.#rows.push(firstRow + row + 1);
        this.#texts.push(textOf(bytes, start, end));
      }
      if (this.#marks?.match(bytes, start, end) == null) this.filled++;
    }
  }

  cells(builder: AnyTypedBuilder | null): ColumnTrial['cells'] {
    builder?.add(blockOfTexts(this.#texts.map((text) => [text])), 0);
    const column = builder?.finish();
    return this.#texts.map((written, at) => {
      const value = column ? column.at(at) : this.#asText(written);
      return { row: this.#rows[at]!, written, value: value instanceof Date ? value.getTime() : value };
    });
  }

  #asText(written: string): string | null {
    const block = blockOfTexts([[written]]);
    return this.#marks?.match(block.bytes, 0, block.bytes.length) == null ? written : null;
  }
}
