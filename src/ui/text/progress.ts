import type { Progress } from '../../engine/index';
import { count } from './format';

const PHASES: Record<string, string> = {
  reading: 'Reading',
  unpacking: 'Unpacking the workbook',
  typing: 'Finding out what the columns are',
  understanding: 'Looking at the columns',
  copies: 'Looking for copies',
  blanks: 'Looking for blanks',
  filling: 'Filling blanks',
  'growing-trees': 'Growing trees',
  'comparing-customers': 'Comparing customers',
  'looking-for-outliers': 'Looking for outliers',
  'adding-up': 'Adding up per customer',
  'learning-value': 'Learning how customers buy',
  'counting-days': 'Counting days',
  binning: 'Making bins',
  calculating: 'Calculating',
  transforming: 'Evening out',
  scaling: 'Putting on one scale',
  combining: 'Putting columns together',
  'reading-text': 'Reading the text',
  encoding: 'Turning values into numbers',
  scoring: 'Scoring',
  grouping: 'Grouping',
  growing: 'Growing the tree of customers',
  judging: 'Comparing numbers of segments',
  redrawing: 'Redrawing the customers',
  appending: 'Putting files together',
  matching: 'Comparing keys',
  'going-back': 'Looking back',
  checking: 'Checking each customer',
  writing: 'Writing the file',
  storing: 'Storing',
  restoring: 'Bringing back',
  sample: 'Making the sample shop',
};
const ROUNDS: Record<string, string> = {
  grouping: 'start',
  growing: 'cut',
  'growing-trees': 'tree',
  'comparing-customers': 'group',
  blanks: 'column',
  filling: 'column',
  'looking-for-outliers': 'column',
  redrawing: 'redraw',
  judging: 'number',
  appending: 'column',
  scoring: 'column',
};

const WHAT = {
  looking: 'Looking at the first rows…',
  reading: 'Reading…',
  running: 'Working…',
  exporting: 'Writing the file…',
  restoring: 'Bringing back your work…',
} as const;

/** "Reading: 312,000 rows, 27 of 48 MB" · "Grouping: start 4 of 10". */
export function progressSentence(progress: Progress | null, what: keyof typeof WHAT): string {
  if (!progress) return WHAT[what];
  const doing = PHASES[progress.phase] ?? WHAT[what].replace('…', '');
  return `${doing}: ${howFar(progress)}`;
}

function howFar({ phase, done, total, unit, rows }: Progress): string {
  if (unit === 'rounds') return `${ROUNDS[phase] ?? 'round'} ${count(done)} of ${count(total)}`;
  if (unit === 'rows') return `${count(done)} of ${count(total)} rows`;
  const [size, name] = total < 1e6 ? [1e3, 'kB'] : [1e6, 'MB'];
  const part = `${count(Math.floor(done / size))} of ${count(Math.round(total / size))}\u00a0${name}`;
  return rows === undefined ? part : `${count(rows)} rows, ${part}`;
}

/** 0 to 1, or null where the end is not known. */
export const progressShare = (progress: Progress | null): number | null =>
  progress && progress.total > 0 ? Math.min(progress.done / progress.total, 1) : null;
