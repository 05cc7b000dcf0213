import { describe, expect, it } from 'vitest';
import type { Recipe, RecipeStep } from '../../../src/engine/index';
import { draftsOf, rulesFrom, rulesOf } from '../../../src/ui/screens/segments/edit/rule-drafts';
import {
  groupedByRules,
  withRuleFirst,
  withRuleRenamed,
  withRulesOff,
} from '../../../src/ui/state/rule-edits';
import { withStepDeleted } from '../../../src/ui/state/segment-edits';
import { clockInWords, othersSentence, ruleCountSentence, ruleInWords } from '../../../src/ui/text/own-rules';
import { orders } from '../fixtures/segmentation-orders';

const step = (id: string, op: string, params: RecipeStep['params'] = {}): RecipeStep => ({
  id,
  op,
  version: 1,
  enabled: true,
  params,
});
const recipe: Recipe = {
  format: 'tessera-recipe',
  version: 1,
  sources: [],
  steps: [
    step('s0', 'scale'),
    step('s1', 'segment', { columns: ['a_z'], k: 'auto', names: { '1': 'Old' }, actions: { Big: 'Call' } }),
    step('edit-1', 'merge-segments', { segments: [1, 2] }),
  ],
};
const BIG = { name: 'Big', when: [{ column: 'a', from: 10 }] };
const TOWN = { name: 'Town', when: [{ column: 'city', values: ['Leeds', 'York'] }] };
const EARLY = {
  name: 'Early',
  when: [
    { column: 'joined', from: '2011-01-01', to: '2011-03-31' },
    { column: 'member', is: false },
  ],
};
const ruled = groupedByRules(recipe, { rules: [BIG, TOWN], others: 'Rest' })!;

describe('withRuleFirst', () => {
  it('counts before the rules that make the segments, and alone where none do', () => {
    expect(withRuleFirst({ rules: [TOWN], others: 'Rest' }, BIG, 'Else')).toEqual({
      rules: [BIG, TOWN],
      others: 'Rest',
    });
    expect(withRuleFirst(null, BIG, 'Else')).toEqual({ rules: [BIG], others: 'Else' });
  });
});

describe('groupedByRules', () => {
  it('puts the rules before the grouping, which goes by their names; changes by hand are gone', () => {
    expect(ruled.steps.map(({ op }) => op)).toEqual(['scale', 'rule-segments', 'segment']);
    expect(ruled.steps[2]!.params).toMatchObject({ by: 'rule_segment', names: {} });
  });

  it('changes the rules that are there', () => {
    const again = groupedByRules(withRulesOff(ruled), { rules: [TOWN], others: 'Rest' })!;
    expect(again.steps).toHaveLength(3);
    expect(again.steps[1]).toMatchObject({ enabled: true, params: { rules: [TOWN], others: 'Rest' } });
  });

  it('renames a rule and what is to be done', () => {
    const renamed = withRuleRenamed(ruled, 'Big', 'Large')!;
    expect(renamed.steps[1]!.params).toMatchObject({ rules: [{ name: 'Large' }, TOWN], others: 'Rest' });
    expect(renamed.steps[2]!.params.actions).toEqual({ Large: 'Call' });
    expect(withRuleRenamed(ruled, 'Rest', 'Others')!.steps[1]!.params.others).toBe('Others');
  });

  it('groups alike customers again where the rules are deleted', () => {
    const without = withStepDeleted(ruled, 'rule-segments');
    expect(without.steps.map(({ op }) => op)).toEqual(['scale', 'segment']);
    expect(without.steps[1]!.params).not.toHaveProperty('by');
  });
});

describe('rules in the form', () => {
  const kindOf = (column: string) =>
    column === 'city' ? 'text' : column === 'joined' ? 'date' : column === 'member' ? 'boolean' : 'number';

  it('go in and come out the same', () => {
    expect(rulesOf(draftsOf([BIG, TOWN, EARLY]), kindOf)).toEqual([BIG, TOWN, EARLY]);
  });

  it('are none as long as something is missing', () => {
    const draft = { column: 'a', from: '', to: '', values: '', is: 'yes' as const };
    expect(rulesOf([{ name: 'A', when: [draft] }], kindOf)).toBeNull();
    expect(rulesOf([{ name: '', when: [{ ...draft, from: '1' }] }], kindOf)).toBeNull();
    expect(rulesOf([{ name: 'A', when: [{ ...draft, from: '2', to: '1' }] }], kindOf)).toBeNull();
    expect(rulesOf([], kindOf)).toBeNull();
  });

  it('start from what the segments are recognised by', () => {
    const [best] = orders.segments;
    const [first] = rulesFrom(orders.segments);
    expect(first!.name).toBe(best!.name);
    expect(first!.when.map(({ column }) => column)).toEqual(best!.conditions.map(({ column }) => column));
  });

  it('are said in words, with their customers', () => {
    expect(ruleInWords(BIG)).toBe('Big: a at least 10.');
    expect(
      ruleInWords({ name: 'Big', when: [{ column: 'frequency', from: 2, to: 9 }] }, orders.features),
    ).toBe('Big: orders 2 to 9.');
    const clock = {
      name: 'Out',
      when: [
        { column: 'joined', weekdays: [6, 7] },
        { column: 'seen', hours: [9, 10] },
      ],
    };
    expect(ruleInWords(clock)).toBe('Out: joined on Saturday or Sunday, seen between 09:00 and 11:00.');
    expect([{ weekdays: [1, 2, 3, 4, 5] }, { hours: [9, 12, 20] }].map(clockInWords)).toEqual([
      'from Monday to Friday',
      'in the hours from 09:00, 12:00 or 20:00',
    ]);
    const drafts = draftsOf([clock]);
    expect(rulesOf(drafts, () => 'date')).toEqual([clock]);
    drafts[0]!.when[0]!.clock!.text = 'Monday to Wednesday, Sunday';
    expect(rulesOf(drafts, () => 'date')![0]!.when[0]).toEqual({ column: 'joined', weekdays: [1, 2, 3, 7] });
    drafts[0]!.when[0]!.clock!.text = 'some day';
    expect(rulesOf(drafts, () => 'date')).toBeNull();
    expect(ruleInWords(TOWN)).toBe('Town: city is Leeds or York.');
    expect(ruleInWords(EARLY)).toBe('Early: joined from 1 Jan 2011 up to 31 Mar 2011, member is no.');
    const found = { customers: 100, rules: [{ customers: 12, earlier: 3 }], others: 88 };
    expect(ruleCountSentence(found, 0)).toBe('12 customers (12\u00a0%); 3 more meet an earlier rule.');
    expect(othersSentence(found)).toBe('88 customers (88\u00a0%) meet no rule.');
    expect(ruleCountSentence(null, 0)).toBe('');
  });
});
