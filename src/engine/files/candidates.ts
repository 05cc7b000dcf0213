import { blockOfTexts } from '../table/build/block-of-texts';
import type { CellBlock } from '../table/build/cell-block';
import { textOf } from '../table/build/cell-bytes';
import { DateBuilder } from '../table/build/date-builder';
import type { Marks } from '../table/build/marks';
import { NumberBuilder } from '../table/build/number-builder';
import { numberFormatText } from '../table/build/number-format';
import { builderOf, type AnyTypedBuilder, type Way } from './builder-of';
import type { ColumnChoice } from './column-choice';
import { isNamedDate, isNamedIdentifier } from './named-identifier';
import { numberFormats } from './number-formats';
import { offeredWays } from './offered-ways';
import type { Stopper } from './read-report';

/** One way to understand a column; text is what remains when none is left. */
export interface Candidate extends Way {
  create(): AnyTypedBuilder;
}

const DATES = [
  'YYYY-MM-DD', 'YYYY/MM/DD', 'YYYY.MM.DD', 'DD/MM/YYYY', 'DD-MM-YYYY', 'DD.MM.YYYY', 'MM/DD/YYYY', 'MM-DD-YYYY',
  'MM.DD.YYYY', 'DD-MMM-YYYY', 'DD MMM YYYY', 'DD/MMM/YYYY', 'DD.MMM.YYYY', 'MMM DD, YYYY', 'MMM DD YYYY',
  'D MMMM YYYY', 'MMMM D, YYYY', 'YYYY MMMM D',
]; // prettier-ignore
const STOPPERS_FROM = 0.5;
/** A mark before three digits: the decimal one, or that of thousands. */
const IN_THREES = /[.,]\d{3}$/;
/** What does not fit these is not tried on the rest of the sample. */
const FIRST_ROWS = 50;

/** How a way to understand a column fared on the sample. */
export interface Tried extends Way {
  fits: number;
  /** Cells that are not missing. */
  of: number;
  first: readonly Stopper[];
}

/** What may be tried on a column, and what is only to be counted because too much stands in its way. */
export interface ColumnPlan {
  candidates: Candidate[];
  /** A kind that at least half of the sample would have, but not all of it. */
  watcher: Candidate | null;
  /** Ways to understand the column that only a cell behind the sample brings up, such as the first one in dollars. */
  after?(breaker: string): Candidate[];
  /** What a person or a recipe said. */
  choice?: ColumnChoice;
  /** Every way that was worth a try, with how much of the sample it understands. */
  tried?: readonly Tried[];
}

interface Wanted {
  name: string;
  /** Whether the file names its columns. */
  named: boolean;
  /** What a person or a recipe wants the column to be. */
  choice: ColumnChoice | undefined;
  marks: Marks;
  decimal: '.' | ',';
}

/** Every way to understand a column of that name, likeliest first; formats of numbers beyond plain digits aside. */
function allWays({ name, named, choice }: Wanted): Way[] {
  const number: Way = { kind: 'number', format: null };
  const yesNo: Way = { kind: 'boolean', format: null };
  const dates = DATES.map((format): Way => ({ kind: 'date', format }));
  const compact: Way = { kind: 'date', format: 'YYYYMMDD' };
  const said =
    choice && choice.kind !== 'text' && choice.format ? [{ kind: choice.kind, format: choice.format }] : [];
  // A person's word about the format leaves nothing to find out.
  if (choice?.others === 'blank' && said.length > 0) return said;
  switch (choice?.kind) {
    case 'text':
      return [];
    case 'number':
      return [...said, number];
    case 'boolean':
      return [...said, yesNo];
    case 'date':
      return [...said, compact, ...dates];
  }
  if (named && isNamedIdentifier(name)) return [yesNo];
  return !named || isNamedDate(name) ? [compact, number, ...dates, yesNo] : [number, ...dates, yesNo];
}

function candidates(ways: readonly Way[], { marks, decimal, choice }: Wanted): Candidate[] {
  const forgiving = choice?.others === 'blank';
  const create = (way: Way) => () => {
    const builder = builderOf(way, marks, decimal)!;
    builder.forgiving = forgiving;
    return builder;
  };
  return ways
    .filter((way) => builderOf(way, marks, decimal) !== null)
    .map((way) => ({ ...way, create: create(way) }));
}

/**
 * The ways to understand a column that fit the whole sample. Where a recipe wants a kind that does not fit, it is
 * tried all the same, so that the report can say what stood in the way.
 */
