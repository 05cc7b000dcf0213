import { describe, expect, it } from 'vitest';
import { codeOf } from '../../../../src/engine/export/code/code-of';
import { TARGETS, type Target } from '../../../../src/engine/export/code/targets';
import type { Recipe, RecipeStep } from '../../../../src/engine/recipe/schema';
import type { ReadOptions } from '../../../../src/engine/files/read-options';
import { PLAIN } from '../../../support/files';
import { step } from './learnt-shop';

const sourceOf = (name: string, columns: [string, 'text' | 'number' | 'date'][], read = {}) => ({
  name,
  read: { ...PLAIN, header: true, ...read },
  grain: 'customers' as const,
  columns: columns.map(([column, kind]) => ({ name: column, kind, role: null })),
});
const joinOf = (source: number, params: Record<string, unknown> = {}): RecipeStep =>
  step(`join-${source}`, 'join', {
    source, left: 'who', right: 'ID', matching: 'exact', how: 'left', repeated: 'first',
    columns: [{ column: 'born', as: `born ${source}` }],
    ...params,
  }); // prettier-ignore
const recipeOf = (steps: readonly RecipeStep[], read: Partial<ReadOptions> = {}): Recipe => ({
  format: 'tessera-recipe',
  version: 1,
  sources: [
    sourceOf('shop.csv', [['who', 'text']]),
    sourceOf('contacts.csv', [['ID', 'text'], ['n', 'number'], ['born', 'date']], read),
    sourceOf('shop.xlsx', [['ID', 'number'], ['born', 'date']], { sheet: 'Who' }),
  ],
  steps: [...steps],
}); // prettier-ignore
const saidBy = (steps: readonly RecipeStep[], target: Target, more: { table?: string; read?: Partial<ReadOptions> } = {}) =>
  codeOf({ recipe: recipeOf(steps, more.read), fits: {}, target, ...(more.table !== undefined && { table: more.table }) }); // prettier-ignore

describe('code that reads other files', () => {
  it('reads their tables where the first one lies, each with a name of its own', () => {
    const { text } = saidBy([joinOf(1), joinOf(2)], 'duckdb', { table: 'lake.shop' });
    expect(text.match(/-- CREATE TABLE .*/g)).toEqual([
      '-- CREATE TABLE "lake"."shop" (',
      '-- CREATE TABLE "lake"."contacts" (',
      '-- CREATE TABLE "lake"."shop_2" (',
    ]);
  });

  it('is given them in Python in the order of the recipe, those that are read alone', () => {
    const { text, unsaid } = saidBy([joinOf(2), joinOf(1)], 'python');
    expect(text).toContain('Usage: python3 SCRIPT.py FILE.csv OTHER_1.csv OTHER_2.csv LABELLED.csv');
    expect(text).toContain('# OTHER_1.csv is contacts.csv.\n# OTHER_2.csv is shop.xlsx.\n');
    expect(text).toContain('label(read(source), read_1(other_1), read_2(other_2))');
    expect(text).toContain('def step_2(table, other_2):');
    expect(unsaid.map(({ says, reason }) => [says, reason])).toContainEqual([
      'shop.xlsx',
      'The script reads delimited text: save the sheet as CSV first.',
    ]);
    expect(saidBy([joinOf(2)], 'python').text).toContain('def main(source, other_2, target):');
    expect(saidBy([{ ...joinOf(1), enabled: false }], 'python').text).toContain('def main(source, target):');
  });

  it.each(TARGETS)('knows in %s the kinds of what is brought', (target) => {
    const since = step('since', 'days-since', { column: 'born 1', as: 'age', referenceDate: '2024-01-01' });
    const { unsaid } = saidBy([joinOf(1), since], target);
    expect(unsaid.filter(({ weight }) => weight === 'missing')).toEqual([]);
  });

  it.each(TARGETS)('says in %s what may come out otherwise, and which keys it does not match', (target) => {
    const refused = joinOf(1, { repeated: 'refuse' });
    const said = saidBy([refused, joinOf(2), joinOf(1, { right: 'born' })], target).unsaid;
    expect(said.filter(({ step: at }) => at !== null).map(({ step: at, weight, reason }) => [at, weight, reason])).toEqual([
      [0, 'differs', 'A key that stands twice in the other file takes its first row there; here it is refused.'],
      [1, 'differs', 'Numbers beyond 15 digits may match otherwise.'],
      [2, 'missing', 'Only keys that are text or numbers are matched in code.'],
    ]); // prettier-ignore
  });

  it.each(TARGETS)('says in %s that only a part of another file was read here', (target) => {
    const read = { sample: { rows: 10, seed: 1 } } as unknown as Partial<ReadOptions>;
    const { unsaid } = saidBy([joinOf(1)], target, { read });
    expect(unsaid.map(({ says, weight }) => [says, weight])).toContainEqual(['contacts.csv', 'missing']);
  });
});
