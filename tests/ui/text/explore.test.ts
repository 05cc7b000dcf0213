import { describe, expect, it } from 'vitest';
import type { ColumnOverview, ExploreFinding, Headline, NumberSummary } from '../../../src/engine/index';
import {
  cardKind,
  cardNote,
  cardSentence,
  exploreHead,
  exploreKicker,
  numberWriter,
  periodsLine,
  periodsTitle,
  pictureEnds,
} from '../../../src/ui/text/explore';
import {
  figuresOf,
  histogramNote,
  outliersNote,
  boxLine,
  cumulativeLine,
  isBent,
  halfSays,
  outliersTitle,
  valueBars,
} from '../../../src/ui/text/explore-column';
import { findingWords, remedyWords } from '../../../src/ui/text/explore-findings';
import { useLocale } from '../../../src/ui/text/format';

useLocale('en-GB');
const at = (day: string) => Date.parse(`${day}T00:00Z`);
const numbers: NumberSummary = {
  min: -80_995,
  max: 80_995,
  quantiles: [1, 1, 3, 10, 29],
  mean: 9.55,
  deviation: 218.08,
  skewness: 1.2,
  kurtosis: null,
  zeros: 1,
  negatives: 10_624,
  whole: true,
  outliers: { below: 1984, above: 56_635, lowFence: -12.5, highFence: 23.5, far: 9 },
};
const column = (change: Partial<ColumnOverview> = {}): ColumnOverview => ({
  name: 'Quantity',
  kind: 'number',
  role: null,
  identifier: false,
  rows: 541_909,
  missing: 0,
  distinct: 722,
  numbers,
  dates: null,
  texts: null,
  frequent: [],
  imbalance: null,
  picture: { shape: 'histogram', from: -12, to: 42, counts: [1, 2], below: 3, above: 0 },
  ...change,
});
const text = (change: Partial<ColumnOverview> = {}): ColumnOverview =>
  column({
    kind: 'text',
    numbers: null,
    texts: { shortest: 3, longest: 20, meanLength: 13.4 },
    picture: { shape: 'bars', bars: [], others: 0 },
    ...change,
  });
const months = Array.from({ length: 13 }, (_, i) => Date.UTC(2010, 11 + i, 1));
const headline: Headline = {
  date: 'InvoiceDate',
  measure: ['Quantity', 'UnitPrice'],
  currency: null,
  unit: 'month',
  starts: months,
  totals: months.map(() => 1),
  from: at('2010-12-01'),
  to: at('2011-12-09'),
  contrast: { best: 11, least: 2, times: 2.61 },
  peak: { from: 9, to: 11, share: 0.347 },
};
const finding = (change: Partial<ExploreFinding>): ExploreFinding => ({
  kind: 'constant',
  columns: ['A', 'B'],
  figures: {},
  severity: 1,
  weight: 1,
  picture: { of: 'column', column: 'A' },
  ...change,
});

describe('the head', () => {
  it('tells the story of the time first, then the worst finding', () => {
    const worst = finding({ kind: 'missing-much', figures: { share: 0.25, missing: 135_080 } });
    expect(exploreHead(9, 2, headline, [worst])).toEqual({
      title: 'November brings 2.6 times as much as February.',
      dek: '25\u00a0% of A is blank, 135,080 cells.',
    });
    expect(exploreHead(9, 2, null, [worst]).title).toBe('25\u00a0% of A is blank, 135,080 cells.');
    expect(exploreHead(9, 2, null, []).title).toBe('9 rows, 2 columns, nothing out of the ordinary.');
  });

  it('names a month with its year where there are two of it, and says what is cut', () => {
    expect(periodsTitle(headline)).toBe('September to November bring 35\u00a0% of the money');
    expect(periodsTitle({ ...headline, measure: [], peak: { from: 0, to: 0, share: 0.1 } })).toBe(
      'December 2010 has 10\u00a0% of the rows',
    );
    const totals = months.map((_, i) => (i === 11 ? 1_161_817 : 1));
    expect(periodsTitle({ ...headline, peak: null, totals })).toBe('November brings most, 1.16\u00a0M');
    expect(periodsLine(headline)).toBe(
      'Quantity × UnitPrice by month of InvoiceDate before returns, in the file’s currency; Dec 2011 ends on 9 Dec 2011',
    );
    expect(exploreKicker(541_909, 0)).toBe('541,909 rows · as read');
    expect(exploreKicker(7, 3)).toBe('7 rows · after 3 steps of your own');
  });
});

