import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture, workplace } from './runner';

const { folder, tessera, text } = workplace();
const ORDERS = fixture('cli-orders.csv');

interface Step {
  id: string;
  op: string;
  version: number;
  enabled: boolean;
  params: Record<string, unknown>;
}

/** The automatic recipe with something done to its steps, saved under a name. */
function recipeWith(name: string, change: (steps: Step[]) => void): void {
  expect(tessera(ORDERS, '--save-recipe', 'alike.json').code).toBe(0);
  const recipe = JSON.parse(text('alike.json')) as { steps: Step[] };
  change(recipe.steps);
  writeFileSync(join(folder, name), JSON.stringify(recipe));
}

const labelsIn = (csv: string): Map<string, string> =>
  new Map(
    text(csv)
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => [line.split(',')[0]!, line.split(',').at(-1)!]),
  );

/** The orders of some customers. */
function someOrders(customers: ReadonlySet<string>): void {
  const [heading, ...lines] = readFileSync(ORDERS, 'utf8').trim().split('\n');
  const kept = lines.filter((line) => line.split(';').some((cell) => customers.has(cell)));
  writeFileSync(join(folder, 'some.csv'), [heading, ...kept, ''].join('\n'));
}

const STEPS: [string, string, (steps: Step[]) => void][] = [
  [
    'drawn on the map',
    'Drawn',
    (steps) =>
      void steps.push({
        id: 'own',
        op: 'lasso-segment',
        version: 1,
        enabled: true,
        params: {
          axes: [1, 2],
          polygon: [
            [0, -9],
            [9, -9],
            [9, 9],
            [0, 9],
          ],
          name: 'Drawn',
        },
      }),
  ],
  [
    'painted by rules',
    'Often',
    (steps) => {
      const segment = steps.pop()!;
      const rules = [{ name: 'Often', when: [{ column: 'frequency', from: 3 }] }];
      const own = { id: 'own', op: 'rule-segments', version: 1, enabled: true };
      steps.push({ ...own, params: { rules, others: 'Everyone else' } });
      steps.push({ ...segment, params: { ...segment.params, k: 'auto', by: 'rule_segment' } });
    },
  ],
];

describe('tessera with segments of your own', { timeout: 60_000 }, () => {
  it.each(STEPS)('%s finds them again, in other orders too', (_what, name, change) => {
    recipeWith('own.json', change);
    const first = ['--recipe', 'own.json', '--out', 'list.csv', '--save-model', 'own.model.json'];
    expect(tessera(ORDERS, ...first)).toMatchObject({ code: 0, err: '' });
    const labels = labelsIn('list.csv');
    const inside = [...labels.values()].filter((label) => label === name).length;
    expect(inside).toBeGreaterThan(0);
    expect(inside).toBeLessThan(labels.size);

    expect(tessera(ORDERS, '--model', 'own.model.json', '--out', 'again.csv').code).toBe(0);
    expect(text('again.csv')).toBe(text('list.csv'));

    const some = new Set([...labels.keys()].filter((_, at) => at % 2 === 0));
    someOrders(some);
    const model = ['--model', 'own.model.json', '--out', 'some.list.csv'];
    expect(tessera('some.csv', ...model).code).toBe(0);
    const found = labelsIn('some.list.csv');
    expect([...found.keys()].sort()).toEqual([...some].sort());
    for (const [customer, label] of found)
      expect([customer, label]).toEqual([customer, labels.get(customer)]);
  });
});
