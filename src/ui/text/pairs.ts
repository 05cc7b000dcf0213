import type { Association, Associations, PairMatrix, PairView } from '../../engine/index';
import { called, calledBoth } from './called';
import { count, counted, fixed, number } from './format';
import { periodName, periodPlain } from './periods';

export const PAIRS = {
  together: 'How columns go together',
  two: 'Two columns',
  first: 'One column',
  second: 'Another column',
  looking: 'Looking at pairs of columns',
  failed: 'The columns could not be held against each other. Open another place and come back to try again.',
  none: 'Fewer than two columns say something in groups or numbers.',
  nobody: 'No row has both.',
  measure: 'Added up by',
  drawnAs: 'Drawn as',
  strongest: 'The strongest',
  numbers: 'Two numbers',
  show: 'Show the two',
} as const;

export const ALONG = [
  { value: 'sum', label: 'Sum' },
  { value: 'mean', label: 'Mean' },
  { value: 'rows', label: 'Rows' },
] as const;
export type Along = (typeof ALONG)[number]['value'];

export const DRAWN_AS = {
  boxes: 'Boxes',
  violins: 'Violins',
  mosaic: 'Mosaic',
  counts: 'Counts',
} as const;

const MINUS = '−';
/** "0.58", "−0.31". */
export const coefficient = (value: number): string =>
  fixed(value, 2)
    .replace(/^-/, MINUS)
    .replace(/^−(?=0\.00$)/, '');

/** As it is shown; else the greater of both: what rises along a bend is strong as well. */
export const strengthOf = ({ value, spearman }: Association, shown?: NumberMeasure): number =>
  shown ? ((shown === 'spearman' ? spearman?.value : value) ?? value ?? 0) : greater({ value, spearman });

const greater = ({ value, spearman }: Pick<Association, 'value' | 'spearman'>): number =>
  Math.abs(spearman?.value ?? 0) > Math.abs(value ?? 0) ? spearman!.value : (value ?? 0);

export const HARDLY = 0.1;

/** How strong, by Cohen's bounds and one more. */
export function strength(size: number): string {
  if (size >= 0.7) return 'strongly';
  if (size >= 0.5) return 'clearly';
  return size >= 0.3 ? 'moderately' : 'weakly';
}

const MEASURES = {
  pearson: 'Pearson',
  'cramers-v': 'Cramér’s V',
  'correlation-ratio': 'Correlation ratio',
} as const;

/** "Pearson 0.58 (95 %: 0.55 to 0.61), Spearman 0.60" */
export function measureSays({ measure, value, low, high, spearman, plain }: Association): string {
  if (value === null) return 'One of them does not vary';
  const interval =
    low === null || high === null ? '' : ` (95 %: ${coefficient(low)} to ${coefficient(high)})`;
  const rank = spearman ? `, Spearman ${coefficient(spearman.value)}` : '';
  const without = plain === null ? '' : coefficient(plain);
  const chance =
    plain === null
      ? ''
      : ` corrected for chance${without === coefficient(value) ? '' : ` (${without} without)`}`;
  return `${MEASURES[measure]} ${coefficient(value)}${interval}${rank}${chance}`;
}

/** The finding of the heat map: the two that go together most. */
export function togetherTitle({ pairs }: Pick<Associations, 'pairs'>, shown?: NumberMeasure): string {
  const best = strongest(pairs, shown)[0];
  if (!best || Math.abs(strengthOf(best, shown)) < 0.3) return 'No two columns go together more than weakly';
  const [a, b] = calledBoth(best.a, best.b);
  return `${a} and ${b} go together most`;
}

export function togetherLine({ rows, of }: Associations, shown: NumberMeasure, what = 'row'): string {
  const looked =
    rows < of ? `${count(rows)} of ${counted(of, what)}, drawn evenly` : `all ${counted(of, what)}`;
  return `${NUMBER_MEASURES[shown]} of two numbers, Cramér’s V of two categories, correlation ratio of both kinds; ${looked}`;
}

/** How two numbers go together: along a line, or by rank. */
export type NumberMeasure = 'pearson' | 'spearman';
const NUMBER_MEASURES: Record<NumberMeasure, string> = { pearson: 'Pearson’s r', spearman: 'Spearman’s ρ' };

export const MEASURE_CHOICES = [
  { value: 'pearson', label: 'Along a line (Pearson)' },
  { value: 'spearman', label: 'By rank (Spearman)' },
] as const satisfies readonly { value: NumberMeasure; label: string }[];

/** What stands in the square of a pair. */
export const shownValue = ({ value, spearman }: Association, shown: NumberMeasure): number | null =>
  shown === 'spearman' && spearman ? spearman.value : value;

