import { describe, expect, it } from 'vitest';
import { extract } from '../../../src/engine/steps/extract';
import expected from '../../expectations/text-steps/text-steps.json';
import { itKeepsTheLaws } from '../../support/step-laws';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

type Choices = Parameters<typeof extract.describe>[0];
const taken = async (cells: readonly (string | null)[], choices: object) =>
  learnAndApply(extract, table({ t: cells }), { column: 't', as: 'x', ...choices } as Choices);

describe('extract', () => {
  itKeepsTheLaws(extract, {
    table: () => table({ t: ['a 12', 'b', null], n: [1, 2, 3] }),
    params: { column: 't', as: 'x', what: 'number' },
    describe: 'Take the first number out of t as x',
    reads: ['t'],
    adds: ['x'],
    wrongKind: {
      params: { column: 'n', as: 'x', what: 'first-word' },
      details: { column: 'n', kind: 'number', needed: 'text' },
    },
  });

  // pandas: tests/expectations/text-steps/text-steps.py
  it('takes what a pattern finds as pandas does', async () => {
    const { table: digits, counts } = await taken(expected.codes, { what: 'pattern', pattern: '(\\d+)' });
    expect(cellsOf(digits).x).toEqual(expected.extracted.digits);
    expect(counts).toEqual({ found: 3, without: 1 });
    const { table: letter } = await taken(expected.codes, { what: 'pattern', pattern: '^([A-Z])\\d' });
    expect(cellsOf(letter).x).toEqual(expected.extracted.letter);
    const { table: whole } = await taken(['a1', 'B2'], { what: 'pattern', pattern: 'b\\d', case: 'any' });
    expect(cellsOf(whole).x).toEqual([null, 'B2']);
  });

  it('takes ready ones', async () => {
    const mails = ['Ann <ann@Example.co.uk>', 'bob@mail.test', 'no@domain', 'none', null];
    expect(cellsOf((await taken(mails, { what: 'e-mail-domain' })).table).x).toEqual([
      'example.co.uk',
      'mail.test',
      null,
      null,
      null,
    ]);
    const names = [' Ann-Marie  van der Berg ', '… (O’Neil)', '—'];
    expect(cellsOf((await taken(names, { what: 'first-word' })).table).x).toEqual([
      'Ann-Marie',
      'O’Neil',
      null,
    ]);
    expect(cellsOf((await taken(names, { what: 'last-word' })).table).x).toEqual(['Berg', 'O’Neil', null]);
  });

  it('takes numbers with the decimal mark that is said', async () => {
    const cells = ['EUR 1,234.50 net', 'SET OF 6', '-3.5 %', 'v1.2.3', 'none', '12.5kg'];
    expect(cellsOf((await taken(cells, { what: 'number' })).table).x).toEqual([
      1234.5,
      6,
      -3.5,
      1.2,
      null,
      12.5,
    ]);
    const other = await taken(['1.234,50 €', '2,5'], { what: 'number', decimal: ',' });
    expect(cellsOf(other.table).x).toEqual([1234.5, 2.5]);
  });

  it('refuses patterns that could run without end', async () => {
    const fault = { code: 'bad-pattern', details: { pattern: '(?=a)', reason: 'look-around' } };
    expect(await refusal(taken(['a'], { what: 'pattern', pattern: '(?=a)' }))).toEqual(fault);
    expect(extract.refuses!({ column: 't', as: 'x', what: 'pattern', pattern: '(?=a)' })).toEqual(fault);
    expect(extract.refuses!({ column: 't', as: 'x', what: 'number' })).toBeNull();
  });
});
