import { describe, expect, it } from 'vitest';
import { replaceText } from '../../../src/engine/steps/replace-text';
import expected from '../../expectations/text-steps/text-steps.json';
import { itKeepsTheLaws } from '../../support/step-laws';
import { cellsOf, table } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

type Params = Parameters<typeof replaceText.describe>[0];
type Choices = Omit<Params, 'columns'>;
const replaced = async (cells: readonly (string | null)[], choices: Choices) =>
  cellsOf((await learnAndApply(replaceText, table({ t: cells }), { columns: ['t'], ...choices })).table).t;

describe('replaceText', () => {
  itKeepsTheLaws(replaceText, {
    table: () => table({ t: ['a-b', 'b', null], n: [1, 2, 3] }),
    params: { columns: ['t'], find: '-', with: ' ', as: 'text', where: 'anywhere' },
    describe: 'Replace ‘-’ by ‘ ’ in t',
    reads: ['t'],
    adds: [],
    wrongKind: {
      params: { columns: ['n'], find: '-', with: '', as: 'text', where: 'whole' },
      details: { column: 'n', kind: 'number', needed: 'text' },
    },
  });

  // pandas: tests/expectations/text-steps/text-steps.py
  it.each<[keyof typeof expected.replaced, Choices]>([
    ['groups', { find: '(\\w+),\\s*(\\w+)', with: '$2 $1', as: 'pattern', where: 'anywhere' }],
    ['plain', { find: '.', with: '-', as: 'text', where: 'anywhere' }],
    ['anyCase', { find: 'JOHN', with: 'Jon', as: 'text', where: 'anywhere', case: 'any' }],
    ['bracket', { find: '\\s*\\(.*?\\)', with: '', as: 'pattern', where: 'anywhere' }],
  ])('replaces %s as pandas does', async (name, choices) => {
    expect(await replaced(expected.swaps, choices)).toEqual(expected.replaced[name]);
  });

  it('replaces cells that say nothing else, and takes signs for themselves', async () => {
    const cells = ['n/a', 'N/A', 'n/a n/a', '$1'];
    const whole = { with: 'none', as: 'text', where: 'whole' } as const;
    expect(await replaced(cells, { ...whole, find: 'n/a' })).toEqual(['none', 'N/A', 'n/a n/a', '$1']);
    expect(await replaced(cells, { ...whole, find: 'n/a', case: 'any' })).toEqual([
      'none',
      'none',
      'n/a n/a',
      '$1',
    ]);
    expect(await replaced(cells, { ...whole, find: '$1', with: '$&' })).toEqual([
      'n/a',
      'N/A',
      'n/a n/a',
      '$&',
    ]);
    const ends = { find: 'a|b', with: '', as: 'pattern', where: 'whole' } as const;
    expect(await replaced(['a', 'ab', 'b'], ends)).toEqual([null, 'ab', null]);
  });

  it('refuses patterns that could run without end, before and while it runs', async () => {
    const params: Params = { columns: ['t'], find: '(a)\\1', with: '', as: 'pattern', where: 'anywhere' };
    const fault = { code: 'bad-pattern', details: { pattern: '(a)\\1', reason: 'back-reference' } };
    expect(replaceText.refuses!(params)).toEqual(fault);
    expect(await refusal(learnAndApply(replaceText, table({ t: ['a'] }), params))).toEqual(fault);
    expect(replaceText.refuses!({ ...params, as: 'text' })).toBeNull();
  });
});
