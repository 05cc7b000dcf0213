import { beforeAll, describe, expect, it } from 'vitest';
import type { StepOutcome } from '../../../src/engine/index';
import { detailOf, effectOf } from '../../../src/ui/text/effects';
import { findingText } from '../../../src/ui/text/findings';
import { useLocale } from '../../../src/ui/text/format';
import { progressSentence, progressShare } from '../../../src/ui/text/progress';
import { changedOn } from '../../../src/ui/text/sessions';

beforeAll(() => useLocale('en-GB'));

const outcome = (op: string, change: Partial<StepOutcome> = {}): StepOutcome => ({
  id: 's',
  op,
  describe: op,
  enabled: true,
  rowsIn: 0,
  rowsOut: 0,
  counts: {},
  notes: [],
  ms: 0,
  ...change,
});

describe('progressSentence', () => {
  it('says what is done and how far it is', () => {
    const reading = {
      phase: 'reading',
      done: 27_400_000,
      total: 48_000_000,
      unit: 'bytes',
      rows: 312_000,
    } as const;
    expect(progressSentence(reading, 'reading')).toBe('Reading: 312,000 rows, 27 of 48\u00a0MB');
    const copies = { phase: 'copies', done: 400_000, total: 541_909, unit: 'rows' } as const;
    expect(progressSentence(copies, 'running')).toBe('Looking for copies: 400,000 of 541,909 rows');
    expect(progressSentence(null, 'exporting')).toBe('Writing the file…');
  });

  it('gives no share where the end is unknown', () => {
    expect(progressShare({ phase: 'x', done: 3, total: 0, unit: 'rows' })).toBeNull();
    expect(progressShare({ phase: 'x', done: 5, total: 4, unit: 'rows' })).toBe(1);
  });
});

describe('effectOf', () => {
  it('says in two words what a step did', () => {
    const copies = outcome('drop-duplicates', { rowsIn: 541_909, rowsOut: 536_641 });
    expect(effectOf(copies, {}, null)).toBe('\u22125,268 rows');
    expect(effectOf(outcome('rfm', { rowsOut: 4339 }), {}, null)).toBe('4,339 customers');
    expect(effectOf(outcome('scale'), { columns: ['a', 'b', 'c'] }, null)).toBe('3 columns');
    expect(effectOf(outcome('segment'), {}, 3)).toBe('3 segments');
    expect(effectOf(outcome('scale', { enabled: false }), { columns: ['a'] }, null)).toBe('off');
    expect(effectOf(outcome('from-the-future'), {}, null)).toBe('');
  });
});

describe('detailOf', () => {
  it('adds up what the step counted', () => {
    const counts = { customers: 4339, returnedRows: 8872, returnedMoney: 609_000, returnsOnly: 33 };
    expect(detailOf(outcome('rfm', { counts }), {})).toBe(
      'Recency, frequency and monetary value (RFM). 8,872 returned lines netted, \u2212609\u00a0k. 33 customers only returned and are set aside.',
    );
  });

  it('says where a customer has several values of what is taken along', () => {
    expect(detailOf(outcome('rfm', { counts: { 'several:Country': 8, 'several:Town': 0 } }), {})).toBe(
      'Recency, frequency and monetary value (RFM). Country differs among the orders of 8 customers: the first value stays.',
    );
    expect(
      detailOf(outcome('aggregate', { counts: { 'several:E-mail': 3 } }), { keepFrom: 'newest' }),
    ).toContain('E-mail differs among the orders of 3 customers: that of the newest order stays.');
  });

  it('explains why a step counts fewer rows than the check screen', () => {
    const missing = outcome('drop-missing', { rowsIn: 536_641, rowsOut: 401_604 });
    expect(detailOf(missing, {}, 43)).toBe('43 of the 135,080 were copies, already removed.');
  });
});

describe('findingText', () => {
  it('goes on from the count', () => {
    const details = { column: 'CustomerID', share: 0.2493, money: 1_447_682, moneyShare: 0.149 };
    expect(findingText({ code: 'no-customer', count: 135_080, details, rows: null })).toEqual({
      sentence: 'rows name no customer (25\u00a0%)',
      effect: 'Set aside. Their 1.45\u00a0M (15\u00a0%) is in no segment.',
    });
  });

  it('names a finding it does not know', () => {
    expect(findingText({ code: 'new-kind', count: 2, details: {}, rows: null }).sentence).toContain(
      'new-kind',
    );
  });
});

describe('changedOn', () => {
  it('counts days on the calendar, not hours', () => {
    const noon = new Date(2026, 10, 22, 12).getTime();
    expect(changedOn(new Date(2026, 10, 22, 0, 5).getTime(), noon)).toBe('today');
    expect(changedOn(new Date(2026, 10, 21, 23, 50).getTime(), noon)).toBe('yesterday');
    expect(changedOn(new Date(2026, 9, 1, 9).getTime(), noon)).toBe('1 Oct 2026');
  });
});
