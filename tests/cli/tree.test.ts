import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture, workplace } from './runner';

const { folder, tessera, text, json } = workplace();
const ORDERS = fixture('cli-orders.csv');

interface Saved {
  steps: { op: string; params: Record<string, unknown> }[];
}

describe('tessera with a tree', { timeout: 60_000 }, () => {
  it('groups by the tree without a screen, and again from the model', () => {
    expect(tessera(ORDERS, '--save-recipe', 'alike.json').code).toBe(0);
    const recipe = JSON.parse(text('alike.json')) as Saved;
    Object.assign(recipe.steps.at(-1)!.params, { method: 'hierarchical', k: 3 });
    writeFileSync(join(folder, 'tree.json'), JSON.stringify(recipe));

    const first = ['--recipe', 'tree.json', '--out', 'list.csv', '--json', 'found.json'];
    expect(tessera(ORDERS, ...first, '--save-model', 'tree.model.json')).toMatchObject({ code: 0, err: '' });
    const found = json('found.json');
    expect(found.segments.map(({ size }) => size).reduce((a, b) => a + b)).toBe(40);
    expect(found).toMatchObject({ k: 3, method: 'hierarchical', tree: { customers: 40, sample: 40 } });

    const again = ['--out', 'again.csv', '--json', 'again.json'];
    expect(tessera(ORDERS, '--model', 'tree.model.json', ...again).code).toBe(0);
    expect(text('again.csv')).toBe(text('list.csv'));
    expect(json('again.json')).toMatchObject({ drift: { unfit: { count: 0 } } });
  });
});