describe('the title of a histogram', () => {
  const write = (value: number) => String(Math.round(value));
  const box = { low: 1, lower: 1, median: 1, upper: 2, high: 3, beyond: 0 };

  it('says how common the least value is where it is the middle one', () => {
    const ecdf = [{ value: 1, share: 0.97 }, { value: 5, share: 1 }]; // prettier-ignore
    expect(halfSays({ median: 1, box, ecdf }, write)).toBe('97\u00a0% are 1');
    expect(halfSays({ median: 1, box, ecdf: [{ value: 0, share: 0.1 }, ...ecdf] }, write)).toBe(
      'Half are 1 or less',
    );
    const one = { ...box, upper: 1 };
    expect(halfSays({ median: 1, box: one, ecdf: [{ value: 0, share: 0.1 }] }, write)).toBe(
      'At least half are 1',
    );
  });
});

describe('a card', () => {
  it('says where numbers lie, by what they are', () => {
    expect(cardSentence(column({ role: 'quantity' }))).toBe(
      'Half of all lines order 3 or fewer; one in twenty 29 or more.',
    );
    expect(cardSentence(column({ role: 'price' }), '£')).toBe(
      'Half cost £3 or less; one in twenty £29 or more.',
    );
    expect(cardSentence(column())).toBe('Half are 3 or less; one in twenty is 29 or more.');
    const left = { ...numbers, skewness: -2 };
    expect(cardSentence(column({ numbers: left }))).toBe('Half are 3 or more; one in twenty is 1 or less.');
    const even = { ...numbers, skewness: 0.1 };
    const least = { ...numbers, min: 3 };
    expect(cardSentence(column({ numbers: least }))).toBe(
      'At least half are 3; one in twenty is 29 or more.',
    );
    expect(cardSentence(column({ numbers: even }))).toBe('Half lie between 1 and 10; the middle is 3.');
    const flat: NumberSummary = { ...numbers, quantiles: [0, 0, 0, 0, 4] };
    expect(cardSentence(column({ numbers: flat }))).toBe('At least half are 0; one in twenty is 4 or more.');
    const still: NumberSummary = { ...numbers, quantiles: [0, 0, 0, 0, 0] };
    expect(cardSentence(column({ numbers: still }))).toBe('At least nine in ten are 0.');
    const capped: NumberSummary = { ...numbers, quantiles: [2, 9, 9, 9, 9] };
    expect(cardSentence(column({ numbers: capped }))).toBe(
      'At least half are 9; one in twenty is 2 or less.',
    );
  });

  it('says what texts hold', () => {
    const frequent = [{ value: 'United Kingdom', count: 495_478 }];
    expect(cardSentence(text({ frequent }))).toBe('91\u00a0% of the rows say United Kingdom.');
    expect(cardSentence(text({ frequent: [{ value: '85123A', count: 2313 }] }))).toBe(
      'The most frequent, 85123A, is in one row of 234.',
    );
    const even = ['Web', 'Mail', 'Fax'].map((value) => ({ value, count: 180_636 }));
    expect(cardSentence(text({ frequent: even, distinct: 3 }))).toBe(
      'Each of the three values is in 33\u00a0% of the rows.',
    );
    expect(cardSentence(text({ frequent: even, distinct: 9 }))).toBe(
      'No value is in more than 33\u00a0% of the rows.',
    );
    expect(cardSentence(text())).toBe('No value stands in two rows.');
    expect(cardSentence(text({ missing: 541_909, distinct: 0 }))).toBe('Every cell is blank.');
    expect(cardSentence(text({ distinct: 1, missing: 1, frequent: [{ value: 'x', count: 9 }] }))).toBe(
      'Always x where it is not blank.',
    );
    expect(cardKind(text({ distinct: 38 }))).toBe('text, 38 different');
    expect(cardKind(text({ missing: 541_909 }))).toBe('text, blank');
  });

  it('names the busiest period of dates, and the days without rows', () => {
    const dates = {
      min: at('2010-12-01'),
      max: at('2011-12-09'),
      hasTime: true,
      days: 305,
      weekdays: [1, 1, 1, 1, 1, 0, 1],
      hours: null,
      gap: { from: at('2010-12-24'), to: at('2011-01-03'), days: 11 },
    };
    const picture = {
      shape: 'time',
      unit: 'month',
      starts: months,
      counts: months.map((_, i) => i % 12),
    } as const;
    const card = column({ kind: 'date', numbers: null, dates, picture });
    expect(cardSentence(card)).toBe('November 2011 has the most rows, 11.');
    expect(cardNote(card)).toBe('no rows on Saturdays · none from 24 Dec 2010 to 3 Jan 2011');
    expect(pictureEnds(card)).toEqual(['December 2010', 'December 2011']);
  });

  it('counts what is blank, 0 and below in the quiet line', () => {
    expect(cardNote(column({ missing: 135_480 }))).toBe('25\u00a0% blank · 1 is 0 · 10,624 below 0');
    expect(cardNote(text({ missing: 12 }))).toBe('12 blank · 3 to 20 characters');
    expect(pictureEnds(column())).toEqual(['below −12', '42']);
  });
});

