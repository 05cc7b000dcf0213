import { formulaFault } from '../fault';
import { formsOf, type FormulaFunction } from '../function';
import * as of from '../groups/summaries';
import type { Typed } from '../typed';

const NUMBER = 'number > number';
const NUMBER_OR_DATE = 'number > number | date > date';

const summary = (
  name: string,
  forms: string,
  summary: of.Summary,
  {
    learnt = false,
    ordered = false,
    verify,
  }: Partial<{ learnt: boolean; ordered: boolean }> & Pick<FormulaFunction, 'verify'> = {},
): FormulaFunction => ({
  name,
  group: 'Columns',
  forms: formsOf(forms),
  way: { summary, learnt, ordered },
  ...(verify && { verify }),
});

/** What is usual is learnt; how much there is is not. */
const learnt = { learnt: true };

function verifyShare([, share]: readonly Typed[]): void {
  if (share?.type !== 'constant') return;
  const value = share.value;
  if (typeof value === 'number' && value >= 0 && value <= 1) return;
  const proposal = typeof value === 'number' && value > 1 && value <= 100 ? String(value / 100) : null;
  throw formulaFault('out-of-range', share, {
    name: 'percentile',
    expected: ['0', '1'],
    ...(proposal && { proposal }),
  });
}

export const COLUMNS: readonly FormulaFunction[] = [
  summary('count', 'any? > number', of.count),
  summary('count_distinct', 'any > number', of.countDistinct),
  summary('sum', NUMBER, of.sum),
  summary('mean', NUMBER, of.mean, learnt),
  summary('median', NUMBER_OR_DATE, of.median, learnt),
  summary('min', NUMBER_OR_DATE, of.min, learnt),
  summary('max', NUMBER_OR_DATE, of.max, learnt),
  summary('stdev', NUMBER, of.stdev, learnt),
  summary('percentile', 'number =number > number | date =number > date', of.percentile, {
    learnt: true,
    verify: verifyShare,
  }),
  summary('first', 'same > same', of.first, { ordered: true }),
  summary('last', 'same > same', of.last, { ordered: true }),
];
