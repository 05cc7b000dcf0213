import fc from 'fast-check';
import { compile } from 'vega-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { areMonths, dateScale } from '../../../src/ui/charts/date-scale';
import { pairBoxesSpec } from '../../../src/ui/charts/pair-boxes';
import { date, useLocale } from '../../../src/ui/text/format';
import { dateTick } from '../../../src/ui/text/periods';
import { theme } from '../fixtures/theme';

beforeAll(() => useLocale('en-GB'));

const APART = 72;
const day = (text: string) => Date.parse(`${text}T00:00:00Z`);
const ticksOf = (from: string, to: string, pixels = 720) =>
  dateScale([day(from), day(to)], [0, pixels], APART).ticks.map((ms) =>
    new Date(ms).toISOString().slice(0, 10),
  );

describe('a scale of dates', () => {
  it('has its ticks at starts of months, quarters and years', () => {
    expect(ticksOf('2011-01-13', '2011-05-20')).toEqual([
      '2011-02-01',
      '2011-03-01',
      '2011-04-01',
      '2011-05-01',
    ]);
    expect(ticksOf('2010-12-01', '2012-12-09', 720)).toEqual(
      ['2011-01', '2011-04', '2011-07', '2011-10', '2012-01', '2012-04', '2012-07', '2012-10'].map(
        (month) => `${month}-01`,
      ),
    );
    expect(ticksOf('1998-03-02', '2011-06-01', 400)).toEqual(
      ['2000', '2005', '2010'].map((year) => `${year}-01-01`),
    );
    expect(ticksOf('1890-01-01', '1930-06-01', 400)).toEqual(
      ['1890', '1900', '1910', '1920', '1930'].map((year) => `${year}-01-01`),
    );
  });

  it('has Mondays and days where it is short, and the one day where it has no length', () => {
    expect(ticksOf('2011-03-02', '2011-04-20')).toEqual(
      ['03-07', '03-14', '03-21', '03-28', '04-04', '04-11', '04-18'].map((at) => `2011-${at}`),
    );
    expect(ticksOf('2011-03-02', '2011-03-05')).toEqual(
      ['02', '03', '04', '05'].map((at) => `2011-03-${at}`),
    );
    expect(ticksOf('2011-03-02', '2011-03-02')).toEqual(['2011-03-02']);
  });

  it('has none outside, and none closer than there is room', () => {
    const ms = fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') });
    fc.assert(
      fc.property(ms, ms, fc.integer({ min: 80, max: 1_400 }), (one, other, width) => {
        const range = [Math.min(one, other), Math.max(one, other)] as const;
        const { ticks, place } = dateScale(range, [0, width], APART);
        expect(ticks.every((at) => at >= range[0] && at <= range[1])).toBe(true);
        const steps = ticks.slice(1).map((at, i) => place(at) - place(ticks[i]!));
        expect(steps.every((step) => step >= APART - 1e-6)).toBe(true);
      }),
    );
  });
});

describe('boxes of dates', () => {
  const wordsOf = (from: string, to: string) => {
    const [low, high] = [day(from), day(to)];
    const middle = (low + high) / 2;
    const box = { low, lower: middle, median: middle, upper: middle, high, beyond: 0 };
    const rows = [{ label: 'good', box, words: 'told', rest: false }];
    const said = { tick: date, name: 'Order date', long: false, months: dateTick };
    const { data = [] } = compile(pairBoxesSpec(rows, said, theme, 500)).spec;
    const marks = data.flatMap((one) => ('values' in one ? (one.values as { text?: string }[]) : []));
    return marks.flatMap(({ text }) => (text === undefined || /good|Order/.test(text) ? [] : [text]));
  };

  it('have months and years below them, days where they are few', () => {
    expect(wordsOf('2010-12-01', '2011-12-09')).toEqual(['2011', 'Apr 2011', 'Jul 2011', 'Oct 2011']);
    expect(wordsOf('2010-12-30', '2011-01-02')).toEqual([
      '30 Dec 2010',
      '31 Dec 2010',
      '1 Jan 2011',
      '2 Jan 2011',
    ]);
    expect(areMonths([day('2011-01-01'), day('2011-01-02')])).toBe(false);
  });
});
