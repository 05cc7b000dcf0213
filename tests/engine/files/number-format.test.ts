import { describe, expect, it } from 'vitest';
import { formatKind } from '../../../src/engine/files/spreadsheet/number-format';
import { serialText } from '../../../src/engine/files/spreadsheet/serial-text';

describe('formatKind', () => {
  it.each([
    'm/d/yy',
    'd-mmm-yy',
    'mmm-yy',
    'yyyy\\-mm\\-dd;@',
    '[$-409]d-mmm-yy;@',
    '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy',
    'm/d/yy h:mm',
    'yyyy"年"m"月"d"日"',
    '[$-411]ge.m.d',
  ])('knows %s as a date', (code) => {
    expect(formatKind(code)).toBe('date');
  });

  it.each(['h:mm', 'h:mm AM/PM', 'mm:ss', 'mm:ss.0', '[$-409]h:mm:ss AM/PM;@'])(
    'knows %s as a time',
    (code) => {
      expect(formatKind(code)).toBe('time');
    },
  );

  it.each([
    'General',
    '0',
    '#,##0.00',
    '0.00E+00',
    '##0.0E+0',
    '0%',
    '@',
    '[h]:mm',
    '[hh]:mm:ss',
    '[mm]:ss',
    '#,##0 "days"',
    '0\\ \\d',
    '_-* #,##0.00\\ [$€-407]_-;[Red]-* #,##0.00\\ [$€-407]_-',
    '# ?/?',
  ])('knows %s as a number', (code) => {
    expect(formatKind(code)).toBe('number');
  });
});

// ECMA-376 part 1, 18.17.4.1 and 18.17.4.3, and what Excel shows for the first days of 1900.
describe('serialText', () => {
  it.each([
    [1, '1900-01-01'],
    [59, '1900-02-28'],
    [60, '1900-02-29'],
    [61, '1900-03-01'],
    [43_831, '2020-01-01'],
    [2_958_465, '9999-12-31'],
    [2_958_466, '2958466'],
    [-1, '-1'],
    [0, '1900-01-00'],
  ])('writes day %d of 1900 as %s', (value, text) => {
    expect(serialText(value, 'm/d/yy', false)).toBe(text);
  });

  it.each([
    [0, '1904-01-01'],
    [1, '1904-01-02'],
    [42_369, '2020-01-01'],
    [2_957_003, '9999-12-31'],
  ])('writes day %d of 1904 as %s', (value, text) => {
    expect(serialText(value, 'm/d/yy', true)).toBe(text);
  });

  it('writes times of day, lengths of time as numbers, and the time of a day where there is one', () => {
    expect(serialText(0.5, 'h:mm', false)).toBe('12:00:00');
    expect(serialText(0, 'h:mm', false)).toBe('00:00:00');
    expect(serialText(1.25, '[h]:mm', false)).toBe('1.25');
    expect(serialText(40_878.5, 'm/d/yy', false)).toBe('2011-12-01 12:00:00');
    expect(serialText(40_878, 'm/d/yy h:mm', false)).toBe('2011-12-01 00:00:00');
    expect(serialText(40_878.25, 'h:mm', false)).toBe('2011-12-01 06:00:00');
  });

  it('hits the second that was rounded, keeps thousandths, and turns the day with the clock', () => {
    expect(serialText(40_513.351_388_888_9, 'm/d/yy h:mm', false)).toBe('2010-12-01 08:26:00');
    expect(serialText(41_684.352_647_743_06, 'm/d/yy', false)).toBe('2014-02-14 08:27:48.765');
    expect(serialText(40_877.999_999_999_9, 'm/d/yy h:mm', false)).toBe('2011-12-01 00:00:00');
  });

  it('writes other numbers as their shortest digits', () => {
    expect(serialText(0.1 + 0.2, 'General', false)).toBe('0.30000000000000004');
    expect(serialText(1234567.5, '#,##0', false)).toBe('1234567.5');
  });
});
