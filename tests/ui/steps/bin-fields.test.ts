import { describe, expect, it } from 'vitest';
import { registry } from '../../../src/engine/recipe/registry';
import { WAYS } from '../../../src/engine/steps/bin/params';
import {
  asksHowMany,
  BIN_WAYS,
  binsError,
  listIn,
  ownLabels,
  ownLimits,
} from '../../../src/ui/steps/bin-fields';
import { binLabel, binsAhead } from '../../../src/ui/text/bins';
import { detailOf, effectOf } from '../../../src/ui/text/effects';
import { errorText } from '../../../src/ui/text/errors';
import { describeStep } from '../../../src/ui/text/steps';

const outcome = (counts: Record<string, number>, notes: string[] = []) => ({
  id: 's1',
  op: 'bin',
  describe: '',
  enabled: true,
  rowsIn: 10,
  rowsOut: 10,
  counts,
  notes,
  ms: 0,
});

describe('the form of bins', () => {
  it('offers every way there is', () => {
    expect(new Set(BIN_WAYS.map(({ value }) => value))).toEqual(new Set(WAYS));
    expect(WAYS.filter((way) => !asksHowMany(way))).toEqual(['deviations', 'own']);
  });

  it('reads limits and says what is wrong with them', () => {
    expect(ownLimits(' 18; 25,5  40 ')).toEqual({ limits: [18, 25.5, 40], error: null });
    expect(ownLimits('').error).toBe('One limit at least.');
    expect(ownLimits('18 young').error).toBe('Numbers with blanks between them.');
    expect(ownLimits('18 18').error).toBe('Each limit must be above the one before.');
    expect(ownLimits(Array.from({ length: 50 }, (_, i) => i).join(' ')).error).toBe('At most 49 limits.');
  });

  it('reads labels and says what is wrong with them', () => {
    expect(ownLabels(' low, middle ,high', 3)).toEqual({ labels: ['low', 'middle', 'high'], error: null });
    expect(ownLabels(' ', 3)).toEqual({ labels: [], error: null });
    expect(ownLabels('low, high', 3).error).toBe('3 bins need 3 labels.');
    expect(ownLabels('low, , high', null).error).toBe('A label between all commas.');
    expect(ownLabels('low, low', null).error).toBe('No label twice.');
  });

  it('shows what holds, and takes 2 to 50 bins', () => {
    expect(listIn({ limits: [1, 2.5] }, 'limits', ' ')).toBe('1 2.5');
    expect(listIn({}, 'labels', ', ')).toBe('');
    expect(['2', '50', '1', '51', '2.5', 'x'].map((text) => binsError(text) === null)).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ]);
  });
});

describe('bins, in words', () => {
  it.each(WAYS)('%s is described before it runs as afterwards', (by) => {
    for (const params of [
      { column: 'spend', by },
      { column: 'spend', by, bins: 7 },
    ]) {
      const before = describeStep({ id: 's1', op: 'bin', version: 1, enabled: true, params });
      expect(before).toBe(registry.get('bin')!.describe(params));
    }
  });

  it('say what came of it', () => {
    const later = outcome({ bins: 4, binned: 9, below: 1, above: 1200 }, ['fewer-bins']);
    expect(effectOf(later, {}, null)).toBe('4 bins');
    expect(detailOf(later, { by: 'count' })).toBe(
      'As many in each as equal values allow: they stay together. 1 value is less than any learnt from: in the first bin. 1,200 values are greater than any learnt from: in the last bin. Fewer bins than asked for, because too many values are equal.',
    );
  });

  it('say before the act how many there would be, and why fewer', () => {
    const ahead = { op: 'bin', counts: { bins: 2 }, notes: ['fewer-bins'] };
    expect(binsAhead(ahead)).toEqual([
      '2 bins.',
      'Fewer bins than asked for, because too many values are equal.',
    ]);
    expect(binsAhead({ ...ahead, op: 'limit' })).toEqual([]);
  });

  it('say why labels do not fit, and what next', () => {
    const details = { column: 'spend', bins: 2, labels: 3 };
    expect(errorText({ code: 'labels-do-not-fit', details, step: 1 }, 'shop.csv').sentence).toContain(
      'spend falls into 2 bins, and 3 labels are given. Give one for each bin, or none.',
    );
  });
});

describe('binLabel', () => {
  it('has the minus of the limits, and leaves names alone', () => {
    expect(binLabel('under -5')).toBe('under −5');
    expect(binLabel('-5 to -1.5')).toBe('−5 to −1.5');
    expect(binLabel('tier-1')).toBe('tier-1');
  });
});