export const togetherNote = ({ leftOut }: Associations): string =>
  [
    'A square opens its two columns below, where rows can be chosen. Columns that go together stand side by side. Identifiers, free text and columns that never vary are left out.',
    ...(leftOut.length > 0 ? [`So are ${counted(leftOut.length, 'column')} beyond the first 60.`] : []),
  ].join(' ');

/** Pairs by strength; those that say nothing are left out. */
export const strongest = (pairs: readonly Association[], shown?: NumberMeasure): Association[] =>
  pairs
    .filter((pair) => pair.value !== null && Math.abs(strengthOf(pair, shown)) >= HARDLY)
    .sort((one, other) => Math.abs(strengthOf(other, shown)) - Math.abs(strengthOf(one, shown)));

/** The finding of a matrix: its strongest two. */
export function matrixTitle({ squares }: PairMatrix): string {
  const [best] = strongest(squares.map(({ association }) => association));
  if (!best || Math.abs(strengthOf(best)) < 0.3) return 'No two of these go together more than weakly';
  return `${risesSay(best, Math.abs(strengthOf(best)))}, the strongest of these ${count(squares.length)} pairs`;
}

/** "Income rises clearly with Age" */
function risesSay(pair: Association, size: number): string {
  const [a, b] = calledBoth(pair.a, pair.b);
  const how = strength(size);
  return strengthOf(pair) > 0 ? `${b} rises ${how} with ${a}` : `${b} falls ${how} as ${a} rises`;
}

export const MATRIX = {
  line: 'Columns of numbers that go together most: rows in cells below the names, Pearson’s r above them',
  note: 'The fuller a cell the stronger its colour; long tails are left out. A click on a square shows the two below.',
} as const;

export const squareWords = (pair: Association, all?: number | null): string =>
  `${pair.a} and ${pair.b}: ${measureSays(pair)}${all === undefined || all === null ? '' : `; ${coefficient(all)} in all rows`}`;

export const SQUARES = {
  label: 'Walk over the squares with the arrow keys; Enter shows the two columns below',
} as const;

/** What a square says to who walks over them; along the diagonal there is one column alone. */
export function squareSays(
  names: readonly string[],
  pairs: readonly Association[],
  row: number,
  column: number,
): string {
  const [a, b] = [names[row]!, names[column]!];
  const pair = pairs.find((one) => (one.a === a && one.b === b) || (one.a === b && one.b === a));
  return pair ? squareWords(pair) : a;
}

export interface PairWriters {
  a: (value: number) => string;
  b: (value: number) => string;
}

/** The finding of two columns beside each other, without a full stop; `differ` where groups are known to, however weak the measure. */
export function pairTitle(view: PairView, write: PairWriters, along: Along, differ = false): string {
  const { association, picture, both } = view;
  const [a, b] = calledBoth(view.a, view.b);
  if (both === 0) return `No row has both ${a} and ${b}`;
  if (picture.shape === 'line') return lineSays(picture, along);
  const size = Math.abs(strengthOf(association));
  if (association.value === null) return `${a} beside ${b}`;
  if (size < HARDLY && !(differ && mediansDiffer(picture))) return `${a} and ${b} hardly go together`;
  if (picture.shape === 'bins') return risesSay({ ...association, a: view.a, b: view.b }, size);
  if (picture.shape === 'counts') {
    const { peak, across, down } = picture;
    if (!peak) return `${a} and ${b} go together ${strength(size)}`;
    return `${called(down[peak.down]!)} goes with ${called(across[peak.across]!)} ${number(peak.times, 1)} times as often as by chance`;
  }
  const named = picture.boxes.filter(({ level }) => level !== null);
  const [best, least] = [named[0], named.at(-1)];
  const [figures, category] = [called(picture.number), called(picture.category)];
  if (!best || !least || best === least) return `${figures} by ${category}`;
  const value = picture.number === view.a ? write.a : write.b;
  if (!mediansDiffer(picture))
    return `${figures} has the same median for each ${category}, ${value(best.box.median)}`;
  const dates = view.kinds[picture.number === view.a ? 0 : 1] === 'date';
  const [most, more, fewest] = dates ? ['latest', 'later', 'earliest'] : ['highest', 'more', 'lowest'];
  return `${figures} is ${most} for ${called(best.level!)}, half ${value(best.box.median)} or ${more}, and ${fewest} for ${called(least.level!)}, ${value(least.box.median)}`;
}

function mediansDiffer(picture: PairView['picture']): boolean {
  if (picture.shape !== 'boxes') return false;
  const medians = picture.boxes.flatMap(({ level, box }) => (level === null ? [] : [box.median]));
  return new Set(medians).size > 1;
}

type Line = Extract<PairView['picture'], { shape: 'line' }>;

export const lineValues = ({ rows, sums, means }: Line, along: Along): readonly (number | null)[] =>
  along === 'sum' ? sums : along === 'mean' ? means : rows;