it('writes numbers so that they can be read', () => {
  const { plain, axis } = numberWriter(null, numbers);
  expect([plain(1234.5), plain(0.000123), plain(-1e300)]).toEqual([
    '1,234.5',
    '0.000123',
    '−1.00\u00a0×\u00a010³⁰⁰',
  ]);
  expect([axis(80_000), axis(9999)]).toEqual(['80\u00a0k', '9,999']);
  expect([axis(2_500_000), axis(1e9), plain(2.36e-8)]).toEqual([
    '2.5\u00a0M',
    '1\u00a0bn',
    '2.36\u00a0×\u00a010⁻⁸',
  ]);
  const years = numberWriter(null, { min: 1893, max: 1996, whole: true });
  expect([years.axis(1970), years.axis(1970.5)]).toEqual(['1970', '']);
  const children = numberWriter(null, { min: 0, max: 3, whole: true });
  expect([children.axis(1), children.axis(0.5), children.brief(0.5)]).toEqual(['1', '', '0.5']);
  expect(numberWriter('%', { min: 0, max: 1 }).plain(0.125)).toBe('12.5\u00a0%');
});

describe('findings', () => {
  it.each<[Partial<ExploreFinding>, string]>([
    [{ kind: 'constant', figures: { value: 11, share: 0 } }, '1 value in all of A, 11: it tells no row from another'],
    [{ kind: 'constant', figures: { value: null } }, '0 values in A: every cell is blank'],
    [{ kind: 'imbalance', figures: { share: 0.914, value: 'UK', distinct: 2 } }, '91\u00a0% of A say UK; one other value has the rest'],
    [{ kind: 'skew', figures: { mean: 9.55, median: 3, skewness: 4 } }, '9.55 is the average of A, half are 3 or less: a long tail pulls it up'],
    [{ kind: 'outliers', figures: { count: 2, below: 0, above: 2, far: 1, highFence: 23.5 } }, '2 cells of A lie outside the usual range, above 23.5, 1 of them far'],
    [{ kind: 'outliers', figures: { count: 1183, below: 0, above: 1183, far: 600, share: 0.118, highFence: 498.93 } }, '1,183 cells of A lie above 498.93: that is a long tail, too many for outliers'],
    [{ kind: 'correlation', figures: { measure: 'correlation-ratio', value: 0.998 } }, '1.00 is how closely A and B go together, from 0, not at all, to 1, entirely'],
    [{ kind: 'duplicate-columns', figures: { equal: 'cells' } }, '2 columns say the same, A and B'],
    [{ kind: 'season', figures: { unit: 'weekday', best: 3, least: 6, times: 2.2, share: 0.2 }, columns: ['Day'] }, '2.2 times as many rows on Thursdays as on Sundays, again and again'],
    [{ kind: 'season', figures: { of: 'rows', unit: 'weekday', best: 3, least: 6, low: 0, times: null, share: 0.2 }, columns: ['Day'] }, '20\u00a0% of the rows come on Thursdays, none on Sundays'],
    [{ kind: 'season', figures: { of: 'mean', unit: 'month', best: 6, least: 0, high: 20.3, low: -9.7, times: null, share: null }, columns: ['Day', 'Warmth'] }, '20.3 is the average of Warmth in July, −9.7 in January, again and again'],
    [{ kind: 'trend', figures: { unit: 'month', from: 100, to: 150 }, columns: ['Day', 'Spent'] }, '+50\u00a0% in Spent by month over the time of the file, from 100 to 150 on a straight line'],
    [{ kind: 'gap', figures: { days: 11, from: at('2010-12-24'), to: at('2011-01-03') } }, '11 days without a row in A, 24 Dec 2010 to 3 Jan 2011'],
  ])('%j', (change, said) => {
    const { figure, sentence } = findingWords(finding(change))!;
    expect(`${figure} ${sentence}`).toBe(said);
  }); // prettier-ignore

  it('says how many cells are brought to what, in their unit', () => {
    const remedy = { op: 'outliers', params: {} };
    const figures = { count: 9, below: 2, above: 7, far: 4, share: 0.01, lowFence: -2, highFence: 40 };
    const spent = finding({
      kind: 'outliers',
      remedy,
      figures: { ...figures, lowLimit: null, highLimit: 55.5 },
    });
    const units = new Map([['A', '€']]);
    expect(findingWords(spent, units)!.sentence).toContain('below −€2 or above €40');
    expect(remedyWords(spent, units)).toBe('Bring 4 cells to €55.5');
    const both = { ...figures, far: 1, lowLimit: -17.5, highLimit: 55.5 };
    expect(remedyWords({ ...spent, figures: both })).toBe('Bring 1 cell to −17.5 or 55.5');
  });

  it('says what the remedy does, to the second of two columns', () => {
    const remedy = { op: 'remove-columns', params: { columns: ['B'] } };
    expect(remedyWords(finding({ remedy }))).toBe('Drop this column');
    expect(remedyWords(finding({ remedy, kind: 'duplicate-columns' }))).toBe('Drop B');
  });
});

