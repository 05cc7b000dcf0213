import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cells, fixture, workplace } from './runner';

const { folder, tessera, text, json } = workplace();
const ORDERS = fixture('cli-orders.csv');

interface Saved {
  steps: { id: string; op: string; version: number; enabled: boolean; params: Record<string, unknown> }[];
}

describe('tessera with the RFM map', { timeout: 60_000 }, () => {
  it('groups by the map without a screen, and again from the model', () => {
    expect(tessera(ORDERS, '--save-recipe', 'alike.json').code).toBe(0);
    const recipe = JSON.parse(text('alike.json')) as Saved;
    const last = recipe.steps.pop()!;
    recipe.steps.push({
      id: 'map',
      op: 'rfm-scores',
      version: 1,
      enabled: true,
      params: { recency: 'recency_days', frequency: 'frequency', monetary: 'monetary' },
    });
    recipe.steps.push({ ...last, params: { ...last.params, by: 'rfm_segment' } });
    writeFileSync(join(folder, 'map.json'), JSON.stringify(recipe));

    const first = ['--recipe', 'map.json', '--out', 'list.csv', '--json', 'found.json'];
    expect(tessera(ORDERS, ...first, '--save-model', 'map.model.json')).toMatchObject({ code: 0, err: '' });
    const [head, ...rows] = cells(text('list.csv'));
    expect(head).toEqual(
      'Customer recency_days frequency monetary r_score f_score m_score rfm_score segment_id segment'.split(
        ' ',
      ),
    );
    // Eight orders up to the last day, among the dearest: the best third of each.
    expect(rows.find(([customer]) => customer === 'C-001')!.slice(4)).toEqual([
      '3',
      '3',
      '3',
      '333',
      '1',
      'Champions',
    ]);
    const found = json('found.json');
    expect(found.steps.map(({ describe }) => describe).slice(-2)).toEqual([
      'Score recency, frequency and money from 1 to 3',
      `Group into ${found.k} segments by the RFM map`,
    ]);
    expect(found.segments.map(({ size }) => size).reduce((a, b) => a + b)).toBe(40);

    expect(tessera(ORDERS, '--model', 'map.model.json', '--out', 'again.csv').code).toBe(0);
    expect(text('again.csv')).toBe(text('list.csv'));
  });

  it('says that a number of segments cannot be chosen', () => {
    const { code, err } = tessera(ORDERS, '--recipe', 'map.json', '--k', '4');
    expect(code).not.toBe(0);
    expect(err).toMatch(/--k cannot be: the recipe groups by the names in rfm_segment/);
  });
});
