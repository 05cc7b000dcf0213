import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { registry } from '../../../src/engine/recipe/registry';
import { CATALOGUE } from '../../../src/ui/steps/catalogue';
import { GROUPS } from '../../../src/ui/steps/catalogue/entry';
import { roleOf } from '../../../src/ui/steps/role-of';
import { describeStep } from '../../../src/ui/text/steps';
import type { ColumnHead } from '../../../src/workers/api';

const FORMS = readFileSync(new URL('../../../src/ui/steps/StepForm.svelte', import.meta.url), 'utf8');
const KINDS = ['number', 'date', 'text', 'boolean'] as const;
const COLUMNS = KINDS.map((kind): ColumnHead => ({
  name: `a ${kind}`,
  kind,
  role: null,
  hasTime: false,
  missing: 1,
  distinct: 3,
  histogram: [],
}));

/** With what a table of summarised customers has: such a step is offered of no other. */
const TABLE = [...COLUMNS, ...['x', 't_x', 'T'].map((name): ColumnHead => ({ ...COLUMNS[0]!, name }))];

describe('saying what a column is', () => {
  const { start } = CATALOGUE.find(({ op }) => op === 'set-role')!;
  const columns = COLUMNS.map((one, i) => ({ ...one, role: i === 0 ? ('order' as const) : null }));

  it('begins with what the column is taken for', () => {
    expect(start(columns, null)).toEqual({ column: 'a number', role: 'order' });
    expect(start(columns, columns[1]!)).toEqual({ column: 'a date', role: null });
  });

  it('goes on to what another one is taken for, by the table or by what was found of the file', () => {
    const found = [{ name: 'a date', role: 'date' as const }];
    expect(roleOf([...columns, ...found], 'a date')).toBe('date');
    expect(roleOf([...columns, ...found], 'a text')).toBeNull();
  });
});

describe('the catalogue of steps', () => {
  it('names each step once', () => {
    const titles = CATALOGUE.map(({ title }) => title);
    expect(titles).toEqual([...new Set(titles)]);
  });

  it('stands in the order of its groups', () => {
    const places = CATALOGUE.map(({ group }) => GROUPS.indexOf(group));
    expect(places).toEqual(places.slice().sort((a, b) => a - b));
  });

  it.each(CATALOGUE.map((entry) => [entry.title, entry] as const))('can add "%s"', (_, entry) => {
    const { op, version = 1, kinds, start } = entry;
    expect(registry.get(op)?.version).toBe(version);
    expect(FORMS).toContain(`'${op}'`);
    expect(() => start([], null)).not.toThrow();
    const starts = [null, ...COLUMNS.filter(({ kind }) => kinds.includes(kind))].map((one) =>
      start(TABLE, one),
    );
    expect(starts).not.toContain(null);
    for (const params of starts)
      expect(describeStep({ id: 'own-1', op, version, enabled: true, params: params! })).not.toContain(
        'Unknown',
      );
  });

  it.each(CATALOGUE.map((entry) => [entry.title, entry] as const))(
    'begins "%s" with the column whose head was chosen',
    (_, { kinds, start }) => {
      const chosen = COLUMNS.filter(({ kind }) => kinds.includes(kind));
      for (const { name, ...one } of chosen)
        expect(JSON.stringify(start(COLUMNS, { name, ...one }))).toMatch(new RegExp(`["[]${name}["\\]]`));
      expect(kinds.length).toBe(chosen.length);
    },
  );
});
