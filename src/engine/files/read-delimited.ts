import { EngineError } from '../errors';
import type { CellBlock } from '../table/build/cell-block';
import type { Kind } from '../table/columns';
import type { Work } from '../work';
import type { ColumnChoice } from './column-choice';
import { ColumnFill } from './column-fill';
import { finishReading, holdsBadUtf8 } from './finish-reading';
import { extraName, headerNames, type HeaderNames } from './header-names';
import { RaggedRows } from './ragged-rows';
import { refuseManyColumns } from './reading-limits';
import { planColumns } from './plan-columns';
import type { ReadOptions } from './read-options';
import type { ReadReport, ReadResult } from './read-report';
import { recordBlocks } from './record-blocks';
import type { Sniffed } from './sniff';
import type { ByteSource } from './source';

/** What is wanted of a file beside what its bytes say. */
export interface ReadChoice {
  /** What the user or a recipe says about the file; the rest is sniffed. */
  options?: Partial<ReadOptions>;
  /** What a recipe wants the columns to be: text always wins, others are tried first and give way to text. */
  kinds?: ReadonlyMap<string, Kind>;
  /** What a person or a recipe says about single columns; goes before `kinds`. */
  columns?: ReadonlyMap<string, ColumnChoice>;
}

/** Reads a delimited file in one pass, and again only the columns that turned out otherwise than the sample said. */
export async function readDelimited(
  source: ByteSource,
  sniffed: Sniffed,
  choice: ReadChoice,
  work: Work,
  sliceBytes?: number,
): Promise<ReadResult> {
  const { options } = sniffed;
  const header = options.header ? (sniffed.records[0] ?? []) : null;
  const width = header ? header.length : sniffed.width;
  refuseManyColumns(source, width);
  const heading = headerNames(header, width);
  const ragged = new RaggedRows(heading.names.length);
  const plans = await planColumns(heading.names, sniffed, choice, work);
  const fills = plans.map((plan, position) => new ColumnFill(heading.names[position]!, position, plan));
  let rows = 0;
  let unclosed: UnclosedQuote | null = null;
  for (let pass = 0, active = fills; active.length > 0; pass++) {
    rows = 0;
    for await (const block of recordBlocks(source, options, work, sliceBytes)) {
      if (block.isHeader) continue;
      if (pass === 0) addExtras(source, block, ragged, fills, heading);
      if (block.unclosed >= 0) unclosed = unclosedQuote(block);
      for (const fill of active) fill.add(block);
      rows += block.rows;
    }
    active = active.filter((fill) => !fill.settle());
  }
  if (rows === 0) throw new EngineError(options.header ? 'header-only' : 'empty-file', { file: source.name });
  if (choice.options?.encoding === undefined && options.encoding === 'utf-8' && holdsBadUtf8(fills)) {
    const again = { ...sniffed, options: { ...options, encoding: 'windows-1252' } };
    return readDelimited(source, again, choice, work, sliceBytes);
  }
  return finishReading(source, sniffed, choice, { fills, heading, ragged, rows, unclosed });
}

/** A row longer than any before brings its own text columns, missing in all rows above. */
function addExtras(
  source: ByteSource,
  block: Parameters<RaggedRows['add']>[0],
  ragged: RaggedRows,
  fills: ColumnFill[],
  heading: HeaderNames,
): void {
  const before = ragged.extra;
  ragged.add(block);
  refuseManyColumns(source, ragged.expected + ragged.extra);
  for (let extra = before + 1; extra <= ragged.extra; extra++) {
    const name = extraName(heading.names, extra);
    const fill = new ColumnFill(name, ragged.expected + extra - 1, { candidates: [], watcher: null });
    fill.addMissing(block.firstRow);
    heading.names.push(name);
    fills.push(fill);
  }
}

type UnclosedQuote = NonNullable<ReadReport['unclosedQuote']>;

const LF = 0x0a;

/** What a quote that never closes took with it. Null where no line came after it. */
function unclosedQuote(block: CellBlock): UnclosedQuote | null {
  const cell = block.offsets[block.unclosed + 1]! - 1;
  let lines = 0;
  for (let at = block.starts[cell]!; at < block.ends[cell]! - 1; at++) if (block.bytes[at] === LF) lines++;
  return lines > 0 ? { row: block.firstRow + block.unclosed + 1, lines } : null;
}