const WHAT: Record<Along, (column: string) => string> = {
  sum: (column) => `the most ${column}`,
  mean: (column) => `the highest mean ${column}`,
  rows: () => 'the most rows',
};

function lineSays(line: Line, along: Along): string {
  const values = lineValues(line, along);
  const best = values.reduce<number>(
    (at, value, i) => ((value ?? -Infinity) > (values[at] ?? -Infinity) ? i : at),
    0,
  );
  return `${periodPlain(line.starts[best]!, line.unit, line.starts)} has ${WHAT[along](called(line.number))}`;
}

export const lineTitle = (line: Line, along: Along): string =>
  `${{ sum: 'Sum', mean: 'Mean', rows: 'Rows' }[along]} of ${line.number} by ${line.unit} of ${line.date}`;

export const linePointWords = (line: Line, at: number, shown: string): string =>
  `${periodName(line.starts[at]!, line.unit, line.starts, true)}: ${shown}`;

function sidesSay({ a, b }: PairView): string {
  const [down, across] = calledBoth(a, b);
  return `${down} from the top down, ${across} across. `;
}

/** What is drawn along which side, where the picture does not say it, what is measured, and of which rows. */
export function pairLine(view: PairView, along?: Along): string {
  const { association, both, rows, picture } = view;
  const of =
    both === rows ? `all ${counted(rows, 'row')}` : `the ${counted(both, 'row')} of ${count(rows)} with both`;
  const drawn =
    picture.shape === 'line' && along
      ? `${lineTitle(picture, along)}. `
      : picture.shape === 'counts'
        ? sidesSay(view)
        : '';
  return `${drawn}${measureSays(association)}, over ${of}`;
}

/** What was left out or drawn, and what the two measures disagree about. */
export function pairNote(
  { picture, association: { value, spearman } }: PairView,
  as?: keyof typeof DRAWN_AS,
  bent = false,
): string {
  const said: string[] = [];
  if (picture.shape === 'bins') {
    if (picture.points.of > picture.points.x.length)
      said.push(
        `Rows are counted in cells, the fuller the stronger the colour: ${counted(picture.points.of, 'row')} are too many to draw one by one.`,
      );
    if (picture.beyond > 0)
      said.push(`${counted(picture.beyond, 'row')} in the long tails lie outside the picture.`);
    if (value !== null && spearman && Math.abs(spearman.value) - Math.abs(value) > 0.15)
      said.push('By rank they go together more than along a straight line: a long tail or a bend.');
  }
  if (picture.shape === 'counts')
    said.push(
      as === 'mosaic'
        ? 'Tiles are as large as their rows; teal ones have more than both columns alone would give, brown ones fewer.'
        : 'Teal cells have more rows than both columns alone would give, brown ones fewer.',
    );
  if (picture.shape === 'boxes' && as === 'violins')
    said.push(
      'Violins are the density between the whiskers (Gaussian kernel of Silverman’s width), each as high as its own peak; the bar is the middle half, the mark the median.',
    );
  if (picture.shape === 'boxes' && as !== 'violins')
    said.push('Boxes hold the middle half, whiskers reach 1.5 boxes at most; the mark is the median.');
  if (picture.shape === 'boxes')
    said.push(...(bent ? ['The scale is logarithmic.'] : []), ...beyondSays(picture.boxes));
  return said.join(' ');
}

/** Values that no whisker reaches have no mark. */
function beyondSays(boxes: Extract<PairView['picture'], { shape: 'boxes' }>['boxes']): string[] {
  const beyond = boxes.reduce((sum, { box }) => sum + box.beyond, 0);
  return beyond > 0
    ? [`${counted(beyond, 'row')} beyond the whiskers ${beyond === 1 ? 'is' : 'are'} not drawn.`]
    : [];
}

export const OTHERS = 'All others';
export const levelName = (level: string | null): string => level ?? OTHERS;

export const boxWords = (
  { level, rows, box }: Extract<PairView['picture'], { shape: 'boxes' }>['boxes'][number],
  write: (value: number) => string,
): string =>
  `${levelName(level)}: half between ${write(box.lower)} and ${write(box.upper)}, the middle ${write(box.median)}; ${counted(rows, 'row')}`;

export const cellWords = (
  [x, y]: readonly [readonly [number, number], readonly [number, number]],
  rows: number,
  write: PairWriters,
): string =>
  `${write.a(x[0])} to ${write.a(x[1])}, ${write.b(y[0])} to ${write.b(y[1])}: ${counted(rows, 'row')}`;

export const countWords = (down: string, across: string, rows: number, times: number | null): string =>
  `${down}, ${across}: ${counted(rows, 'row')}${times === null ? '' : `, ${number(times, 1)} times as many as both alone would give`}`;
