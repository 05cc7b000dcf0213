import { describe, expect, it } from 'vitest';
import { narrate, type Background, type Segmentation, type SegmentProfile } from '../../../src/engine/index';
import { placeOf } from '../../../src/ui/screens/segments/figure-places';
import { cardFacts } from '../../../src/ui/text/cards';
import { narrativeText, saidOf } from '../../../src/ui/text/narrative';
import { linked, plain } from '../../../src/ui/text/narrative-said';
import { customers } from '../fixtures/segmentation-customers';
import { orders } from '../fixtures/segmentation-orders';

const KNOWN: Background = { half: [null, null, null], days: 373, unsureDates: [] };
const FOUND: Segmentation = { ...orders, method: 'kmeans' };
const hard = (text: string) => text.replaceAll('\u00a0', ' ');

function told(
  change: Partial<SegmentProfile>,
  of: Partial<Segmentation> = {},
  known: Partial<Background> = {},
) {
  const segments = [{ ...FOUND.segments[0]!, ...change }, ...FOUND.segments.slice(1)];
  const segmentation = { ...FOUND, segments, ...of };
  const [narrative] = narrate(segmentation, { ...KNOWN, ...known });
  return saidOf(narrative!, segmentation).map(
    ({ title, sentences }) => `${title}: ${hard(sentences.map(plain).join(' '))}`,
  );
}
const all = (...asked: Parameters<typeof told>) => told(...asked).join('\n');

