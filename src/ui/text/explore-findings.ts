import type { ExploreFinding } from '../../engine/index';
import { measureName } from './measure';
import { called } from './called';
import { count, date, inUnit, inWords, listed, number, share, short } from './format';
import { coefficient } from './pairs';

/** A finding in words: the figure, then the sentence that goes on from it, without its full stop. */
export interface FindingWords {
  figure: string;
  sentence: string;
}

type Figures = ExploreFinding['figures'];
type Write = (figures: Figures, columns: readonly string[]) => FindingWords;

const num = (figures: Figures, key: string): number => Number(figures[key] ?? 0);
/** As in the engine: so many cells outside are no outliers, and no step cuts them off. */
const LONG_TAIL = 0.05;
/** On a button. */
const SHORT = 24;
const value = (figures: Figures, key: string): string => {
  const one = figures[key];
  const text = typeof one === 'number' ? number(one, 3) : String(one ?? '');
  return called(text);
};
const figureOf = (figures: Figures, key: string): string => {
  const unit = typeof figures['countedIn'] === 'string' ? figures['countedIn'] : null;
  const one = num(figures, key) * (unit === '%' ? 100 : 1);
  const size = Math.abs(one);
  return inUnit(size >= 10_000 ? short(one) : number(one, size < 1 ? 3 : 2), unit);
};

/** Of Pearson's r and Spearman's ρ the one that is farther from nothing. */
const strongerOf = (figures: Figures): number =>
  Math.abs(num(figures, 'spearman')) > Math.abs(num(figures, 'value'))
    ? num(figures, 'spearman')
    : num(figures, 'value');

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']; // prettier-ignore
const WEEKDAYS = ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'];

/** "in November", "on Mondays", "after 14:00". */
function seasonName(unit: string, at: number): string {
  if (unit === 'month') return `in ${MONTHS[at]}`;
  if (unit === 'weekday') return `on ${WEEKDAYS[at]}`;
  return `from ${String(at).padStart(2, '0')}:00 to ${String(at + 1).padStart(2, '0')}:00`;
}

/** What is added up, or the rows. */
const measured = ([, ...measure]: readonly string[]): string =>
  measure.length > 0 ? measureName({ measure }) : '';

const mean = (figures: Figures): string => (figures['of'] === 'mean' ? 'on average ' : '');

