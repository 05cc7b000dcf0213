import { builderFromSpec } from '../table/build/builder-from-spec';
import { TypedBuilder } from '../table/build/column-builder';
import { CellBlock } from '../table/build/cell-block';
import { Marks } from '../table/build/marks';
import { DateBuilder } from '../table/build/date-builder';
import { NumberBuilder } from '../table/build/number-builder';
import { TextBuilder } from '../table/build/text-builder';
import { firstLine } from './first-line';
import { PartBytes } from './part-bytes';
import { BlockSpans } from './block-spans';
import { RoomBlock } from './room-block';
import { roomDates } from './room-dates';
import { roomNumbers } from './room-numbers';
import { PartTexts } from './part-texts';
import type { PartBounds, PartPlan, PartResult } from './parts';
import { RaggedRows } from './ragged-rows';
import { MOST_COLUMNS } from './reading-limits';
import { asciiByte, MOST_CELLS, MOST_ROWS, scanOf } from './record-blocks';
import type { Scan } from './scan-records';
import type { ByteSource } from './source';
import { TextMemory } from './text-memory';
import { unclosedQuote, type UnclosedQuote } from './unclosed-quote';

/** A record longer than this beyond its part is left to the reader of the whole file. */
const LONGEST_TAIL = 16 << 20;

/**
 * Reads the records that begin in one part of a delimited file, to the last one's end beyond the part; null where that
 * end is too far away. With a memory, texts that it knows are not told again.
 * @throws EngineError `unreadable-file`
 */
export async function readPart(
  source: ByteSource,
  plan: PartPlan,
  bounds: PartBounds,
  remembered: TextMemory | null = null,
): Promise<PartResult | null> {
  const scan = scanOf(plan);
  if (!scan) return null;
  const memory = remembered && !bounds.alone ? remembered : new TextMemory(plan, null);
  const turn = memory.queue();
  try {
    const bytes = await PartBytes.read(source, plan.encoding, bounds, turn.enter);
    const filling = new Filling(plan, bytes, memory.columns);
    return await fillIn(filling, scan, bytes, bounds.exact ? 0 : firstLine(bytes, scan, plan.expected));
  } finally {
    turn.leave();
    if (memory !== remembered) memory.close();
  }
}

async function fillIn(
  filling: Filling,
  scan: Scan,
  bytes: PartBytes,
  begin: number,
): Promise<PartResult | null> {
  // Later on doubled quotes before it are made single in place.
  const beginsAt = begin < 0 ? null : bytes.placeAfter(begin);
  let at = begin < 0 ? bytes.within : begin;
  for (let before = -1; at !== before && at < bytes.within;) {
    before = at;
    at = filling.take(filling.body, scan, bytes, at, bytes.within);
  }
  // The last record, which may end beyond the part.
  while (at < bytes.within) {
    const next = filling.take(filling.tail, scan, bytes, at, bytes.length);
    if (next === at) {
      if (bytes.final || bytes.length - bytes.within > LONGEST_TAIL) return null;
      await bytes.readOn();
    }
    at = next;
  }
  return { begin: beginsAt, end: bytes.placeBefore(bytes.afterLineEnd(at)), ...filling.result };
}

/** A little more room than the first records foretell. */
const ROOM = 1.1;

/** The builders of one part. */
class Filling {
  readonly body: CellBlock;
  readonly tail = new CellBlock(1, 256);
  readonly #plan: PartPlan;
  readonly #builders;
  readonly #spans: BlockSpans;
  readonly #ragged: RaggedRows;
  readonly #extras: TextBuilder[] = [];
  #rows = 0;
  #unclosed: UnclosedQuote | null = null;

  constructor(plan: PartPlan, bytes: PartBytes, texts: readonly (PartTexts | null)[]) {
    this.#plan = plan;
    const delimiter = asciiByte(plan.delimiter);
    this.body =
      delimiter < 0
        ? new CellBlock(MOST_ROWS, MOST_CELLS)
        : new RoomBlock(bytes, bytes.look(delimiter), plan, MOST_ROWS);
    this.#ragged = new RaggedRows(plan.expected);
    const marks = new Marks(plan.marks);
    this.#spans = new BlockSpans(bytes);
    const numbers = roomNumbers(bytes);
    const dates = roomDates(bytes);
    this.#builders = plan.builders.map(({ spec, forgiving }, at) => {
      const own = texts[at];
      if (own) return own;
      const builder = builderFromSpec(spec, marks);
      if (builder instanceof TypedBuilder) builder.forgiving = forgiving;
      if (builder instanceof NumberBuilder) builder.quick = numbers;
      if (builder instanceof DateBuilder) builder.quick = dates;
      return builder;
    });
  }

  /** Fills in the next records up to `limit`, and gives the place after them. */
  take(block: CellBlock, scan: Scan, bytes: PartBytes, from: number, limit: number): number {
    block.clear();
    block.bytes = bytes.bytes;
    block.marks = bytes.marks;
    block.firstRow = this.#rows;
    const next =
      block instanceof RoomBlock
        ? block.fill(scan, from, limit)
        : bytes.upTo(limit, (final) => scan(block, from, limit, final));
    if (block.rows === 0) return next;
    if (this.#rows === 0) this.#reserve(Math.ceil((block.rows * ROOM * bytes.within) / (next - from)));
    block.resolveDoubled(asciiByte(this.#plan.quote));
    if (this.#plan.extras) this.#addExtras(block);
    if (block.unclosed >= 0) this.#unclosed = unclosedQuote(block);
    this.#spans.set(block);
    const fill = (builder: PartTexts | TypedBuilder | TextBuilder, position: number) => {
      // Texts may have made the room larger, and so all views void.
      if (block instanceof RoomBlock) block.look();
      else block.bytes = bytes.bytes;
      if (builder instanceof PartTexts) builder.add(block, this.#spans, position);
      else builder.add(block, position);
    };
    for (const [at, builder] of this.#builders.entries()) fill(builder, this.#plan.builders[at]!.position);
    for (const [at, extra] of this.#extras.entries()) fill(extra, this.#plan.expected + at);
    this.#rows += block.rows;
    return next;
  }

  #reserve(rows: number): void {
    for (const builder of this.#builders) builder.reserve(rows);
  }

  #addExtras(block: CellBlock): void {
    this.#ragged.add(block);
    // More are refused where the parts are put together.
    const wanted = Math.min(this.#ragged.extra, MOST_COLUMNS);
    while (this.#extras.length < wanted) {
      const extra = new TextBuilder();
      extra.addMissing(this.#rows);
      this.#extras.push(extra);
    }
  }

  get result(): Omit<PartResult, 'begin' | 'end'> {
    return {
      rows: this.#rows,
      built: this.#builders.map((builder) => builder.part()),
      ragged: this.#ragged.part,
      extras: this.#extras.map((extra) => extra.part()),
      unclosed: this.#unclosed,
    };
  }
}