export function planColumn(sample: CellBlock, position: number, wanted: Wanted): ColumnPlan {
  const fared = (candidate: Candidate, rows = sample.rows) => ({
    candidate,
    ...trial(candidate, sample, position, rows),
  });
  const all = candidates(allWays(wanted), wanted);
  const tried = all
    .filter((candidate) => {
      const { good, bad, understood } = fared(candidate, FIRST_ROWS);
      return wanted.choice !== undefined || bad === 0 || understood >= (good + bad) * STOPPERS_FROM;
    })
    .map((candidate) => fared(candidate));
  const fit = () => tried.filter(({ bad }) => bad === 0).map(({ candidate }) => candidate);
  const texts = textsOf(sample, position);
  let after: ColumnPlan['after'] = (breaker) => candidates(formatted([...texts, breaker], wanted), wanted);
  if (fit().length === 0) {
    after = undefined;
    tried.push(...candidates(formatted(texts, wanted), wanted).map((candidate) => fared(candidate)));
  }
  const fitting = fit();
  const besides = candidates(besidesWays(fitting, texts, wanted), wanted)
    .map((candidate) => fared(candidate))
    .filter(({ good, bad }) => good > 0 && bad === 0);
  const summary = {
    tried: [...tried, ...besides].map(summed),
    ...(after && { after }),
    ...(wanted.choice && { choice: wanted.choice }),
  };
  if (fitting.length > 0) return { candidates: fitting, watcher: null, ...summary };
  const [best] = tried
    .filter(({ candidate }) => candidate.kind !== 'boolean' || wanted.choice)
    .sort((a, b) => b.understood - a.understood);
  if (!best) return { candidates: [], watcher: null, ...summary };
  if (wanted.choice) return { candidates: [best.candidate], watcher: null, ...summary };
  const watcher = best.understood >= (best.good + best.bad) * STOPPERS_FROM ? best.candidate : null;
  return { candidates: [], watcher, ...summary };
}

/** What the column might be but is not taken for without a word: see `offeredWays`; digits that name something as numbers. */
function besidesWays(fitting: readonly Candidate[], texts: readonly string[], wanted: Wanted): Way[] {
  const { name, named, decimal } = wanted;
  const [best] = fitting;
  if (!best) return named && isNamedIdentifier(name) ? [{ kind: 'number', format: null }] : [];
  if (best.kind !== 'number') return [];
  const other = texts.some((text) => IN_THREES.test(text)) ? numberFormats(texts, decimal) : [];
  const numbers = other.map((format): Way => ({ kind: 'number', format: numberFormatText(format) }));
  return [...offeredWays(texts, name), ...numbers.filter(({ format }) => format !== best.format)];
}

/** Numbers in the formats beyond plain digits that the texts suggest; none where the column cannot be numbers. */
function formatted(texts: readonly string[], { name, named, choice, decimal }: Wanted): Way[] {
  if (choice === undefined ? named && isNamedIdentifier(name) : choice.kind !== 'number') return [];
  return numberFormats(texts, decimal).map((format) => ({
    kind: 'number',
    format: numberFormatText(format),
  }));
}

/** The cells of one column of the sample. */
function textsOf({ bytes, starts, ends, offsets, rows }: CellBlock, position: number): string[] {
  const texts: string[] = [];
  for (let row = 0; row < rows; row++) {
    const cell = offsets[row]! + position;
    if (cell < offsets[row + 1]!) texts.push(textOf(bytes, starts[cell]!, ends[cell]!));
  }
  return texts;
}

/** How a candidate fares on the first rows of the sample. */
function trial(candidate: Candidate, sample: CellBlock, position: number, rows: number) {
  const all = sample.rows;
  sample.rows = Math.min(all, rows);
  const builder = candidate.create();
  builder.add(sample, position);
  sample.rows = all;
  // Digits that name something are understood too: they tell which kind of identifier the column is.
  const named = builder instanceof NumberBuilder ? builder.named : 0;
  const bad = builder.bad + builder.unread;
  return { good: builder.good, bad, understood: builder.good + named, builder };
}

function summed({
  candidate,
  good,
  bad,
  builder,
}: ReturnType<typeof trial> & { candidate: Candidate }): Tried {
  const format = builder instanceof DateBuilder && good > 0 ? builder.cells.format : candidate.format;
  return { kind: candidate.kind, format, fits: good, of: good + bad, first: builder.first };
}

/** The candidates that understand the cell that broke the one before them. */
export function stillPossible(candidates: readonly Candidate[], cell: string | null): Candidate[] {
  if (cell === null) return [];
  const block = blockOfTexts([[cell]]);
  return candidates.filter((candidate) => {
    const builder = candidate.create();
    builder.add(block, 0);
    return builder.bad === 0;
  });
}
