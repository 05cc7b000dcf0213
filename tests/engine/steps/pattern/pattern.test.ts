import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parsePattern } from '../../../../src/engine/steps/pattern/parse-pattern';
import { patternFault, patternOf } from '../../../../src/engine/steps/pattern/pattern';
import { PatternMachine } from '../../../../src/engine/steps/pattern/pattern-machine';
import { programOf } from '../../../../src/engine/steps/pattern/pattern-program';
import { replaceMatches, templateOf } from '../../../../src/engine/steps/pattern/replace-matches';

const machineFor = (source: string, anyCase = false) => {
  const parsed = parsePattern(source, anyCase);
  return { parsed, machine: new PatternMachine(programOf(parsed), 2 * (parsed.groups + 1)) };
};
const byMachine = (source: string, text: string, anyCase = false) => {
  const slots = machineFor(source, anyCase).machine.exec(text, 0);
  return slots && [...slots];
};
const byRegExp = (source: string, text: string, anyCase = false) => {
  const found = new RegExp(source, anyCase ? 'diu' : 'du').exec(text);
  return found && found.indices!.flatMap((span) => span ?? [-1, -1]);
};

const atom = fc.constantFrom('a', 'b', '.', '\\d', '[ab]', '[^a]', '\\w', 'é', '\\u{E9}', '\\.', '\\s');
const repeat = fc.constantFrom('', '', '', '*', '+', '?', '*?', '+?', '??', '{2}', '{1,2}', '{1,}?', '{0,2}');
const place = fc.constantFrom('^', '$', '\\b', '\\B');
const { pattern: patterns } = fc.letrec<{ pattern: string }>((tie) => ({
  pattern: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.tuple(atom, repeat).map((parts) => parts.join('')),
    place,
    fc.tuple(tie('pattern'), tie('pattern')).map((parts) => parts.join('')),
    fc.tuple(tie('pattern'), tie('pattern')).map(([a, b]) => `(?:${a}|${b})`),
    fc.tuple(tie('pattern'), repeat).map(([a, often]) => `(${a})${often}`),
    fc.tuple(tie('pattern'), tie('pattern'), repeat).map(([a, b, often]) => `(?:${a}|(${b}))${often}`),
  ),
}));
const texts = fc
  .array(fc.constantFrom('a', 'b', 'A', '1', ' ', '.', 'é'), { maxLength: 10 })
  .map((parts) => parts.join(''));

describe('patternOf', () => {
  it('finds what RegExp finds, groups included', () => {
    const usable = patterns.filter((source) => patternFault(source) === null);
    fc.assert(
      fc.property(usable, texts, fc.boolean(), (source, text, anyCase) => {
        const expected = byRegExp(source, text, anyCase);
        expect(byMachine(source, text, anyCase)).toEqual(expected);
        const found = patternOf(source, { anyCase }).exec(text);
        expect(found && [...found]).toEqual(expected);
      }),
      { numRuns: 800 },
    );
  });

  it.each([
    '(a+)+$',
    '(a|aa)+$',
    '(a|a)*b',
    '^(\\w+\\s?)*$',
    '(.*)(.*)(.*)(.*)x',
    '([a-z]+)*\\d',
    '(x+x+)+y',
  ])('takes no more than text × program steps for %s', (source) => {
    const text = `${'a'.repeat(4_000)}x!`;
    const { parsed, machine } = machineFor(source);
    machine.exec(text, 0);
    expect(machine.looked).toBeLessThanOrEqual((text.length + 1) * programOf(parsed).length);
  });

  it.each([
    ['(', 'syntax'],
    ['', 'syntax'],
    ['a{2,1}', 'syntax'],
    ['(?=a)b', 'look-around'],
    ['(?<!a)b', 'look-around'],
    ['(a)\\1', 'back-reference'],
    ['(?<x>a)\\k<x>', 'back-reference'],
    ['(a*)*', 'repeats-nothing'],
    ['(\\b)+', 'repeats-nothing'],
    ['(?:(?:a{99}){99}){99}', 'too-large'],
    ['a'.repeat(1_001), 'too-large'],
  ])('refuses %s as %s', (pattern, reason) => {
    expect(patternFault(pattern)).toEqual({ code: 'bad-pattern', details: { pattern, reason } });
  });
});

describe('replaceMatches', () => {
  const replaced = (text: string, source: string, template: string) => {
    const pattern = patternOf(source);
    return replaceMatches(text, pattern, templateOf(template, pattern));
  };

  it('replaces as String.prototype.replace does', () => {
    const templates = fc.constantFrom('', 'x', '$1', '[$&]', '$$1', '$2-$1', '$10', '$<n>', '$0', '$9');
    const usable = patterns.filter((source) => patternFault(source) === null);
    fc.assert(
      fc.property(usable, texts, templates, (source, text, template) => {
        expect(replaced(text, source, template)).toBe(text.replace(new RegExp(source, 'gu'), template));
      }),
      { numRuns: 400 },
    );
  });

  it('takes a character of two units as one', () => {
    expect(replaced('a😀b', '.', '<$&>')).toBe('<a><😀><b>');
    expect(replaced('a😀', '(?:x+|\\B)', '-')).toBe('a😀-');
  });

  it('fills in groups by name', () => {
    expect(replaced('Doe, John', '(?<last>\\w+), (?<first>\\w+)', '$<first> $<last>$<none>')).toBe(
      'John Doe',
    );
  });
});
