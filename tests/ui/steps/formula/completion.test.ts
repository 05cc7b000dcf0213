import { describe, expect, it } from 'vitest';
import type { ColumnHead } from '../../../../src/workers/api';
import { completionAt, functionAt, taken } from '../../../../src/ui/steps/formula/completion';
import { FUNCTIONS } from '../../../../src/engine/formula/functions';
import { ORDERED } from '../../../../src/ui/steps/formula/clauses';
import { ownExample } from '../../../../src/ui/steps/formula/own-example';

const head = (name: string, kind: ColumnHead['kind'], role: ColumnHead['role'] = null) =>
  ({ name, kind, role }) as ColumnHead;
const COLUMNS = [
  head('Quantity', 'number', 'quantity'),
  head('Unit Price', 'number', 'price'),
  head('InvoiceDate', 'date', 'date'),
  head('CustomerID', 'text', 'customer'),
  head('odd]name', 'number'),
];

/** `|` is the caret; what is offered, and the formula with the first of it taken. */
function offered(written: string, all = false): [string[], string] | null {
  const caret = written.indexOf('|');
  const formula = written.replace('|', '');
  const found = completionAt(formula, caret, COLUMNS, all);
  if (!found) return null;
  const { formula: made, caret: at } = taken(formula, found, found.options[0]!);
  return [found.options.map(({ label }) => label), `${made.slice(0, at)}|${made.slice(at)}`];
}

describe('completion', () => {
  it.each([
    ['qu|', ['Quantity', 'quarter'], '[Quantity]|'],
    ['roun|', ['round'], 'round(|)'],
    ['roun|(1)', ['round'], 'round(|1)'],
    ['[pri|', ['Unit Price'], '[Unit Price]|'],
    ['2 * [Qua| + 1', ['Quantity'], '2 * [Quantity]| + 1'],
    ['[Qua|xx] + 1', ['Quantity'], '[Quantity]| + 1'],
    ['[odd|', ['odd]name'], '[odd]]name]|'],
    ['sum([Quantity]) ov|', ['over'], 'sum([Quantity]) over |'],
    [
      'sum([Quantity]) over [CustomerID] + sum([Quantity] * (1 + 2)) ov|',
      ['over'],
      'sum([Quantity]) over [CustomerID] + sum([Quantity] * (1 + 2)) over |',
    ],
    ['lag([Quantity]) over ([a], [b]) ord|', ['order by'], 'lag([Quantity]) over ([a], [b]) order by |'],
    ['row_n|', ['row_number'], 'row_number()|'],
    ['if([CustomerID] = "a", up|, 1)', ['upper'], 'if([CustomerID] = "a", upper(|), 1)'],
  ])('of %s', (written, options, made) => {
    expect(offered(written)).toEqual([options, made]);
  });

  it.each([
    '"qu|',
    "'qu|",
    '|',
    '1 + |',
    '12|',
    'zzz|',
    'round|(1)',
    '[Quantity]|',
    'sum([Quantity] ov|',
    'round(1) ov|',
    '(1) ov|',
    'sum([Quantity]) over [CustomerID] ov|',
    'sum([Quantity]) ord|',
    'lag([Quantity]) over ([CustomerID] ov|',
    'sum([Quantity]) + ov|',
  ])('offers nothing at %s', (written) => {
    expect(offered(written)).toBeNull();
  });

  it('offers all columns at a bracket, and everything where it is asked to', () => {
    expect(offered('[|')![0]).toEqual(COLUMNS.map(({ name }) => name));
    expect(offered('1 + |', true)![0].length).toBeGreaterThan(70);
  });

  it.each([
    ['round([Quantity], |', 'round'],
    ['round(abs(|', 'abs'],
    ['round(abs(1), |', 'round'],
    ['if((1 + |', 'if'],
    ['round("(", |', 'round'],
    ['round(1)|', undefined],
    ['nothing(|', undefined],
  ])('says what the function around the caret takes: %s', (written, name) => {
    expect(functionAt(written.replace('|', ''), written.indexOf('|'))?.name).toBe(name);
  });

  it('offers an order for the functions to which it matters', () => {
    const ordered = [...FUNCTIONS.values()].filter(({ way }) => 'ordered' in way && way.ordered === true);
    expect(new Set(ordered.map(({ name }) => name))).toEqual(ORDERED);
  });

  it('writes examples with the columns there are', () => {
    expect(ownExample('sum([Amount]) over [Customer] order by [Date]', COLUMNS)).toBe(
      'sum([Unit Price]) over [CustomerID] order by [InvoiceDate]',
    );
    expect(ownExample('not [Paid]', COLUMNS)).toBe('not [Paid]');
  });
});
