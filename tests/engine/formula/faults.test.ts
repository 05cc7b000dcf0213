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
  ['Spend [EUR] net', 'number'],
  ['Spend [EUR]', 'number'],
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
    ['avrage([Quantity])', 'unknown-function', 'avrage', 'mean([Quantity])'],
    ['iferror([Quantity], 0)', 'unknown-function', 'iferror', 'coalesce([Quantity], 0)'],
    [
      'countif([Country], "EIRE")',
      'unknown-function',
      'countif([Country], "EIRE")',
      'count(if([Country] = "EIRE", 1))',
    ],
    [
      'COUNTIF([Quantity] > 5) over [Country]',
      'unknown-function',
      'COUNTIF([Quantity] > 5)',
      'count(if([Quantity] > 5, 1)) over [Country]',
    ],
    [
      'sumif([Quantity], ">=5", [Unit Price])',
      'unknown-function',
      'sumif([Quantity], ">=5", [Unit Price])',
      'sum(if([Quantity] >= 5, [Unit Price]))',
    ],
    [
      'averageif([Quantity], 5)',
      'unknown-function',
      'averageif([Quantity], 5)',
      'mean(if([Quantity] = 5, [Quantity]))',
    ],
    ['rounds([Quantity])', 'unknown-function', 'rounds', 'round([Quantity])'],
    ['sum([Quantity] over Country)', 'bare-name', 'Country', 'sum([Quantity] over [Country])'],
    ['countif()', 'unknown-function', 'countif', null],
    ['unit price * 2', 'bare-name', 'unit', '[Unit Price] price * 2'],
    ['Unit Price * 2', 'bare-name', 'Unit Price', '[Unit Price] * 2'],
    ['[]', 'unknown-column', '[]', null],
    ['1 + [odd]name]', 'bracket-in-name', '[odd]name]', '1 + [odd]]name]'],
    ['[Spend [EUR] net] * 2', 'bracket-in-name', '[Spend [EUR] net]', '[Spend [EUR]] net] * 2'],
    ['[Spend [EUR]] * 2', 'bracket-in-name', '[Spend [EUR]]', '[Spend [EUR]]] * 2'],
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
    ['2x', 'syntax', '2x', null],
    ['=[Quantitty]', 'unknown-column', '[Quantitty]', '=[Quantity]'],
    ['==1', 'syntax', '=', null],
    ['[Quantity] twice', 'syntax', 'twice', null],
    ['[Paid] && [Paid]', 'sign', '&&', '[Paid] and [Paid]'],
    ['[Paid] || [Paid]', 'sign', '||', '[Paid] or [Paid]'],
    ['2 ** 3', 'sign', '**', '2 ^ 3'],
    ['[Quantity] * 1,5', 'decimal-comma', '1,5', '[Quantity] * 1.5'],
    ['[Quantity] * 20%', 'percent', '20%', '[Quantity] * 0.2'],
    ['round(7% * [Quantity])', 'percent', '7%', 'round(0.07 * [Quantity])'],
    ['[Quantity]%', 'percent', '%', '[Quantity] / 100'],
    ['[Quantity] %', 'syntax', '', null],
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
    ['sum([Quantity] over [Country])', 'inside', ' over [Country])', 'sum([Quantity]) over [Country]'],
    [
      '1 + lag([Quantity] over [Country] order by [InvoiceDate] desc)',
      'inside',
      ' over [Country] order by [InvoiceDate] desc)',
      '1 + lag([Quantity]) over [Country] order by [InvoiceDate] desc',
    ],
    ['count(over [Country])', 'inside', 'over [Country])', 'count() over [Country]'],
    ['sum([Quantity] over', 'inside', ' over', 'sum([Quantity]) over'],
    ['sum([Quantity]) over Country', 'bare-name', 'Country', 'sum([Quantity]) over [Country]'],
    ['sum([Quantity]) over Unit Price', 'bare-name', 'Unit Price', 'sum([Quantity]) over [Unit Price]'],
    [
      'sum([Quantity]) over ([Country], paid)',
      'bare-name',
      'paid',
      'sum([Quantity]) over ([Country], [Paid])',
    ],
    [
      'lag([Quantity]) order by InvoiceDate desc',
      'bare-name',
      'InvoiceDate',
      'lag([Quantity]) order by [InvoiceDate] desc',
    ],
    [
      'sum([Quantity]) over [Country], [Paid]',
      'several-columns',
      '[Country], [Paid]',
      'sum([Quantity]) over ([Country], [Paid])',
    ],
    [
      'lag([Quantity]) order by [Country] desc, [Paid]',
      'several-columns',
      '[Country] desc, [Paid]',
      'lag([Quantity]) order by ([Country] desc, [Paid])',
    ],
    // Limits.
    ['('.repeat(60) + '1' + ')'.repeat(60), 'too-deep', '(', null],
    ['if(true, '.repeat(60), 'too-deep', '(', null],
  ])('%s: %s', (text, reason, at, taken) => {
    expect(fault(text)).toEqual([reason, at, taken]);
  });

  it.each(['= [Quantity]', ' =round(1,5)', 'if([Paid], sum([Quantity]) over [Country], [Quantity])', '7 %2'])(
    'is taken: %s',
    (text) => {
      expect(checkFormula(text, kinds)).toBeDefined();
    },
  );

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
