import { beforeAll, describe, expect, it } from 'vitest';
import type { Segmentation } from '../../../src/engine/index';
import { recogniseSentence } from '../../../src/ui/text/conditions';
import { useLocale } from '../../../src/ui/text/format';
import { boundsFor, boundsOfRule } from '../../../src/ui/text/made-by-rule';
import { TODO } from '../../../src/ui/text/narrative-todo';
import { orders } from '../fixtures/segmentation-orders';

beforeAll(() => useLocale('en-GB'));

const [first, second, third] = orders.segments;
const features = orders.features.map((one) => (one.meaning === 'money' ? { ...one, unit: '€' } : one));
const made = (rules: NonNullable<Segmentation['rules']>['rules']): Segmentation => ({
  ...orders,
  features,
  segments: [
    { ...first!, name: 'Big' },
    { ...second!, name: 'Town' },
    { ...third!, name: 'Everyone else' },
  ],
  rules: { step: 'own', rules, others: 'Everyone else' },
});
const RULES = made([
  { name: 'Big', when: [{ column: 'monetary', from: 2800 }] },
  { name: 'Town', when: [{ column: 'city', values: ['Leeds', 'York'] }] },
]);
const said = (of: Segmentation) => of.segments.map((segment) => recogniseSentence(segment, of));

describe('a segment made by a rule', () => {
  it('is recognised by that rule, not by a learnt one', () => {
    expect(said(RULES).slice(0, 2)).toEqual([
      'Spent at least €2,800: your own rule.',
      'City is Leeds or York; and no rule before it: your own rule.',
    ]);
  });

  it('is said to have all who meet no rule, where it has these', () => {
    expect(said(RULES)[2]).toBe('All who meet none of your rules.');
    const one = made([{ name: 'Big', when: [{ column: 'monetary', from: 2800 }] }]);
    expect(said(one)[2]).toBe('All who do not meet your rule.');
    expect(said(one)[1]).toContain('right for');
    const point = { kind: 'recognise', precision: 1, recall: 0.91, refs: [{ figure: 'rule' }] } as const;
    expect(TODO.recognise(point, RULES.segments[2]!, RULES)).toEqual([
      'To find them: ',
      { text: 'all who meet none of your rules', ref: { figure: 'rule' } },
      '.',
    ]);
    expect(boundsFor(RULES.segments[2]!, RULES)).toBeNull();
    expect(boundsFor(RULES.segments[2]!, { ...RULES, edited: true })).toBe(third!.conditions);
    const called = made([{ name: 'Everyone else', when: [{ column: 'monetary', from: 2800 }] }]);
    expect(said(called)[2]).toBe('Spent at least €2,800; or none of your rules: your own rule.');
    expect(boundsOfRule(called.segments[2]!, called)).toBeNull();
  });

  it('is described anew once segments were changed by hand', () => {
    expect(said({ ...RULES, edited: true })[0]).toContain('right for');
  });

  it('is found by that rule in words', () => {
    const point = { kind: 'recognise', precision: 1, recall: 0.91, refs: [{ figure: 'rule' }] } as const;
    expect(TODO.recognise(point, RULES.segments[0]!, RULES)).toEqual([
      'To find them: ',
      { text: 'spent at least €2,800', ref: { figure: 'rule' } },
      ', as your own rule says.',
    ]);
  });

  it('gives other programs its bounds, where it has nothing else', () => {
    expect(RULES.segments.map((segment) => boundsOfRule(segment, RULES))).toEqual([
      [{ column: 'monetary', atLeast: 2800, atMost: null }],
      null,
      null,
    ]);
    const dated = made([{ name: 'Big', when: [{ column: 'joined', from: '2020-01-01' }] }]);
    expect(boundsOfRule(dated.segments[0]!, dated)).toBeNull();
    const both = made([
      { name: 'Big', when: [{ column: 'monetary', from: 2800 }] },
      { name: 'Big', when: [{ column: 'frequency', from: 9 }] },
    ]);
    expect(boundsOfRule(both.segments[0]!, both)).toBeNull();
    expect(said(both)[0]).toBe('Spent at least €2,800; or orders at least 9: your own rule.');
  });
});
