import { patternFault } from '../../steps/pattern/pattern';
import { dateFromText, type DateOrder } from '../../steps/parts/date-from-text';
import { numberFromText } from '../../steps/parts/number-from-text';
import { inCase } from '../../steps/clean-text/letter-case';
import { EXTRACTORS } from '../../steps/extract/extractors';
import { formulaFault } from '../fault';
import type { FormulaFunction } from '../function';
import { asTexts, joined } from '../nodes/joined';
import { matching, replaced } from '../nodes/texts';
import type { Typed } from '../typed';
import { oneOfWords } from './one-of-words';
import { eachIn, madeIn } from './row-functions';

const each = eachIn('Text');
const made = madeIn('Text');

const BROKEN = /[\ud800-\udfff]/;
/** Characters as people count them: both halves of one are one. */
const characters = (text: string): string | string[] => (BROKEN.test(text) ? Array.from(text) : text);
const part = (text: string, from: number, to: number): string => {
  const all = characters(text);
  const found = all.slice(Math.max(0, Math.trunc(from)), Math.max(0, Math.trunc(to)));
  return typeof found === 'string' ? found : found.join('');
};
const size = (text: string): number => characters(text).length;

function split(text: string, separator: string, place: number): string | null {
  const parts = text.split(separator);
  const at = Math.trunc(place);
  return (at < 0 ? parts.at(at) : parts[at - 1]) ?? null;
}

function verifyPattern([, pattern]: readonly Typed[]): void {
  const source = pattern?.type === 'constant' ? String(pattern.value ?? '') : '';
  const fault = patternFault(source);
  if (fault)
    throw formulaFault('bad-pattern', pattern!, { found: source, because: String(fault.details.reason) });
}

const numberIn = (value: string | number, decimal: '.' | ',' = '.'): number =>
  typeof value === 'number' ? value : numberFromText(value, decimal);
const dateIn = (value: string | number, order: DateOrder = 'ymd'): number =>
  typeof value === 'number' ? value : dateFromText(value, order);

export const TEXT: readonly FormulaFunction[] = [
  made('concat', 'any any* > text', (args, _, around) => joined(args, around)),
  each('left', 'text number? > text', (text: string, count = 1) => part(text, 0, count)),
  each('right', 'text number? > text', (text: string, count = 1) =>
    part(text, size(text) - Math.max(0, Math.trunc(count)), size(text)),
  ),
  each('mid', 'text number number > text', (text: string, from: number, count: number) =>
    part(text, Math.max(1, Math.trunc(from)) - 1, Math.max(1, Math.trunc(from)) - 1 + Math.trunc(count)),
  ),
  each('length', 'text > number', size),
  each('upper', 'text > text', (text: string) => text.toUpperCase()),
  each('lower', 'text > text', (text: string) => text.toLowerCase()),
  each('proper', 'text > text', (text: string) => inCase(text, 'title')),
  each('trim', 'text > text', (text: string) => text.trim().replace(/\s+/gu, ' ')),
  made('replace', 'text text text > text', (args, _, around) => replaced(args, around)),
  each('contains', 'text text > boolean', (text: string, found: string) => text.includes(found)),
  each('starts_with', 'text text > boolean', (text: string, start: string) => text.startsWith(start)),
  each('ends_with', 'text text > boolean', (text: string, end: string) => text.endsWith(end)),
  made('matches', 'text =text > boolean', (args) => matching(args), { verify: verifyPattern }),
  each('split_part', 'text text number > text', split),
  each('email_domain', 'text > text', (text: string) => EXTRACTORS['e-mail-domain'](text)),
  each('to_number', 'text =text? > number | number > number | boolean > number', numberIn, {
    fault: 'unread',
    verify: oneOfWords(1, ['.', ',']),
  }),
  made('to_text', 'any > text', ([of]) => asTexts(of!)),
  each('to_date', 'text =text? > date | date > date', dateIn, {
    fault: 'unread',
    verify: oneOfWords(1, ['ymd', 'dmy', 'mdy']),
  }),
];