describe('saidOf', () => {
  it('writes a segment of the order file', () => {
    expect(told({})).toEqual([
      'Who they are: They are 763 customers, about 18 % of all. The typical customer here made 10 orders, spent 3,551 and last ordered 10 days before the data end; of all customers: 2, 650 and 51.',
      'How they differ: They stand furthest from the others in how often they order: 3.1 times the average, d 1.9 to 2.1 above the others. Then in what they spent: 3.8 times the average, d 1.8 to 2.0 above. Then in days since the last order: 18 % of the average, d 0.9 to 1.1 below.',
      'What they are worth: They bring 5.58 M, about 67 % of revenue, more than any other segment. That is 7,313 per customer, 3.8 times the average of 1,911. They made 9,170 orders, about 50 % of all.',
      'What to do: Suggestion for Champions: thank them, show them new things first, ask for referrals. No discounts. To find them: at least 6 orders, last order within 60 days, at least 1,000 spent. This rule is right for 89 % of those it finds, and finds 88 % of the segment.',
      'What to be careful about: Size, redraws and distances give no reason for doubt.',
    ]);
  });

  it('begins with a column of 0 and 1 that only they have, though nothing varies in it', () => {
    const team = {
      ...FOUND.features[0]!,
      column: 'team',
      label: 'Plan: Team',
      meaning: 'other',
      flag: true,
    } as const;
    const only = { here: 1, elsewhere: 0, apart: null };
    const said = all(
      {
        rfm: null,
        flags: { team: only },
        effects: { ...FOUND.segments[0]!.effects, team: null },
        medians: { ...FOUND.segments[0]!.medians, team: 1 },
        means: { ...FOUND.segments[0]!.means, team: 1 },
      },
      { features: [...FOUND.features, { ...team, median: 0 }] },
    );
    expect(said).toContain('How they differ: All of them are plan: Team; nobody else is. Then in');
    expect(said).toMatch(/plan: Team yes \(all no\)/);
  });

  it('tells a value and its logarithm once, and leads a median to the card', () => {
    const log = { ...FOUND.features[1]!, column: 'log_spent', label: 'Log spent', repeats: 'monetary' };
    const { effects, medians, index } = FOUND.segments[0]!;
    const segment = {
      effects: { ...effects, log_spent: { value: 3, low: 2.9, high: 3.1 } },
      medians: { ...medians, log_spent: 8.2 },
      index: { ...index, log_spent: 1.3 },
    };
    const features = [...FOUND.features, log];
    expect(all(segment, { features })).toBe(all({}));
    const segments = [{ ...FOUND.segments[0]!, ...segment }, ...FOUND.segments.slice(1)];
    const [{ who } = { who: [] }] = narrate({ ...FOUND, segments, features }, KNOWN);
    expect(who.flatMap(({ refs }) => refs.map(({ figure }) => placeOf(figure, 1)))).toEqual([
      'shares',
      'segment-1',
      'segment-1',
      'segment-1',
    ]);
    expect(cardFacts(segments[0]!, { ...FOUND, segments, features }).map(({ column }) => column)).toEqual([
      'frequency',
      'monetary',
      'recency_days',
    ]);
  });

  it('calls a difference small that is within 5 % of the average, and tells it last', () => {
    const { index, effects } = FOUND.segments[0]!;
    const said = all({
      index: { ...index, frequency: 1.02 },
      effects: { ...effects, frequency: { value: 2.4, low: 2, high: 2.7 } },
    });
    expect(said).toMatch(/furthest from the others in what they spent/);
    expect(said).toContain('Then in how often they order: only 2 % above the average, d 2.0 to 2.7 above.');
    expect(said).not.toContain('about the average');
  });

  it('speaks of one customer in the singular', () => {
    const one = all({
      size: 1,
      share: 1 / 4339,
      orders: 1,
      ordersShare: 0.0001,
      revenue: 12,
      revenueShare: 0,
    });
    expect(one).toContain('It is 1 customer, under 1 % of all.');
    expect(one).toContain('This customer made 1 order');
    expect(one).toContain('This customer brings 12');
    expect(one).not.toMatch(/They bring|1 customers|1 orders|about under/);
  });

  it('says money below 0 without a share of anything', () => {
    const returned = all({ revenue: -1200, revenueShare: -0.0001 });
    expect(returned).toContain('Taken together they come to −1,200 after returns.');
    expect(returned).not.toMatch(/−0 %|times the average of/);
  });

  it('says nothing in the place of what is missing', () => {
    const bare = all({
      medians: {},
      index: {},
      effects: {},
      positions: {},
      conditions: [],
      grade: null,
      rfm: null,
    });
    expect(bare).not.toMatch(/NaN|undefined|null|·/);
    expect(all({ medians: { frequency: NaN, monetary: NaN, recency_days: NaN } })).not.toContain('typical');
  });

  it('has no word of money where there is none', () => {
    const segments = customers.segments.map((one) => ({ ...one, revenue: null, revenueShare: null }));
    const bare = { ...customers, segments, money: null, revenue: null };
    const text = narrativeText(narrate(bare, KNOWN), bare);
    expect(text).toContain('The file has no money: what they are worth is not known.');
    expect(text).not.toMatch(/revenue|of spend|They spent/);
  });

  it('tells segments apart that are called the same', () => {
    const segments = FOUND.segments.map((one, i) => ({
      ...one,
      name: 'Regulars',
      positions: { frequency: i, monetary: i, recency_days: i },
    }));
    expect(all({}, { segments })).toContain('The segment most like it is Regulars (B).');
  });

  it('has a sentence for one segment, and for one customer in it', () => {
    const only = (size: number) => ({
      k: 1,
      segments: [{ ...FOUND.segments[0]!, size, share: 1, grade: null, conditions: [] }],
    });
    expect(all({}, only(4339))).toContain('All 4,339 customers are in this one segment.');
    expect(all({}, only(1))).toContain('There is one customer.');
  });

  it('marks what is proposed as a suggestion, and says first what the person wrote', () => {
    const todo = (change: Partial<SegmentProfile>) =>
      told(change).find((section) => section.startsWith('What to do'));
    expect(todo({ rfm: null, conditions: [] })).toBe(
      'What to do: Suggestion: worth more than the average, they deserve service before discounts.',
    );
    expect(todo({ action: 'Call them', conditions: [] })).toBe('What to do: Your plan: Call them.');
  });

  it('warns in words', () => {
    const effects = { frequency: { value: -1, low: -1.6, high: -0.4 } };
    expect(
      told({ effects, precision: 0.5 }, {}, { half: [40, null, null], days: 1, unsureDates: ['day'] }).at(-1),
    ).toBe(
      'What to be careful about: Half of their revenue rests on 40 of them (5 %). How far they stand out in how often they order is open: d 0.4 to 1.6 all fit. Its rule finds many others too: 50 % of those it finds belong here. The orders cover 1 day only: who buys less often looks lost. Nothing in the file says whether the day or the month comes first in day; please check the dates.',
    );
  });

  it('never says why something is so', () => {
    const texts = [FOUND, customers].map((one) => narrativeText(narrate(one, KNOWN), one)).join('\n');
    expect(texts).not.toMatch(/because|due to|leads? to|causes?\b|drives?\b|results? in|thanks to|will \w+/i);
  });

  it('leads each suggestion, and how to find them, to the figure it rests on', () => {
    const bare = { rfm: null, effects: {}, index: {}, revenueShare: null };
    const segments = FOUND.segments.map((one) => ({ ...one, ...bare }));
    const apart = { id: 1, beyond: 3.5 };
    const linksOf = (of: Segmentation) =>
      narrate(of, KNOWN).flatMap(({ todo, id }) => {
        const sections = saidOf({ id, who: [], differ: [], worth: [], todo, careful: [] }, of);
        return sections.flatMap(({ sentences }) =>
          sentences.map((said) => said.flatMap((part) => (typeof part === 'string' ? [] : [part]))),
        );
      });
    for (const of of [FOUND, customers, { ...FOUND, apart }, { ...FOUND, segments }])
      expect(linksOf(of).map(({ length }) => length)).not.toContain(0);
    const [suggested, found] = linksOf(FOUND);
    expect(suggested).toEqual([{ text: 'Champions', ref: { figure: 'typical', column: 'frequency' } }]);
    expect(found!.map(({ text }) => hard(text))).toEqual([
      'at least 6 orders, last order within 60 days, at least 1,000 spent',
      '89 %',
    ]);
    expect(linksOf({ ...FOUND, apart })[0]).toEqual([{ text: 'those set apart', ref: { figure: 'size' } }]);
    expect(linksOf({ ...FOUND, segments })[0]![0]).toEqual({
      text: 'these figures',
      ref: { figure: 'profile' },
    });
  });

  it('leads each sentence with a number to a figure', () => {
    for (const segmentation of [FOUND, customers])
      for (const narrative of narrate(segmentation, { half: [40, 50, 60], days: 20, unsureDates: ['day'] })) {
        const sentences = saidOf(narrative, segmentation).flatMap((section) => section.sentences);
        const unlinked = sentences.filter(
          (said) => /\d/.test(plain(said)) && said.every((part) => typeof part === 'string'),
        );
        expect(unlinked.map(plain)).toEqual([]);
      }
  });
});

describe('linked', () => {
  const ref = { figure: 'size' } as const;
  it.each([
    ['Only 12 customers; 44 would be enough.', '12'],
    ['It is £5.58\u00a0M in all.', '£5.58\u00a0M'],
    ['Under 1\u00a0% of them.', '1\u00a0%'],
    ['They come to −1,200.', '−1,200'],
    ['Nothing to count.', 'Nothing to count.'],
  ])('%s', (sentence, text) => {
    const said = linked(sentence, ref);
    expect(plain(said)).toBe(sentence);
    expect(said.find((part) => typeof part !== 'string')).toEqual({ text, ref });
  });
});

describe('narrativeText', () => {
  it('can be pasted: a block for each segment', () => {
    const blocks = narrativeText(narrate(FOUND, KNOWN), FOUND).trimEnd().split('\n\n');
    expect(blocks).toHaveLength(3);
    expect(blocks[2]!.split('\n')[0]).toBe('C Hibernating');
  });
});
