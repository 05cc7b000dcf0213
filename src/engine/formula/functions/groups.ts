import { formulaFault } from '../fault';
import { formsOf, type FormulaFunction } from '../function';
import * as of from '../groups/places';
import type { Typed } from '../typed';

const MOST_ROWS = 1_000_000;

const place = (name: string, forms: string, way: of.Place, ordered: boolean): FormulaFunction => ({
  name,
  group: 'Groups',
  forms: formsOf(forms),
  way: { place: way, ordered },
});

/** So many rows away must be a whole number. */
const verifyRows =
  (name: string) =>
  ([, rows]: readonly Typed[]): void => {
    if (rows?.type !== 'constant') return;
    const { value } = rows;
    if (Number.isInteger(value) && Number(value) >= 1 && Number(value) <= MOST_ROWS) return;
    throw formulaFault('out-of-range', rows, { name, expected: ['1', String(MOST_ROWS)] });
  };

export const GROUPS: readonly FormulaFunction[] = [
  place('rank', 'number > number | date > number', of.rank, false),
  place('percent_rank', 'number > number | date > number', of.percentRank, false),
  place('row_number', '> number', of.rowNumber, true),
  { ...place('lag', 'same =number? > same', of.lag, true), verify: verifyRows('lag') },
  { ...place('lead', 'same =number? > same', of.lead, true), verify: verifyRows('lead') },
  place('cumulative_sum', 'number > number', of.cumulativeSum, true),
  place('share_of_total', 'number > number', of.shareOfTotal, false),
];
