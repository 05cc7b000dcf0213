import { beforeAll, describe, expect, it } from 'vitest';
import type { FeatureSummary, SegmentProfile, Segmentation } from '../../../src/engine/index';
import { cardFacts, cardSentence } from '../../../src/ui/text/cards';
import { recogniseSentence } from '../../../src/ui/text/conditions';
import { flagAsked, flagLabel } from '../../../src/ui/text/flags';
import { useLocale } from '../../../src/ui/text/format';
import { conditionsInWords } from '../../../src/ui/text/own-rules';
import { rulesFor } from '../../../src/ui/text/rules';
import { customers } from '../fixtures/segmentation-customers';

beforeAll(() => useLocale('en-GB'));

const SPACE = '\u00a0';
const [first] = customers.features;
const flag = (column: string, label: string): FeatureSummary => ({
  ...first!,
  column,
  scaled: `${column}_scaled`,
  label,
  meaning: 'other',
  flag: true,
});
const features = [flag('loan', 'Loan'), flag('salary_medium', 'Salary: medium')];
const shares = { here: 0.92, elsewhere: 0.31, apart: { value: 0.61, low: 0.58, high: 0.64 } };
const segment: SegmentProfile = {
  ...customers.segments[0]!,
  rfm: null,
  revenueShare: null,
  deviations: { loan: 1.4, salary_medium: -0.8 },
  effects: {},
  flags: { loan: shares, salary_medium: { here: NaN, elsewhere: 0.004, apart: null } },
  conditions: [
    { column: 'loan', atLeast: 1, atMost: null },
    { column: 'salary_medium', atLeast: null, atMost: 0 },
  ],
};
const told: Segmentation = { ...customers, features };

describe('columns of 0 and 1 on a card', () => {
  it('say how often something is so, here and elsewhere, no medians', () => {
    expect(
      cardFacts(segment, told).map(({ label, value, rest, apart }) => [label, value, rest, apart]),
    ).toEqual([
      ['Has loan', `92${SPACE}%`, ` here, 31${SPACE}% elsewhere`, '61 points above (58 to 64)'],
      ['Salary: medium', '·', ` here, under 1${SPACE}% elsewhere`, ''],
    ]);
  });

  it('are more or less often so than among most', () => {
    expect(cardSentence(segment, told)).toBe('More often loan and less often salary: medium than most.');
  });

  it('are recognised by yes and no', () => {
    expect(recogniseSentence(segment, told)).toMatch(/^Loan: yes, salary: not medium: right for/);
    expect(conditionsInWords([{ column: 'loan', from: 1 }], features)).toBe('loan is yes');
    expect(conditionsInWords([{ column: 'loan', to: 0 }], features)).toBe('loan is no');
  });

  it('equal 1 or 0 in the rules for other programs', () => {
    const [excel, sql, crm] = rulesFor(segment.conditions, new Set(['loan', 'salary_medium'])).map(
      ({ text }) => text,
    );
    expect(excel).toBe(
      '=FILTER(customers,ISNUMBER(customers[salary_medium])*(customers[loan]=1)*(customers[salary_medium]=0))',
    );
    expect(sql).toBe('SELECT * FROM customers WHERE "loan" = 1 AND "salary_medium" = 0;');
    expect(crm).toBe('loan is 1\nAND salary_medium is 0');
  });

  it('are called what is so', () => {
    const called = (label: string) => flagLabel({ label });
    expect(['Is active', 'Accepted offer', 'VIP card', 'Plan: gold'].map(called)).toEqual([
      'Is active',
      'Accepted offer',
      'Has VIP card',
      'Plan: gold',
    ]);
    const asked = [flagAsked(1, null), flagAsked(null, 0), flagAsked(0, 1), flagAsked(null, 1)];
    expect(asked).toEqual([true, false, null, null]);
  });
});