describe('one column', () => {
  it('lists every figure, those not defined too', () => {
    const figures = new Map(figuresOf(column(), null).map(({ name, value }) => [name, value]));
    expect(figures.get('Median')).toBe('3');
    expect(figures.get('Kurtosis')).toBe('not defined');
    expect(figures.get('Outliers below −12.5')).toBe('1,984');
    expect(figuresOf(text({ missing: 541_909 }), null)).toHaveLength(3);
  });

  it('gives no two figures one name, wherever the fences lie', () => {
    const outliers = { below: 3, above: 2, lowFence: 0, highFence: 0, far: 1 };
    const figures = figuresOf(column({ numbers: { ...column().numbers!, outliers } }), null);
    const names = figures.map(({ name }) => name);
    expect(names).toContain('Below 0');
    expect(new Set(names).size).toBe(names.length);
  });

  it('counts what its pictures leave out', () => {
    const shape = { histogram: { scale: 'log', edges: [1, 9], counts: [1], below: 0, above: 0, leftOut: 4 } };
    const ends = { below: '1', above: '9' };
    expect(histogramNote(shape as unknown as Parameters<typeof histogramNote>[0], 2, ends)).toBe(
      '4 at 0 have no place on this scale. 2 blanks left out.',
    );
    const sides = {
      box: { beyond: 3 },
      fences: { low: -1, high: 5 },
      beyond: [7, 8, 9],
      outliers: { rows: [1, 2, 3] },
    };
    expect(outliersNote(sides as unknown as Parameters<typeof outliersNote>[0], String)).toBe(
      'They are above 5.',
    );
    const box = { low: 0, high: 1, lower: 0, median: 0, upper: 1, beyond: 1 };
    const scales = (['even', 'gathered', 'log'] as const).map((scale) =>
      isBent({ histogram: { scale } } as never),
    );
    expect(scales).toEqual([false, true, true]);
    expect([boxLine(false), cumulativeLine(false)].join(' ')).not.toContain('logarithmic');
    for (const line of [boxLine(true), cumulativeLine(true)])
      expect(line).toMatch(/, on a logarithmic scale$/);
    expect(outliersTitle({ box } as unknown as Parameters<typeof outliersTitle>[0], 400)).toBe(
      '1 of 400 lies beyond the whiskers (under 1\u00a0%)',
    );
  });

  it('draws the others as one bar unless it would dwarf all', () => {
    const bars = [{ value: 'a', count: 9 }];
    expect(
      valueBars({ of: 'values', bars, others: { values: 2, count: 3 } }, 12).map(({ label }) => label),
    ).toEqual(['a', '2 other values']);
    expect(valueBars({ of: 'values', bars, others: { values: 2, count: 30 } }, 39)).toHaveLength(1);
  });
});
