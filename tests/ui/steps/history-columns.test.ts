import { beforeAll, describe, expect, it } from 'vitest';
import { repeatBarsSpec } from '../../../src/ui/charts/repeat-bars';
import { historyColumns, historyDoubts } from '../../../src/ui/steps/history-columns';
import { useLocale } from '../../../src/ui/text/format';
import { repeatLines, REPEATS_FIGURE, repeatsSaid } from '../../../src/ui/text/per-customer';
import type { ColumnHead } from '../../../src/workers/api';

beforeAll(() => useLocale('en-GB'));

const heads = (...names: string[]): ColumnHead[] =>
  names.map((name) => ({
    name,
    kind: 'number',
    role: null,
    hasTime: false,
    missing: 0,
    distinct: 9,
    histogram: [],
  }));

describe('historyColumns', () => {
  it('knows the names of lifetimes, of the literature and of aggregate', () => {
    expect(historyColumns(heads('ID', 'frequency', 'recency', 'T', 'monetary_value'))).toEqual({
      repeats: 'frequency',
      last: 'recency',
      age: 'T',
      money: 'monetary_value',
    });
    expect(historyColumns(heads('ID', 'x', 't_x', 'T', 'zbar'))?.money).toBe('zbar');
    const made = ['repeats', 'repeat_span_days', 'seen_days', 'repeat_value'];
    expect(Object.values(historyColumns(heads('customer', ...made))!)).toEqual(made);
  });

  it('prefers what aggregate made for it to all orders and totals beside it, wherever they stand', () => {
    const made = ['repeats', 'repeat_span_days', 'seen_days', 'repeat_value'];
    const rfm = [
      'customer',
      'recency_days',
      'frequency',
      'monetary',
      'tenure_days',
      'recency',
      'monetary_value',
    ];
    expect(Object.values(historyColumns(heads(...rfm, ...made))!)).toEqual(made);
    expect(historyColumns(heads(...rfm.slice(0, 5), ...made.slice(0, 3)))?.money).toBeNull();
  });

  it('takes frequency only where somebody has none', () => {
    const summary = (least: number) =>
      heads('frequency', 'recency', 'T').map((head) =>
        head.name === 'frequency' ? { ...head, least } : head,
      );
    expect(historyColumns(summary(0))?.repeats).toBe('frequency');
    expect(historyColumns(summary(1))).toBeNull();
  });

  it('doubts all orders and totals', () => {
    const head = (name: string, least: number, missing = 0) => ({ ...heads(name)[0]!, least, missing });
    const columns = [
      head('orders', 1), head('x', 0), head('monetary', 4), head('total spent', 4), head('mean spend', 4), head('value', 0), head('repeat_value', 4, 7),
    ]; // prettier-ignore
    const doubts = (repeats: string, money: string | null) => historyDoubts(columns, { repeats, money });
    expect(doubts('orders', 'monetary')).toEqual(['all-orders', 'total-money']);
    expect(doubts('x', 'total spent')).toEqual(['total-money']);
    expect(doubts('x', 'mean spend')).toEqual(['first-money']);
    expect([doubts('x', 'value'), doubts('x', 'repeat_value'), doubts('x', null)]).toEqual([[], [], []]);
  });

  it('takes other tables for none', () => {
    expect(historyColumns(heads('age', 'income', 'frequency', 'recency'))).toBeNull();
  });
});

describe('how often customers came back, beside what the model expects', () => {
  const counts = { 'repeats:0': 60, 'expected:0': 50, 'repeats:1': 30, 'expected:1': 38, 'repeats:2': 10, 'expected:2': 12 }; // prettier-ignore
  const lines = repeatLines({ op: 'expected-value', counts });

  it('is told of the steps that learn it', () => {
    expect(repeatLines({ op: 'rfm', counts })).toEqual([]);
    expect(lines.at(-1)).toEqual({ times: '2 or more', found: 10, expected: 12 });
    expect(repeatsSaid({ op: 'customer-value', counts })).toEqual([
      'Bought again 0, 1, 2 or more times: 60, 30, 10 customers; the model expects 50, 38, 12.',
    ]);
    expect(REPEATS_FIGURE.title(lines)).toBe('The model puts 90\u00a0% of customers where they are');
    expect(REPEATS_FIGURE.bar(lines[1]!)).toBe('1 time: 30 customers, the model expects 38');
  });

  it('is drawn as bars with a line at what is expected', () => {
    const { bar, shortly } = REPEATS_FIGURE;
    const said = { count: String, bar, across: 'times', shortly };
    const theme = new Proxy({}, { get: (_, name) => String(name) }) as Parameters<typeof repeatBarsSpec>[2];
    const { layer } = repeatBarsSpec(lines, said, theme, 400) as unknown as {
      layer: { data: { values: { x: number; x2: number; y: number; y2: number; stroke?: string }[] }; mark: { type: string } }[]; // prettier-ignore
    };
    const bars = layer.find(({ mark }) => mark.type === 'rect')!.data.values;
    const expected = layer.filter(({ mark }) => mark.type === 'rule').at(-1)!.data.values;
    expect([bars.length, expected.length]).toEqual([3, 3]);
    const height = bars.map(({ y, y2 }) => y2 - y);
    expect(height[1]! / height[0]!).toBeCloseTo(0.5, 6);
    expect((bars[0]!.y2 - expected[0]!.y) / height[0]!).toBeCloseTo(50 / 60, 6);
    const [wide, narrow] = [400, 160].map((width) =>
      JSON.stringify(repeatBarsSpec(lines, said, theme, width)),
    );
    expect([wide?.includes('2 or more'), narrow?.includes('"2 or more"'), narrow?.includes('"2+"')]).toEqual([
      true,
      false,
      true,
    ]);
    expect(bars.every(({ x, x2 }, i) => expected[i]!.x < x && expected[i]!.x2 > x2)).toBe(true);
  });
});
