import { EngineError } from '../errors';
import type { Kind } from '../table/columns';
import type { Work } from '../work';
import type { ColumnChoice } from './column-choice';
import { ColumnFill } from './column-fill';
import { ExtraColumns } from './extra-columns';
import { finishReading } from './finish-reading';
import { headerNames } from './header-names';
import type { Hands } from './parts';
import { refuseManyColumns } from './reading-limits';
import { planColumns } from './plan-columns';
import { readInParts } from './read-in-parts';
import type { ReadOptions } from './read-options';
import { readPass, type PassFacts, type ReadPass } from './read-pass';
import type { ReadResult } from './read-report';
import type { Sniffed } from './sniff';
import type { ByteSource } from './source';
import { inOtherEncoding, strangeColumns } from './strange-letters';

/** What is wanted of a file beside what its bytes say. */
export interface ReadChoice {
  /** What the user or a recipe says about the file; the rest is sniffed. */
  options?: Partial<ReadOptions>;
  /** What a recipe wants the columns to be: text always wins, others are tried first and give way to text. */
  kinds?: ReadonlyMap<string, Kind>;
  /** What a person or a recipe says about single columns; goes before `kinds`. */
  columns?: ReadonlyMap<string, ColumnChoice>;
}

/** How a file is read, which changes nothing about what is found in it. */
export interface ReadMeans {
  /** What a look at the file by the same choice concluded; it is looked at anew otherwise. */
  sniffed?: Sniffed | null;
  /** Bytes that one read of the source asks for. */
  sliceBytes?: number;
  /** Others that read parts of it. */
  hands?: Hands | null;
  /** Bytes of one such part. */
  partBytes?: number;
}

/** Reads a delimited file in one pass, and again only the columns that turned out otherwise than the sample said. */
export async function readDelimited(
  source: ByteSource,
  sniffed: Sniffed,
  choice: ReadChoice,
  work: Work,
  means: ReadMeans = {},
): Promise<ReadResult> {
  const { options } = sniffed;
  const header = options.header ? (sniffed.records[0] ?? []) : null;
  const width = header ? header.length : sniffed.width;
  refuseManyColumns(source, width);
  const heading = headerNames(header, width);
  const plans = await planColumns(heading.names, sniffed, choice, work);
  const fills = plans.map((plan, position) => new ColumnFill(heading.names[position]!, position, plan));
  const expected = fills.length;
  const extras = new ExtraColumns(source, heading, fills);
  let told: PassFacts = { rows: 0, unclosed: null };
  for (let pass = 0, active = fills; active.length > 0; pass++) {
    const way: ReadPass = { source, options, fills: active, extras: pass === 0 ? extras : null, expected };
    // A sample numbers its rows in order, which parts cannot know.
    const inParts =
      means.hands && !options.sample ? await readInParts(way, means.hands, work, means.partBytes) : null;
    told = inParts ?? (await readPass(way, work, means.sliceBytes));
    active = active.filter((fill) => !fill.settle());
  }
  const { rows, unclosed, repeated = [] } = told;
  if (rows === 0) throw new EngineError(options.header ? 'header-only' : 'empty-file', { file: source.name });
  const strange = options.encoding === 'utf-8' ? strangeColumns(fills) : [];
  if (choice.options?.encoding === undefined && strange.some(({ isOther }) => isOther))
    return readDelimited(source, inOtherEncoding(sniffed, strange), choice, work, means);
  const names = strange.map(({ name }) => name);
  return finishReading(source, sniffed, choice, {
    fills,
    heading,
    ragged: extras.ragged,
    rows,
    unclosed,
    strange: names,
    repeated,
  });
}
