import { BooleanBuilder } from '../table/build/boolean-builder';
import { blockOfTexts } from '../table/build/block-of-texts';
import type { CellBlock } from '../table/build/cell-block';
import { textOf } from '../table/build/cell-bytes';
import { DateBuilder } from '../table/build/date-builder';
import { DateCells, type DateOrder } from '../table/build/date-cell';
import { FormattedNumberBuilder } from '../table/build/formatted-number-builder';
import type { Marks } from '../table/build/marks';
import { NumberBuilder } from '../table/build/number-builder';
import { NumberCells } from '../table/build/number-cells';
import type { NumberFormat } from '../table/build/number-format';
import type { Kind } from '../table/columns';
import { isNamedDate, isNamedIdentifier } from './named-identifier';
import { numberFormats } from './number-formats';

/** One way to understand a column; text is what remains when none is left. */
export interface Candidate {
  kind: Exclude<Kind, 'text'>;
  create(): NumberBuilder | FormattedNumberBuilder | DateBuilder | BooleanBuilder;
}

const PATTERNS: readonly (readonly [DateOrder, string])[] = [
  ['YMD', '-'],
  ['YMD', '/'],
  ['YMD', '.'],
  ['DMY', '/'],
  ['DMY', '-'],
  ['DMY', '.'],
  ['MDY', '/'],
  ['MDY', '-'],
  ['MDY', '.'],
  ['DMMMY', '-'],
  ['DMMMY', ' '],
  ['DMMMY', '/'],
  ['DMMMY', '.'],
  ['MMMDY', ','],
  ['MMMDY', ' '],
];
const STOPPERS_FROM = 0.5;
/** What does not fit these is not tried on the rest of the sample. */
const FIRST_ROWS = 50;

/** What may be tried on a column, and what is only to be counted because too much stands in its way. */
export interface ColumnPlan {
  candidates: Candidate[];
  /** A kind that at least half of the sample would have, but not all of it. */
  watcher: Candidate | null;
  /** Ways to understand the column that only a cell behind the sample brings up, such as the first one in dollars. */
  after?(breaker: string): Candidate[];
}

interface Wanted {
  name: string;
  /** Whether the file names its columns. */
  named: boolean;
  /** What a recipe wants the column to be. */
  kind: Kind | undefined;
  marks: Marks;
  decimal: '.' | ',';
}

/** Every way to understand a column of that name, likeliest first. */
function allCandidates({ name, named, kind, marks, decimal }: Wanted): Candidate[] {
  const number: Candidate = { kind: 'number', create: () => new NumberBuilder(marks, decimal) };
  const yesNo: Candidate = { kind: 'boolean', create: () => new BooleanBuilder(marks) };
  const date = (order: DateOrder, mark: string): Candidate => ({
    kind: 'date',
    create: () => new DateBuilder(marks, new DateCells(order, mark.charCodeAt(0))),
  });
  const dates = PATTERNS.map(([order, mark]) => date(order, mark));
  const compact = date('YYYYMMDD', ' ');
  if (kind === 'text') return [];
  if (kind === 'number') return [number];
  if (kind === 'boolean') return [yesNo];
  if (kind === 'date') return [compact, ...dates];
  if (named && isNamedIdentifier(name)) return [yesNo];
  return !named || isNamedDate(name) ? [compact, number, ...dates, yesNo] : [number, ...dates, yesNo];
}

/**
 * The ways to understand a column that fit the whole sample. Where a recipe wants a kind that does not fit, it is
 * tried all the same, so that the report can say what stood in the way.
 */
export function planColumn(sample: CellBlock, position: number, wanted: Wanted): ColumnPlan {
  const promising = allCandidates(wanted).filter((candidate) => {
    const { good, bad, understood } = trial(candidate, sample, position, FIRST_ROWS);
    return wanted.kind !== undefined || bad === 0 || understood >= (good + bad) * STOPPERS_FROM;
  });
  const tried = promising.map((candidate) => ({
    candidate,
    ...trial(candidate, sample, position, sample.maxRows),
  }));
  const texts = () => textsOf(sample, position);
  const after = (breaker: string) => formatted([...texts(), breaker], wanted);
  const candidates = tried.filter(({ bad }) => bad === 0).map(({ candidate }) => candidate);
  if (candidates.length > 0) return { candidates, watcher: null, after };
  for (const candidate of formatted(texts(), wanted)) {
    const fared = { candidate, ...trial(candidate, sample, position, sample.maxRows) };
    if (fared.bad === 0) candidates.push(candidate);
    tried.push(fared);
  }
  if (candidates.length > 0) return { candidates, watcher: null };
  const [best] = tried
    .filter(({ candidate }) => candidate.kind !== 'boolean')
    .sort((a, b) => b.understood - a.understood);
  if (!best) return { candidates, watcher: null };
  if (wanted.kind !== undefined) return { candidates: [best.candidate], watcher: null };
  return {
    candidates,
    watcher: best.understood >= (best.good + best.bad) * STOPPERS_FROM ? best.candidate : null,
  };
}

/** Numbers in the formats beyond plain digits that the texts suggest; none where the column cannot be numbers. */
function formatted(texts: readonly string[], { name, named, kind, marks, decimal }: Wanted): Candidate[] {
  if (kind === undefined ? named && isNamedIdentifier(name) : kind !== 'number') return [];
  return numberFormats(texts, decimal).map((format: NumberFormat) => ({
    kind: 'number',
    create: () => new FormattedNumberBuilder(marks, new NumberCells(format)),
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
  return { good: builder.good, bad: builder.bad, understood: builder.good + named };
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
