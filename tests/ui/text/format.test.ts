import { beforeAll, describe, expect, it } from 'vitest';
import * as say from '../../../src/ui/text/format';

beforeAll(() => say.useLocale('en-GB'));

describe('money', () => {
  it.each([
    [59, '59'],
    [23.5, '23.50'],
    [3551.4, '3,551'],
    [9999, '9,999'],
    [12_411, '12.4\u00a0k'],
    [656_000, '656\u00a0k'],
    [999_600, '1.00\u00a0M'],
    [8_290_000, '8.29\u00a0M'],
    [-609_000, '\u2212609\u00a0k'],
    [0, '0'],
  ])('says %d as %s', (value, text) => expect(say.money(value)).toBe(text));

  it('puts the sign of the currency before the figures', () => {
    expect(say.money(-12_411, '£')).toBe('\u2212£12.4\u00a0k');
    expect(say.moneyInFull(4310, '£')).toBe('£4,310.00');
  });
});

describe('share', () => {
  it.each([
    [0.18, '18\u00a0%'],
    [0.004, 'under 1\u00a0%'],
    [-0.003, '0\u00a0%'],
    [0, '0\u00a0%'],
    [0.9962, 'over 99\u00a0%'],
    [1, '100\u00a0%'],
  ])('says %d as %s', (value, text) => expect(say.share(value)).toBe(text));

  it('has one decimal in tables', () => expect(say.shareInFull(0.344)).toBe('34.4\u00a0%'));
});

describe('count and change', () => {
  it('are always in full, with a true minus', () => {
    expect(say.count(541_909)).toBe('541,909');
    expect(say.change(-5268)).toBe('\u22125,268');
    expect(say.change(3)).toBe('+3');
  });

  it('use no narrow space, which the font lacks', () => {
    say.useLocale('fr-FR');
    expect(say.count(541_909)).toBe('541\u00a0909');
    say.useLocale('en-GB');
  });
});

describe('date and dateTime', () => {
  it('read the wall clock that is kept as UTC', () => {
    expect(say.date(Date.UTC(2025, 2, 3))).toBe('3 Mar 2025');
    expect(say.date(Date.UTC(2025, 8, 3))).toBe('3 Sep 2025');
    expect(say.dateTime(Date.UTC(2010, 11, 1, 8, 26))).toBe('1 Dec 2010 08:26');
    expect(say.dateTime(Date.UTC(2010, 11, 1, 8, 26, 5))).toBe('1 Dec 2010 08:26:05');
  });
});

describe('bytes', () => {
  it.each([
    [0, '0 bytes'],
    [84_000, '84\u00a0kB'],
    [999_600, '1.0\u00a0MB'],
    [48_000_000, '48.0\u00a0MB'],
    [2_100_000_000, '2.1\u00a0GB'],
  ])('says %d as %s', (value, text) => expect(say.bytes(value)).toBe(text));
});

describe('middleCut', () => {
  it('leaves out the middle and keeps both ends', () => {
    expect(say.middleCut('online_retail_2010-2011.csv', 18)).toBe('online_r…-2011.csv');
    expect(say.middleCut('short.csv', 18)).toBe('short.csv');
  });
});
