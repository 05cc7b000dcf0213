import type { FormulaFunction } from '../function';
import { exp, log, log1p } from '../../stats/logarithm';
import { power } from '../power';
import { log10, roundTo } from '../rounding';
import { outermost } from './outermost';
import { eachIn, madeIn } from './row-functions';

const each = eachIn('Numbers');
const made = madeIn('Numbers');
const outside = { fault: 'outside' } as const;
const above = (x: number, least: number): number => (x > least ? x : NaN);

/** The remainder has the sign of what is divided by, as in spreadsheets. */
export const modulo = (x: number, by: number): number => (by === 0 ? NaN : x - by * Math.floor(x / by));

export const NUMBERS: readonly FormulaFunction[] = [
  each('round', 'number number? > number', roundTo),
  each('floor', 'number > number', (x: number) => Math.floor(x)),
  each('ceil', 'number > number', (x: number) => Math.ceil(x) + 0),
  each('abs', 'number > number', (x: number) => Math.abs(x)),
  each('sign', 'number > number', (x: number) => Math.sign(x) + 0),
  each('sqrt', 'number > number', (x: number) => Math.sqrt(x), outside),
  each('log', 'number > number', (x: number) => log(above(x, 0)), outside),
  each('log10', 'number > number', (x: number) => log10(above(x, 0)), outside),
  each('log1p', 'number > number', (x: number) => log1p(above(x, -1)), outside),
  each('exp', 'number > number', exp, outside),
  each('power', 'number number > number', power, outside),
  each('mod', 'number number > number', modulo, { fault: 'divided' }),
  each(
    'clip',
    'number number number > number | date date date > date',
    (x: number, low: number, high: number) => (x < low ? low : x > high ? high : x),
  ),
  made('least', 'number number* > number | date date* > date', (args, kind) =>
    outermost(args, kind, 'least'),
  ),
  made('greatest', 'number number* > number | date date* > date', (args, kind) =>
    outermost(args, kind, 'greatest'),
  ),
];
