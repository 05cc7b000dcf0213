import fc from 'fast-check';
import { compile } from 'vega-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import { dateScale } from '../../../src/ui/charts/date-scale';
import { pairBoxesSpec } from '../../../src/ui/charts/pair-boxes';
import { pairCellsSpec } from '../../../src/ui/charts/pair-cells';
import { panelsSpec } from '../../../src/ui/charts/pair-panels';
import { panelWords } from '../../../src/ui/screens/explore/panel-words';
import { writersOf } from '../../../src/ui/screens/explore/pair-writers';
import { widthOf } from '../../../src/ui/charts/text-width';
import { date, useLocale } from '../../../src/ui/text/format';
import { dateTicks } from '../../../src/ui/text/periods';
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

  it('has times of the day where it is shorter than two days, and both ends where there is little room', () => {
    const between = (from: string, to: string, pixels: number) =>
      dateScale([Date.parse(from), Date.parse(to)], [0, pixels], APART).ticks.map((ms) =>
        new Date(ms).toISOString().slice(0, 16),
      );
    expect(between('2011-03-02T08:10Z', '2011-03-02T17:00Z', 300)).toEqual([
      '2011-03-02T09:00',
      '2011-03-02T12:00',
      '2011-03-02T15:00',
    ]);
    expect(between('2011-03-02T08:10Z', '2011-03-02T08:13Z', 720)).toEqual(
      ['10', '11', '12', '13'].map((minute) => `2011-03-02T08:${minute}`),
    );
    expect(ticksOf('2010-02-02', '2010-11-20', 100)).toEqual(['2010-02-02', '2010-11-20']);
    expect(ticksOf('2010-02-02', '2010-11-20', 60)).toEqual(['2010-02-02']);
  });

  it('has none outside, and none closer than there is room for a year', () => {
    const ms = fc.integer({ min: day('0001-01-01'), max: day('9999-12-31') });
    fc.assert(
      fc.property(ms, ms, fc.integer({ min: 80, max: 1_400 }), (one, other, width) => {
        const range = [Math.min(one, other), Math.max(one, other)] as const;
        const { ticks, place } = dateScale(range, [0, width], APART);
        expect(ticks.every((at) => at >= range[0] && at <= range[1])).toBe(true);
        const steps = ticks.slice(1).map((at, i) => place(at) - place(ticks[i]!));
        expect(steps.every((step) => step >= APART * 0.62 - 1e-6)).toBe(true);
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
    const said = { tick: date, name: 'Order date', long: false, dates: dateTicks };
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
  });
});

describe('two dates beside each other', () => {
  const WIDTH = 366;
  const spans = [
    ['2011-03-02T08:00Z', '2011-03-02T17:30Z'],
    ['2011-03-01T20:00Z', '2011-03-02T17:30Z'],
    ['2011-03-01T08:00Z', '2011-03-20T17:30Z'],
    ['2010-12-01T08:26Z', '2011-12-09T12:50Z'],
    ['1998-02-03T00:00Z', '2031-06-07T00:00Z'],
    ['0001-01-01T00:00Z', '9999-12-31T00:00Z'],
  ].map(([from, to]) => ({ from: Date.parse(from!), to: Date.parse(to!), bins: 4 }));
  type Mark = { text?: string; x: number; y: number };
  const textsOf = (spec: Parameters<typeof compile>[0]) =>
    (compile(spec).spec.data ?? [])
      .flatMap((one) => ('values' in one ? (one.values as Mark[]) : []))
      .filter(({ text }) => text !== undefined);
  const pointless = { x: new Float64Array(), y: new Float64Array(), of: 9 };
  const cells = [{ x: 0, y: 0, count: 9 }];
  const write = { plain: date, axis: date, dates: dateTicks };

  it('have such words along both axes', () => {
    const said = spans.map((axis) => {
      const words = { x: 'Ordered', y: 'Paid', xTick: date, yTick: date, dates: dateTicks };
      const drawn = { shape: 'bins', x: axis, y: axis, cells, beyond: 0, points: pointless } as const;
      const spec = pairCellsSpec(drawn, { ...words, cell: () => '', point: () => '' }, theme, WIDTH);
      const marks = textsOf(spec);
      const foot = marks.find(({ text }) => text === 'Ordered')!.y - 22;
      return marks.filter(({ y }) => y === foot).map(({ text }) => text);
    });
    expect(said).toEqual([
      ['2 Mar 09:00', '12:00', '15:00'],
      ['2 Mar 2011', '12:00'],
      ['7 Mar 2011', '14 Mar 2011'],
      ['2011', 'Jul 2011'],
      ['2000', '2010', '2020', '2030'],
      ['2000', '4000', '6000', '8000'],
    ]);
  });

  it('have them below the panels of groups', () => {
    const groups = ['a', 'b'].map((level) => ({ level, rows: 9, cells, points: null }));
    const said = spans.map((axis) => {
      const panels = { x: axis, y: axis, groups, within: 18, beyond: 0 };
      const shown = groups.map(({ level: name, rows }) => ({ name, rows }));
      const words = panelWords(['Ordered', 'Paid'], shown, { a: write, b: write });
      const marks = textsOf(panelsSpec(panels, words, theme, 864));
      const foot = Math.max(...marks.filter(({ text }) => text !== 'Ordered').map(({ y }) => y));
      return marks.filter(({ y }) => y === foot).map(({ text }) => text);
    });
    expect(said[4]!.slice(0, 4)).toEqual(['2000', '2010', '2020', '2030']);
    expect(said[5]!.slice(0, 4)).toEqual(['2000', '4000', '6000', '8000']);
  });

  it('stay inside narrow panels, and none touches the next', () => {
    const groups = ['a', 'b'].map((level) => ({ level, rows: 9, cells, points: null }));
    const shown = groups.map(({ level: name, rows }) => ({ name, rows }));
    const words = panelWords(['Ordered', 'Paid'], shown, { a: write, b: write });
    const gaps = spans.flatMap((axis) => {
      const panels = { x: axis, y: axis, groups, within: 18, beyond: 0 };
      const marks = textsOf(panelsSpec(panels, words, theme, 358));
      const foot = Math.max(...marks.filter(({ text }) => text !== 'Ordered').map(({ y }) => y));
      const ends = marks
        .filter(({ y }) => y === foot)
        .map(({ x, text }) => [x - widthOf([text!]) / 2, x + widthOf([text!]) / 2] as const);
      return ends.map(([, end], i) => (ends[i + 1]?.[0] ?? 358) - end);
    });
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
  });

  it('say the time of day only where they have one and lie close', () => {
    const at = Date.parse('2011-03-02T08:26:40Z');
    const card = (hasTime: boolean, days: number) =>
      ({
        name: 'Paid',
        kind: 'date',
        dates: { hours: hasTime ? [1] : null, min: 0, max: days * 86_400_000 },
      }) as never;
    const said = [card(true, 3), card(true, 90), card(false, 3)].map((one) =>
      writersOf('Paid', [one], new Map()).plain(at),
    );
    expect(said).toEqual(['2 Mar 2011 08:27', '2 Mar 2011', '2 Mar 2011']);
  });
});
