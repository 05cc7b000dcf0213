import { TextBuilder } from '../table/build/text-builder';
import type { TextPart, TypedPart } from '../table/build/builder-part';
import { TypedBuilder } from '../table/build/column-builder';
import type { Work } from '../work';
import { firstRecord } from './first-record';
import { isReadInParts } from './part-bytes';
import {
  HandsLost,
  type Hands,
  type PartBounds,
  type PartPlan,
  type PartResult,
  type PlannedBuilder,
} from './parts';
import type { PassFacts, ReadPass } from './read-pass';
import { isPlain, scanOf } from './record-blocks';

/** Bytes of a part: enough to make handing it over cheap, few enough to be stopped soon. */
export const PART_BYTES = 4 << 20;

/** Parts that wait or are read, for each hand: while one is read the next ones are fetched. */
const AHEAD = 3;
/** The first part foretells the rest; a little more room than it says costs nothing. */
const ROOM = 1.02;

/**
 * Reads a file in parts that others take in hand, with the same outcome as `readPass`. Null, and nothing changed, where
 * the file must be read in its order after all: it is short, its encoding or dialect is not read in parts, a builder
 * must see every row itself, a record is too long, parts do not agree, or the hands are lost.
 * @throws EngineError `unreadable-file`; Stopped
 */
export async function readInParts(
  pass: ReadPass,
  hands: Hands,
  work: Work,
  partBytes = PART_BYTES,
): Promise<PassFacts | null> {
  const { source, options } = pass;
  if (source.size < 2 * partBytes || !isReadInParts(options.encoding)) return null;
  if (!isPlain(options) || !scanOf(options)) return null;
  const plan = planOf(pass);
  const first = plan && (await firstRecord(source, options));
  if (!plan || first === null) return null;
  const asked = new AskedParts(hands, plan, cut(first, source.size, partBytes));
  try {
    const facts = await mergeParts(pass, asked, first, work);
    if (facts) return facts;
  } catch (thrown) {
    if (!(thrown instanceof HandsLost)) throw thrown;
  }
  for (const fill of pass.fills) fill.renew();
  pass.extras?.clear();
  return null;
}

/** Parts in their order, each asked for some time before it is needed. */
class AskedParts {
  readonly #answers = new Map<number, Promise<PartResult | null>>();

  constructor(
    readonly hands: Hands,
    readonly plan: PartPlan,
    readonly bounds: readonly PartBounds[],
  ) {}

  take(at: number): Promise<PartResult | null> {
    const until = Math.min(this.bounds.length, at + this.hands.count * AHEAD);
    for (let next = at; next < until; next++)
      if (!this.#answers.has(next)) this.#answers.set(next, this.again(this.bounds[next]!));
    const answer = this.#answers.get(at)!;
    // What is put together is let go.
    this.#answers.delete(at - 1);
    return answer;
  }

  again(bounds: PartBounds): Promise<PartResult | null> {
    const answer = this.hands.read(this.plan, bounds);
    // One that is not awaited any more may fail unheard.
    answer.catch(() => undefined);
    return answer;
  }
}

async function mergeParts(
  pass: ReadPass,
  asked: AskedParts,
  first: number,
  work: Work,
): Promise<PassFacts | null> {
  const { size } = pass.source;
  const merge = new Merge(pass);
  let end = first;
  for (const [at, { to }] of asked.bounds.entries()) {
    let part = await asked.take(at);
    // A record of the parts before reaches beyond this one, or it was begun at the wrong place.
    if (part && (end >= to || part.begin !== end)) merge.hear(part);
    if (end >= to) continue;
    if (part?.begin !== end) part = await asked.again({ from: end, to, exact: true, alone: true });
    if (!part) return null;
    if (at === 0) merge.reserve(Math.ceil((part.rows * ROOM * (size - first)) / (part.end - first)));
    if (!merge.add(part)) return null;
    end = part.end;
    const { rows } = merge.facts;
    const rest = work.breathe({ phase: 'reading', done: end, total: size, unit: 'bytes', rows });
    if (rest) await rest;
  }
  return merge.facts;
}

function cut(from: number, size: number, partBytes: number): PartBounds[] {
  const parts: PartBounds[] = [];
  for (let at = from; at < size; at += partBytes)
    parts.push({ from: at, to: Math.min(size, at + partBytes), exact: at === from });
  return parts;
}

let passes = 0;

/** The pass as others are told of it; null where one of its builders cannot be made elsewhere. */
function planOf({ options, fills, extras, expected }: ReadPass): PartPlan | null {
  const builders: PlannedBuilder[] = [];
  let marks: readonly string[] = [];
  for (const { builders: own, position } of fills) {
    for (const builder of own) {
      const { spec } = builder;
      if (!spec) return null;
      if (builder instanceof TypedBuilder) marks = builder.known.spellings;
      builders.push({ position, spec, forgiving: builder instanceof TypedBuilder && builder.forgiving });
    }
  }
  const { encoding, delimiter, quote } = options;
  return { id: passes++, encoding, delimiter, quote, marks, expected, builders, extras: extras !== null };
}

/** Puts parts together in their order. */
class Merge {
  readonly facts: PassFacts = { rows: 0, unclosed: null };
  readonly #extras: ReadPass['extras'];
  readonly #builders: readonly (TypedBuilder | TextBuilder)[];

  constructor({ fills, extras }: ReadPass) {
    this.#extras = extras;
    this.#builders = fills.flatMap(({ builders }) => builders);
  }

  reserve(rows: number): void {
    for (const builder of this.#builders) builder.reserve(rows);
  }

  /** Takes nothing of a part but what others may refer to. */
  hear(part: PartResult): void {
    for (const [at, builder] of this.#builders.entries())
      if (builder instanceof TextBuilder) builder.hear(part.built[at] as TextPart);
  }

  /** False where the part does not agree with those before it. */
  add(part: PartResult): boolean {
    const { facts } = this;
    for (const [at, builder] of this.#builders.entries()) {
      const built = part.built[at]!;
      const agrees =
        builder instanceof TextBuilder
          ? builder.absorb(built as TextPart)
          : builder.absorb(built as TypedPart, facts.rows);
      if (!agrees) return false;
    }
    this.#extras?.absorb(part.ragged, part.extras, facts.rows, part.rows);
    if (part.unclosed) facts.unclosed = { ...part.unclosed, row: part.unclosed.row + facts.rows };
    facts.rows += part.rows;
    return true;
  }
}
