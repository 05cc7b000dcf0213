import { describe, expect, it } from 'vitest';
import { EngineError } from '../../../src/engine/errors';
import { checkFormula } from '../../../src/engine/formula/check';
import { LONGEST_FORMULA } from '../../../src/engine/formula/parse';
import type { Kind } from '../../../src/engine/table/columns';

const kinds = new Map<string, Kind>([
  ['Quantity', 'number'],
  ['Unit Price', 'number'],
  ['Country', 'text'],
  ['CustomerID', 'text'],
  ['InvoiceDate', 'date'],
  ['Paid', 'boolean'],
  ['odd]name', 'number'],
]);

/** Why a formula is refused, the characters at fault, and what it would be with the proposal taken. */
function fault(text: string): [reason: unknown, at: string, taken: string | null] {
  try {
    checkFormula(text, kinds);
  } catch (error) {
    if (!(error instanceof EngineError)) throw error;
    const { reason, at, to, proposal } = error.details;
    const [from, until] = [Number(at), Number(to)];
    const taken = proposal === undefined ? null : text.slice(0, from) + String(proposal) + text.slice(until);
    return [reason, text.slice(from, until), taken];
  }
  throw new Error(`${text} was taken`);
}

describe('a formula that cannot be', () => {
  it.each([
    // Names.
    ['[Quanttity] * 2', 'unknown-column', '[Quanttity]', '[Quantity] * 2'],
    ['[unit price]', 'unknown-column', '[unit price]', '[Unit Price]'],
    ['[odd name]', 'unknown-column', '[odd name]', '[odd]]name]'],
    ['[xyz]', 'unknown-column', '[xyz]', null],
    ['quantity * 2', 'bare-name', 'quantity', '[Quantity] * 2'],
    ['ruond([Quantity])', 'unknown-function', 'ruond', 'round([Quantity])'],
    ['AVERAGE([Quantity])', 'unknown-function', 'AVERAGE', 'mean([Quantity])'],
    ['maximum([Quantity], 1)', 'unknown-function', 'maximum', 'greatest([Quantity], 1)'],
    ['toString(1)', 'unknown-function', 'toString', null],
    ['__proto__(1)', 'unknown-function', '__proto__', null],
    ['qqq(1)', 'unknown-function', 'qqq', null],
    ['today()', 'no-today', 'today', null],
    // Signs.
    ['', 'syntax', '', null],
    ['  ', 'syntax', '', null],
    ['[Quantity] *', 'syntax', '', null],
    ['([Quantity]', 'syntax', '', '([Quantity])'],
    ['round([Quantity]; 2)', 'syntax', ';', 'round([Quantity], 2)'],
    ['1 2', 'syntax', '2', null],
    ['2x', 'syntax', '2', null],
    ['[Paid] && [Paid]', 'sign', '&&', '[Paid] and [Paid]'],
    ['[Paid] || [Paid]', 'sign', '||', '[Paid] or [Paid]'],
    ['"abc', 'unclosed-text', '"abc', null],
    ["'abc", 'unclosed-text', "'abc", null],
    ['[Quantity', 'unclosed-column', '[Quantity', null],
    // Kinds.
    ['[Country] + "x"', 'wrong-kind', '+', '[Country] & "x"'],
    ['[Country] * 2', 'wrong-kind', '[Country]', 'to_number([Country]) * 2'],
    ['[CustomerID] = 17850', 'other-kind', '17850', '[CustomerID] = "17850"'],
    ['17850 = [CustomerID]', 'other-kind', '17850', '"17850" = [CustomerID]'],
    ['[InvoiceDate] > "2011-12-09"', 'wrong-kind', '"2011-12-09"', '[InvoiceDate] > date("2011-12-09")'],
    ['[InvoiceDate] = "2011-12-09"', 'other-kind', '"2011-12-09"', '[InvoiceDate] = date("2011-12-09")'],
    ['year([Country])', 'wrong-kind', '[Country]', 'year(to_date([Country]))'],
    ['left([Quantity], 2)', 'wrong-kind', '[Quantity]', 'left(to_text([Quantity]), 2)'],
    ['if([Quantity], 1, 2)', 'wrong-kind', '[Quantity]', null],
    ['if([Paid], 1, "a")', 'other-kind', '"a"', null],
    ['1 < 2 < 3', 'wrong-kind', '1 < 2', null],
    ['[Country] = blank', 'compare-blank', 'blank', null],
    ['"" <> [Country]', 'compare-blank', '""', null],
    // What is written out.
    ['date("2011-13-09")', 'bad-date', '"2011-13-09"', null],
    ['date([Country])', 'not-constant', '[Country]', null],
    ['date_trunc([InvoiceDate], "moth")', 'one-of', '"moth"', 'date_trunc([InvoiceDate], "month")'],
    ['matches([Country], "(")', 'bad-pattern', '"("', null],
    ['matches([Country], [Country])', 'not-constant', '[Country]', null],
    ['percentile([Quantity], 90)', 'out-of-range', '90', 'percentile([Quantity], 0.9)'],
    ['lag([Quantity], 0.5)', 'out-of-range', '0.5', null],
    // Arguments.
    ['min([Quantity], 3)', 'several-values', 'min', 'least([Quantity], 3)'],
    ['sum([Quantity], 3)', 'several-values', 'sum', null],
    ['round()', 'too-few-arguments', 'round', null],
    ['round(1, 2, 3)', 'too-many-arguments', '3', null],
    ['case([Paid])', 'pairs', 'case', null],
    // Groups.
    ['round([Quantity]) over [Country]', 'no-over', 'over', null],
    ['sum([Quantity]) order by [InvoiceDate]', 'no-order', 'order', null],
    ['sum([Quantity]) over [Contry]', 'unknown-column', '[Contry]', 'sum([Quantity]) over [Country]'],
    // Limits.
    ['('.repeat(60) + '1' + ')'.repeat(60), 'too-deep', '(', null],
    ['if(true, '.repeat(60), 'too-deep', '(', null],
  ])('%s: %s', (text, reason, at, taken) => {
    expect(fault(text)).toEqual([reason, at, taken]);
  });

  it.each([
    ['1' + ' + 1'.repeat(3000), 'too-long'],
    ['1' + '+1'.repeat(4000), 'too-deep'],
    ['-'.repeat(9000) + '1', 'too-deep'],
    ['2' + '^2'.repeat(4000), 'too-deep'],
    ['not '.repeat(2000) + '[Paid]', 'too-deep'],
    ['['.repeat(LONGEST_FORMULA), 'unclosed-column'],
    ['"'.repeat(LONGEST_FORMULA - 1), 'unclosed-text'],
  ])('is refused however long', (text, reason) => {
    expect(fault(text)[0]).toBe(reason);
  });
});