const WORDS: Record<string, Write> = {
  constant: (figures, [column]) =>
    figures['value'] === null
      ? { figure: '0', sentence: `values in ${column}: every cell is blank` }
      : {
          figure: '1',
          sentence: `value in all of ${column}, ${value(figures, 'value')}: it tells no row from another`,
        },
  'almost-unique': (figures, [column]) => ({
    figure: share(num(figures, 'share')),
    sentence: `of ${column} are different: it names rows and groups none`,
  }),
  'high-cardinality': (figures, [column]) => ({
    figure: count(num(figures, 'distinct')),
    sentence: `different values in ${column}; the most frequent, ${value(figures, 'value')}, is in ${share(num(figures, 'share'))} of the rows`,
  }),
  imbalance: (figures, [column]) => {
    const others = num(figures, 'distinct') - 1;
    return {
      figure: share(num(figures, 'share')),
      sentence: `of ${column} say ${value(figures, 'value')}; ${inWords(others)} other ${others === 1 ? 'value has' : 'values share'} the rest`,
    };
  },
  skew: (figures, [column]) => {
    const up = num(figures, 'skewness') > 0;
    return {
      figure: figureOf(figures, 'mean'),
      sentence: `is the average of ${column}, half are ${figureOf(figures, 'median')} or ${up ? 'less' : 'more'}: a long tail pulls it ${up ? 'up' : 'down'}`,
    };
  },
  correlation: (figures, columns) => ({
    figure: coefficient(strongerOf(figures)),
    sentence:
      figures['measure'] === 'pearson'
        ? `is the correlation of ${columns[0]} and ${columns[1]}`
        : `is how closely ${columns[0]} and ${columns[1]} go together, from 0, not at all, to 1, entirely`,
  }),
  'missing-together': (figures, columns) => ({
    figure: count(num(figures, 'missing')),
    sentence: `rows are blank in ${listed(columns)} together`,
  }),
  outliers: (figures, [column]) => {
    const [below, above] = [num(figures, 'below'), num(figures, 'above')];
    const where = [
      ...(below > 0 ? [`below ${figureOf(figures, 'lowFence')}`] : []),
      ...(above > 0 ? [`above ${figureOf(figures, 'highFence')}`] : []),
    ].join(' or ');
    const n = num(figures, 'count');
    if (num(figures, 'share') > LONG_TAIL)
      return {
        figure: count(n),
        sentence: `cells of ${column} lie ${where}: that is a long tail, too many for outliers`,
      };
    return {
      figure: count(n),
      sentence: `${n === 1 ? 'cell' : 'cells'} of ${column} ${n === 1 ? 'lies' : 'lie'} outside the usual range, ${where}, ${farOut(n, num(figures, 'far'))}`,
    };
  },
  'missing-much': (figures, [column]) => ({
    figure: share(num(figures, 'share')),
    sentence: `of ${column} is blank, ${count(num(figures, 'missing'))} cells`,
  }),
  'duplicate-columns': (figures, [first, second]) => ({
    figure: '2',
    sentence:
      figures['equal'] === 'cells'
        ? `columns say the same, ${first} and ${second}`
        : `columns tell the same in other words, ${first} and ${second}: ${count(num(figures, 'distinct'))} values each, one for one`,
  }),
  determines: (figures, [first, second]) => ({
    figure: count(num(figures, 'distinct')),
    sentence: `values of ${first}, and beside each stands one ${second} only: whoever knows the first knows the second`,
  }),
  season: (figures, columns) => {
    const unit = String(figures['unit']);
    const [best, least] = [seasonName(unit, num(figures, 'best')), seasonName(unit, num(figures, 'least'))];
    const what = measured(columns);
    if (figures['times'] === null && num(figures, 'low') !== 0)
      return {
        figure: figureOf(figures, 'high'),
        sentence: `is ${figures['of'] === 'mean' ? 'the average of ' : ''}${what || 'the rows'} ${best}, ${figureOf(figures, 'low')} ${least}, again and again`,
      };
    if (figures['times'] === null)
      return {
        figure: share(num(figures, 'share')),
        sentence: `of ${what || 'the rows'} come ${best}, none ${least}`,
      };
    const times = num(figures, 'times');
    return {
      figure: `${number(times, times < 10 ? 1 : 0)} times`,
      sentence: what
        ? `as much ${what} ${mean(figures)}${best} as ${least}, again and again`
        : `as many rows ${best} as ${least}, again and again`,
    };
  },
  trend: (figures, columns) => {
    const [from, to] = [num(figures, 'from'), num(figures, 'to')];
    const what =
      figures['of'] === 'mean' ? `the average of ${measured(columns)}` : measured(columns) || 'rows';
    const change =
      from > 0 ? `${to >= from ? '+' : '−'}${share(Math.abs(to / from - 1))}` : figureOf(figures, 'to');
    return {
      figure: change,
      sentence: `in ${what} by ${String(figures['unit'])} over the time of the file, from ${figureOf(figures, 'from')} to ${figureOf(figures, 'to')} on a straight line`,
    };
  },
  gap: (figures, [column]) => ({
    figure: count(num(figures, 'days')),
    sentence: `days without a row in ${column}, ${date(num(figures, 'from'))} to ${date(num(figures, 'to'))}`,
  }),
};

type Units = ReadonlyMap<string, string>;
/** Findings whose figures are cells of their first column. */
const OF_CELLS: ReadonlySet<string> = new Set(['outliers', 'skew']);

const inTheirUnit = ({ kind, figures, columns }: ExploreFinding, units: Units): Figures => {
  const unit = OF_CELLS.has(kind) ? units.get(columns[0]!) : undefined;
  return unit === undefined ? figures : { ...figures, countedIn: unit };
};

/** Null for a finding this version has no words for. */
export const findingWords = (finding: ExploreFinding, units: Units = new Map()): FindingWords | null =>
  WORDS[finding.kind]?.(
    inTheirUnit(finding, units),
    finding.columns.map((column) => called(column)),
  ) ?? null;

const REMEDIES: Record<string, string> = {
  'remove-columns': 'Drop this column',
  'drop-sparse-columns': 'Drop this column',
  'fill-missing': 'Fill the blanks',
  'drop-missing': 'Set these rows aside',
  transform: 'Even out the tail',
  limit: 'Bring them to the limits',
  'outlier-rows': 'Set these rows aside',
};

/** What the button that adds the step says. */
export const remedyWords = (finding: ExploreFinding, units: Units = new Map()): string => {
  const { remedy, columns, kind } = finding;
  if (kind === 'outliers') return cappedWords(inTheirUnit(finding, units));
  const label = REMEDIES[remedy!.op] ?? 'Add this step';
  const second = kind === 'duplicate-columns' || kind === 'determines';
  return label === 'Drop this column' && second ? `Drop ${called(columns[1]!, SHORT)}` : label;
};

/** "Bring 20 cells to €4.68": how many are changed, and to what. */
const cappedWords = (figures: Figures): string => {
  const far = num(figures, 'far');
  const limits = ['lowLimit', 'highLimit'].filter((key) => typeof figures[key] === 'number');
  return `Bring ${count(far)} ${far === 1 ? 'cell' : 'cells'} to ${limits.map((key) => figureOf(figures, key)).join(' or ')}`;
};

export const REMEDY_ADDED = 'Step added; the columns are looked at anew.';

/** Of so many outliers those far out; there is no finding without such. */
const farOut = (n: number, far: number): string =>
  far === n ? 'far from all others' : `${count(far)} of them far`;
