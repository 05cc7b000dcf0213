import { isolated } from '../../../src/ui/text/isolated';
import { describe, expect, it } from 'vitest';
import type { Association, ColumnOverview, PairView } from '../../../src/engine/index';
import {
  barName,
  brushLabel,
  brushValue,
  customersSay,
  noRuleSays,
  selectedBoxSays,
  barsName,
  effectSays,
  inColumn,
  ofAllRows,
  otherValues,
  selectedSays,
  toldSays,
} from '../../../src/ui/text/brush';
import { conditionsInWords } from '../../../src/ui/text/own-rules';
import { showRows, unusualTitle } from '../../../src/ui/text/blanks';
import {
  coefficient,
  measureSays,
  pairNote,
  strongest,
  pairLine,
  pairTitle,
  shownValue,
  squareSays,
  togetherLine,
  togetherTitle,
} from '../../../src/ui/text/pairs';

const association = (change: Partial<Association> = {}): Association => ({
  a: 'Age',
  b: 'Income',
  measure: 'pearson',
  value: 0.58,
  low: 0.55,
  high: 0.61,
  rows: 90,
  spearman: { value: 0.6, low: 0.5, high: 0.7, rows: 90 },
  plain: null,
  ...change,
});
const bins: PairView['picture'] = {
  shape: 'bins',
  x: { from: 0, to: 1, bins: 1 },
  y: { from: 0, to: 1, bins: 1 },
  cells: [],
  beyond: 0,
  points: { x: new Float64Array(), y: new Float64Array(), of: 0 },
};
const view = (of: Association, picture = bins): PairView => ({
  a: 'Age',
  b: 'Income',
  kinds: ['number', 'number'],
  both: 90,
  rows: 100,
  association: of,
  picture,
});
/** A space that does not break is read as one that does. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');
const write = { a: String, b: String };
const flat = association({ value: 0.02, spearman: null });
const falling = association({ value: -0.31, spearman: null });

it('a coefficient of nothing has no sign, and a name written from the right keeps its figures behind it', () => {
  expect([-0.001, -0.31, 0].map(coefficient)).toEqual(['0.00', '−0.31', '0.00']);
  expect([isolated('Age'), isolated('عدد')]).toEqual(['Age', '\u2068عدد\u2069']);
});

it('a square has the coefficient that is wanted, and says both', () => {
  const names = ['Age', 'Income'];
  expect(shownValue(association(), 'pearson')).toBe(0.58);
  expect(shownValue(association(), 'spearman')).toBe(0.6);
  expect(shownValue(flat, 'spearman')).toBe(0.02);
  expect(squareSays(names, [association()], 1, 0)).toBe(`Age and Income: ${measureSays(association())}`);
  expect(squareSays(names, [association()], 1, 1)).toBe('Income');
  const all = { columns: [], pairs: [], rows: 90, of: 90, leftOut: [] };
  expect(togetherLine(all, 'spearman')).toMatch(/^Spearman’s ρ of two numbers, /);
});

describe('two columns in words', () => {
  it('says how strongly, which way, and over which rows', () => {
    expect(pairTitle(view(association()), write, 'sum')).toBe('Income rises clearly with Age');
    expect(pairTitle(view(falling), write, 'sum')).toBe('Income falls moderately as Age rises');
    expect(pairTitle(view(flat), write, 'sum')).toBe('Age and Income hardly go together');
    expect(pairLine(view(association()))).toBe(
      'Pearson 0.58 (95 %: 0.55 to 0.61), Spearman 0.60, over the 90 rows of 100 with both',
    );
  });

  it('names the measure of the kinds', () => {
    const v = association({
      measure: 'cramers-v',
      value: 0.2,
      low: null,
      high: null,
      spearman: null,
      plain: 0.25,
    });
    expect(measureSays(v)).toBe('Cramér’s V 0.20 corrected for chance (0.25 without)');
    expect(measureSays({ ...v, plain: 0.2 })).toBe('Cramér’s V 0.20 corrected for chance');
    expect(measureSays(association({ value: null }))).toBe('One of them does not vary');
  });

  it('does not praise what is weak', () => {
    const of = { columns: [], rows: 1, of: 1, leftOut: [] };
    expect(togetherTitle({ ...of, pairs: [flat] })).toBe('No two columns go together more than weakly');
    expect(togetherTitle({ ...of, pairs: [flat, association()] })).toBe('Age and Income go together most');
  });
});

it('the strongest are those of the coefficient that is shown', () => {
  const bend = association({ a: 'Visits', value: 0.3, spearman: { value: 0.9, low: 0, high: 1, rows: 90 } });
  const straight = association({ value: 0.58, spearman: { value: 0.4, low: 0, high: 1, rows: 90 } });
  const first = (shown?: 'pearson' | 'spearman') => strongest([straight, bend], shown).map(({ a }) => a);
  expect(first('pearson')).toEqual(['Age', 'Visits']);
  expect(first('spearman')).toEqual(['Visits', 'Age']);
  expect(first()).toEqual(['Visits', 'Age']);
  expect(togetherTitle({ pairs: [straight, bend] }, 'pearson')).toBe('Age and Income go together most');
});

it('boxes say what has no mark, on which scale, and that no median differs', () => {
  const box = { low: 0, lower: 0, median: 0, upper: 0, high: 0, beyond: 3 };
  const boxes = ['good', 'bad'].map((level) => ({ level, rows: 9, box, density: null }));
  const picture = { shape: 'boxes', number: 'Income', category: 'Age', boxes } as const;
  const debt = view(association({ measure: 'correlation-ratio', spearman: null }), picture as never);
  expect(pairTitle(debt, write, 'sum')).toBe('Income has the same median for each Age, 0');
  expect(pairNote(debt, 'boxes')).toMatch(/median\. 6 rows beyond the whiskers are not drawn\.$/);
  expect(pairNote(debt, 'boxes', true)).toMatch(/ The scale is logarithmic\. /);
});

it('dates are earlier and later, not lower and higher', () => {
  const box = (median: number) => ({ low: 0, lower: 0, median, upper: 9, high: 9, beyond: 0 });
  const boxes = [8, 2].map((at) => ({ level: `g${at}`, rows: 9, box: box(at), density: null }));
  const picture = { shape: 'boxes', number: 'Income', category: 'Age', boxes } as const;
  const of = view(association({ measure: 'correlation-ratio', spearman: null }), picture as never);
  const dated = pairTitle({ ...of, kinds: ['text', 'date'] }, write, 'sum');
  expect(dated).toMatch(/^Income is latest for g8, half .+ or later, and earliest for g2, /);
});

describe('a selection in words', () => {
  it('is said from its first to its last bar', () => {
    expect(brushValue('18 to 20', [], 0)).toBe('18 to 20, none chosen');
    expect(brushValue('18 to 20', ['18 to 20'], 1)).toBe('18 to 20 chosen');
    expect(brushValue('25 to 27', ['18 to 20', '25 to 27'], 5)).toBe('18 to 27, 5 bars chosen');
    expect(brushValue('March', ['January', 'March'], 3)).toBe('from January through March, 3 bars chosen');
    expect(brushValue('Born to run', ['Back to black', 'Born to run'], 2)).toMatch(/^from Back to black /);
    expect(brushValue('March', [], 2)).toBe('March, 2 bars chosen');
  });

  it('says in which picture rows are chosen, where a column has several', () => {
    expect([
      brushLabel('Day'),
      brushLabel('Day', 'headline'),
      brushLabel('Price', { beside: 'Land' }),
    ]).toEqual([
      'Choose rows by Day',
      'Choose rows by Day, in the picture at the top',
      'Choose rows by Price, beside Land',
    ]);
  });

  it('is not what the sentence of a card is about', () => {
    expect(ofAllRows('72\u00a0% of the rows say good.')).toBe('72\u00a0% of all rows say good.');
    expect(ofAllRows('Half are 5 or less.')).toBe('All rows: Half are 5 or less.');
  });

  const card = (name: string, picture: ColumnOverview['picture']) =>
    ({ name, kind: 'number', picture, numbers: { min: 0, max: 90 } }) as ColumnOverview;
  const months = card('Day', {
    shape: 'time',
    unit: 'month',
    starts: [9, 10].map((month) => Date.UTC(2025, month)),
    counts: [1, 2],
  });
  const prices = card('Price', { shape: 'histogram', from: 0, to: 3, counts: [1, 2, 3], below: 0, above: 4 });
  const difference = { value: 0.2, low: 0.15, high: 0.25 };
  const frequent = {
    is: 'frequent',
    column: 'Day',
    bar: 1,
    times: 2.13,
    share: 0.4,
    overall: 0.2,
    effect: 0.5,
    difference,
  } as const;

  it('says what is over-represented, with its effect', () => {
    expect(toldSays(frequent, [months], new Map())).toBe('November is 2.1 times as frequent here');
    const sent = { ...months, name: 'Sent' };
    expect(toldSays(frequent, [months, sent], new Map())).toBe('Day November is 2.1 times as frequent here');
    const copy = { is: 'copy', column: 'Sent', of: 'Day' } as const;
    expect([toldSays(copy, [months, sent], new Map()), effectSays(copy)]).toEqual([
      'Sent nearly repeats Day and is left out here',
      '',
    ]);
    expect(plain(effectSays(frequent))).toBe(
      '40 % here, 20 % in all; Cohen’s h 0.50, 15.0 to 25.0 points above the rest (95 %)',
    );
    expect(plain(effectSays(frequent, [{ ...months, missing: 3 }]))).toMatch(
      /^40 % of the filled cells here, 20 % in all; /,
    );
    const mean = {
      is: 'mean',
      column: 'Price',
      mean: 34.123,
      overall: 9.6,
      effect: 0.8,
      interval: difference,
    } as const;
    const d = { ...mean, interval: { value: -1.46, low: -1.523, high: -1.4 } } as const;
    expect(plain(effectSays(d))).toBe('Cohen’s d −1.46 (95 %: −1.52 to −1.40)');
    expect(toldSays(mean, [prices], new Map())).toBe('Price is 34.1 on average, 9.6 in all rows');
  });

  it('names every bar', () => {
    expect([0, 1, 3, 4].map((bar) => barName(prices, bar, null))).toEqual([
      'below 0',
      '0 to 1',
      '2 to 3',
      '3 and more',
    ]);
    const bars = (value: string) => ({ shape: 'bars', bars: [{ value, count: 3 }], others: 4 }) as const;
    const land = { ...card('Land', bars('DE')), kind: 'text' } as ColumnOverview;
    expect(barName(card('Far', bars('-1e+300')), 0, null)).toBe('−1.00\u00a0×\u00a010³⁰⁰');
    expect([[0], [1], [0, 1]].map((bars) => barsName(land, bars, null))).toEqual([
      'DE',
      'All others',
      'All others',
    ]);
    expect(inColumn('7 blank', 'Land')).toBe('7 blank in Land');
    expect([1, 12].map(otherValues)).toEqual(['1 other value', '12 other values']);
    expect(plain(selectedSays({ selected: 5, rows: 20 }))).toBe('5 of 20 rows selected (25 %)');
  });
});

it('says what the box of a selection is', () => {
  expect(selectedBoxSays('Half between 3 and 12, median 6')).toBe(
    'Of the selected rows: half between 3 and 12, median 6.',
  );
});

describe('a selection that becomes a segment', () => {
  it('is told by its conditions and its customers', () => {
    const when = [
      { column: 'Age', from: 30, to: 40 },
      { column: 'Land', values: ['DE', 'FR'] },
    ];
    expect(conditionsInWords(when)).toBe('age 30 to 40, land is DE or FR');
    expect(plain(customersSay({ selected: 312, rows: 2240 }))).toBe('312 of 2,240 customers (14 %)');
  });

  it('says in a sentence why it cannot', () => {
    expect(noRuleSays('blanks')).toBe('A segment cannot ask for blanks. Choose rows with a value.');
  });
});

it('unusual rows that are opened are named by their number in the table', () => {
  expect(unusualTitle(Uint32Array.of(1233))).toBe('Row 1,234');
  expect(unusualTitle(Uint32Array.of(5, 3))).toBe('The 2 most unusual rows');
  expect(showRows(10)).toBe('Show the 10 rows');
});
