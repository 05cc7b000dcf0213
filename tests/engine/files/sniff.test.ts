import { describe, expect, it } from 'vitest';
import { sniff } from '../../../src/engine/files/sniff';
import type { ReadOptions } from '../../../src/engine/files/read-options';

const optionsOf = (text: string | Uint8Array, chosen: Partial<ReadOptions> = {}) => {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  return sniff(bytes, bytes.length, chosen).options;
};
const lines = (...all: string[]) => `${all.join('\n')}\n`;

describe('sniff', () => {
  it.each([
    [',', lines('a,b,c', '1,x y,3', '4,"u, v",6')],
    [';', lines('a;b', '1,5;2,5', '3,5;4,5')],
    ['\t', lines('a\tb', '1,5\tx', '2\ty, z')],
    ['|', lines('a|b', '1|x', '2|y')],
    ['whitespace', lines(' 00004 0001  2   29.33', ' 00004 0001  12  9.33', ' 00005 0002  1   7.00')],
  ])('finds the separator %j', (delimiter, text) => {
    expect(optionsOf(text).delimiter).toBe(delimiter);
  });

  it('does not split dates and times at their blank', () => {
    expect(
      optionsOf(lines('at', '2010-12-01 08:26:00', '2010-12-01 08:27:00', '2010-12-02 11:00:00')).delimiter,
    ).toBe(',');
  });

  it('is led by what was chosen', () => {
    const text = lines('a;b', '1,5;2', '3,5;4');
    expect(optionsOf(text, { delimiter: ',' })).toMatchObject({ delimiter: ',', decimal: '.' });
    expect(optionsOf(text, { header: false, missing: ['x'] })).toMatchObject({
      delimiter: ';',
      header: false,
      missing: ['x'],
    });
  });

  it.each([
    ['words above numbers', true, lines('name,n', 'a,1', 'b,2')],
    ['words above words', true, lines('name,town', 'ann,York', 'bob,Leeds')],
    ['numbers above numbers', false, lines('1,2.5', '2,3.5', '3,1.5')],
    ['a date above dates', false, lines('2020-01-01,a', '2020-01-02,b', '2020-01-03,c')],
    ['years beside a word', true, lines('country,2019,2020', 'DE,5,6', 'FR,7,8')],
    ['an empty corner', true, lines(',a,b', 'x,1,2', 'y,3,4')],
  ])('tells a header from data: %s', (_what, header, text) => {
    expect(optionsOf(text).header).toBe(header);
  });

  it('finds the lines above the table', () => {
    expect(optionsOf(lines('Report of May', '"a, b"', 'x,y,z', '1,2,3', '4,5,6')).skip).toBe(2);
    expect(optionsOf(lines('Report,,', 'x,y,z', '1,2,3', '4,5,6')).skip).toBe(1);
    expect(optionsOf(lines('x,y,z', '1,2,3', '4,5,6')).skip).toBe(0);
  });

  it("obeys Excel's own line about the separator", () => {
    expect(optionsOf(lines('sep=|', 'a|b', '1|2'))).toMatchObject({ delimiter: '|', skip: 1, header: true });
  });

  it('finds the decimal comma only where numbers speak for it', () => {
    expect(optionsOf(lines('a;b', '1,5;x', '1.234,56;y')).decimal).toBe(',');
    expect(optionsOf(lines('a;b', '1.5;x,y', '2.5;y,z')).decimal).toBe('.');
    expect(optionsOf(lines('a;b', '1,234;x', '5,678;y')).decimal).toBe('.');
  });

  it('finds single quotes where there are no double ones', () => {
    expect(optionsOf(lines("'a','b'", "'x, y','1'", "'z','2'")).quote).toBe("'");
    expect(optionsOf(lines('a,b', "it's,1", "don't,2")).quote).toBe('"');
  });

  it('stands a sample that is cut inside a character', () => {
    const bytes = new TextEncoder().encode(lines('name,n', 'Zoë,1', 'Zoë,2'));
    const cut = bytes.subarray(0, bytes.lastIndexOf(0xc3) + 1);
    expect(sniff(cut, bytes.length).options.encoding).toBe('utf-8');
    expect(sniff(cut, cut.length).options.encoding).toBe('windows-1252');
  });

  it('ranks the separators', () => {
    const bytes = new TextEncoder().encode(lines('a;b;c', '1;2;3', '4;5;6'));
    expect(sniff(bytes, bytes.length).runnersUp[0]!.delimiter).toBe(';');
  });
});

describe('a spoilt character', () => {
  const encode = (text: string) => new TextEncoder().encode(text);

  it('does not turn a file of UTF-8 into windows-1252', () => {
    const good = encode('name,amount\nMüller,1\nJürgen,2\nZoë,3\nÅsa,4\nRené,5\n');
    const bytes = new Uint8Array([...good, ...encode('Bj'), 0xf6, ...encode('rn,6\n')]);
    expect(sniff(bytes, bytes.length).options.encoding).toBe('utf-8');
  });

  it('leaves a file of windows-1252 what it is', () => {
    const bytes = Uint8Array.from('name,amount\nM\u00fcller,1\nJ\u00fcrgen,2\nZo\u00eb,3\n', (c) =>
      c.charCodeAt(0),
    );
    expect(sniff(bytes, bytes.length).options.encoding).toBe('windows-1252');
  });
});
