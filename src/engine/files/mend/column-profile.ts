/** What the cells of one column have in common. */
export interface ColumnProfile {
  /** The patterns of nearly all its cells; null for free text. */
  patterns: ReadonlySet<string> | null;
  /** What nearly all cells begin with, where these are addresses; else empty. */
  prefix: string;
  /** The share of blank cells, from 0 to 1. */
  blank: number;
  /** The mean of the logarithm of the length of the others. */
  logLength: number;
}

const MOST_PATTERNS = 5;
const NEARLY_ALL = 0.9;
/** A shared start tells a column only where it is part of an address, not of a sentence. */
const ADDRESS = /^(?=\S{4})\S*[/:\\@_]/;
const LEAST_FILLED = 8;
/** A pattern is one of the column's if it is met more than once and in one cell of a hundred; a few cells may be spoilt. */
const LEAST_TIMES = 2;
const LEAST_SHARE = 0.01;
const RARE = 0.02;
const LEAST_BLANK = 0.01;
const MISFIT = { pattern: 1, blank: 0.8, strayQuote: 0.3 };
/** A text twice as long as usual costs a quarter of a misfit, and never more than half of one. */
const LENGTH_COST = 0.36;
const MOST_LENGTH_COST = 0.5;

/** A text with its runs of digits as 9 and its runs of letters as a: `MG-8769` is `a-9`. */
export const cellPattern = (text: string): string =>
  text
    .trim()
    .replace(/\d+/g, '9')
    .replace(/[\p{L}\p{M}]+/gu, 'a');

/** The profile of each column of some rows of one width. */
export function columnProfiles(rows: readonly (readonly string[])[]): ColumnProfile[] {
  return (rows[0] ?? []).map((_, column) => profileOf(rows.map((row) => row[column]!)));
}

function profileOf(cells: readonly string[]): ColumnProfile {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const counts = new Map<string, number>();
  for (const cell of filled) counts.set(cellPattern(cell), (counts.get(cellPattern(cell)) ?? 0) + 1);
  const least = Math.max(LEAST_TIMES, filled.length * LEAST_SHARE);
  const common = [...counts]
    .filter(([, count]) => count >= least)
    .sort((a, b) => b[1] - a[1])
    .slice(0, MOST_PATTERNS);
  const covered = common.reduce((sum, [, count]) => sum + count, 0);
  // Words are told by no pattern, nor are sentences, though those of a sample may be built alike.
  const words = common.some(([pattern]) => /^a( a)*$|( .*){3}/.test(pattern));
  const strong = filled.length > 0 && covered >= filled.length * NEARLY_ALL && !words;
  const sorted = [...filled].sort();
  const rare = Math.ceil(sorted.length * RARE);
  const prefix = sharedStart(sorted[rare] ?? '', sorted.at(-1 - rare) ?? '');
  const logs = filled.map((cell) => Math.log(cell.length));
  return {
    patterns: strong ? new Set(common.map(([pattern]) => pattern)) : null,
    prefix: !strong && ADDRESS.test(prefix) && filled.length >= LEAST_FILLED ? prefix : '',
    blank: cells.length === 0 ? 1 : 1 - filled.length / cells.length,
    logLength: logs.reduce((sum, log) => sum + log, 0) / Math.max(1, logs.length),
  };
}

function sharedStart(one: string, other: string): string {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return one.slice(0, at);
}

/** Whether a cell of that column can be told from others at sight. */
export const isTelling = ({ patterns, prefix }: ColumnProfile): boolean => patterns !== null || prefix !== '';

/** How ill a text fits a column: 0 well, 1 not at all. */
export function misfit(profile: ColumnProfile, text: string): number {
  if (text.trim() === '') return profile.blank >= LEAST_BLANK ? 0 : MISFIT.blank;
  if (profile.blank === 1) return MISFIT.pattern;
  if (profile.prefix !== '') return withoutStray(text, (bare) => bare.startsWith(profile.prefix));
  const { patterns } = profile;
  if (patterns) return withoutStray(text, (bare) => patterns.has(cellPattern(bare)));
  return Math.min(MOST_LENGTH_COST, LENGTH_COST * Math.abs(Math.log(text.length) - profile.logLength));
}

function withoutStray(text: string, fits: (bare: string) => boolean): number {
  if (fits(text.trim())) return 0;
  return /^["']|["']$/.test(text.trim()) && fits(text.trim().replace(/^["']+|["']+$/g, ''))
    ? MISFIT.strayQuote
    : MISFIT.pattern;
}
