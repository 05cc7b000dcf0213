import * as fc from 'fast-check';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';
import { ruleSegments } from '../../../src/engine/steps/rule-segments';
import { countRules } from '../../../src/engine/steps/rule-segments/match-rules';
import { ruleColumn, type Rule } from '../../../src/engine/steps/rule-segments/params';
import { segment } from '../../../src/engine/steps/segment';
import { columnAs, keep } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { cellsOf, table, tableEqual } from '../../support/tables';
import { learnAndApply, refusal } from './apply';
import { idsIn, namesIn } from './edit-segments';

const CELLS = {
  spent: [10, 100, 100, null, 500],
  orders: [1, 5, 9, 9, 2],
  city: ['Leeds', 'York', null, 'Leeds', 'Bath'],
};
const RULES: Rule[] = [
  { name: 'Big', when: [{ column: 'spent', from: 100 }] },
  { name: 'Loyal', when: [{ column: 'orders', from: 5, to: 9 }] },
  {
    name: 'Local',
    when: [
      { column: 'city', values: ['Leeds', 'Hull'] },
      { column: 'orders', to: 1 },
    ],
  },
];
const parse = (params: object) => v.parse(ruleSegments.params, { rules: RULES, ...params });
const applied = (params: object = {}, of = table(CELLS)) => learnAndApply(ruleSegments, of, parse(params));
const named = (of: Parameters<typeof columnAs>[0], column = 'rule_segment') => [
  ...columnAs(of, column, 'text'),
];

describe('rule-segments', () => {
  it('gives each customer the first rule it meets; a blank meets none', async () => {
    const { table: after, counts } = await applied();
    expect(named(after)).toEqual(['Local', 'Big', 'Big', 'Loyal', 'Big']);
    expect(counts).toEqual({ matched: 5, others: 0, several: 2 });
  });

  it('calls all others as it is told, and keeps clear of a column of the file', async () => {
    const { table: after, counts } = await applied({
      rules: RULES.slice(0, 1),
      others: 'Rest',
      taken: ['Rule_Segment'],
    });
    expect(named(after, 'tessera_rule_segment')).toEqual(['Rest', 'Big', 'Big', 'Rest', 'Big']);
    expect(counts).toEqual({ matched: 3, others: 2, several: 0 });
    expect(ruleColumn(['rule_segment', 'tessera_rule_segment'])).toBe('tessera_rule_segment_2');
  });

  it('knows days of the week and hours, which are no range besides', async () => {
    // A Friday, a Saturday, a Sunday before 1970, and none.
    const moments = ['2026-11-27T09:59:59Z', '2026-11-28T10:00:00Z', '1969-12-28T23:30:00Z', null];
    const of = table({ joined: moments.map((moment) => moment && new Date(moment)) });
    const rules = [
      { name: 'Weekend', when: [{ column: 'joined', weekdays: [6, 7] }] },
      { name: 'Morning', when: [{ column: 'joined', hours: [8, 9] }] },
    ];
    const { table: after } = await applied({ rules }, of);
    expect(named(after)).toEqual(['Morning', 'Weekend', 'Weekend', 'Everyone else']);
    const both = { column: 'joined', hours: [8], from: '2026-01-01' };
    for (const wrong of [both, { column: 'joined', hours: [24] }, { column: 'joined', weekdays: [] }])
      expect(() => parse({ rules: [{ name: 'Late', when: [wrong] }] })).toThrow();
  });

  it('knows days, the last one whole, and yes or no', async () => {
    const days = ['2011-01-31', '2011-02-01', '2011-02-28', '2011-03-01', null].map(
      (day) => day && new Date(`${day}T00:00:00Z`),
    );
    // The evening of the last day belongs to it.
    days[2] = new Date('2011-02-28T21:30:00Z');
    const of = table({ joined: days, member: [true, true, false, null, true] });
    const february = { column: 'joined', from: '2011-02-01', to: '2011-02-28' };
    const rules: Rule[] = [
      { name: 'No', when: [{ column: 'member', is: false }] },
      { name: 'February', when: [february] },
      {
        name: 'Before',
        when: [
          { column: 'joined', to: '2011-01-31' },
          { column: 'member', is: true },
        ],
      },
    ];
    const { table: after } = await applied({ rules }, of);
    expect(named(after)).toEqual(['Before', 'February', 'No', 'Everyone else', 'Everyone else']);
    expect(ruleSegments.needs!(parse({ rules }))).toContainEqual(['joined', ['date']]);
  });

  it.each([
    { column: 'joined', from: '2011-02-30' },
    { column: 'joined', from: '2011-02-01', to: 5 },
    { column: 'joined', from: '2011-02-02', to: '2011-02-01' },
    { column: 'joined', from: '2011-02-02', is: true },
    { column: 'joined' },
  ])('refuses a condition that says nothing: %j', (condition) => {
    expect(v.safeParse(ruleSegments.params, { rules: [{ name: 'A', when: [condition] }] }).success).toBe(
      false,
    );
  });

  it('makes one segment of rules of one name', async () => {
    const rules = RULES.map((rule) => ({ ...rule, name: 'Any' }));
    expect(new Set(named((await applied({ rules })).table))).toEqual(new Set(['Any']));
  });

  it('puts every customer into exactly one rule, as a plain filter does', async () => {
    const bound = fc.option(fc.integer({ min: 0, max: 9 }), { nil: undefined });
    const range = fc
      .tuple(fc.constantFrom('a', 'b'), bound, bound)
      .filter(([, from, to]) => (from ?? to) !== undefined && (from ?? 0) <= (to ?? 9))
      .map(([column, from, to]) => ({
        column,
        ...(from !== undefined && { from }),
        ...(to !== undefined && { to }),
      }));
    const list = fc.uniqueArray(fc.constantFrom('x', 'y', 'z'), { minLength: 1 });
    const condition = fc.oneof(
      range,
      list.map((values) => ({ column: 'c', values })),
    );
    const rule = fc.array(condition, { minLength: 1, maxLength: 4 });
    const cell = fc.option(fc.integer({ min: 0, max: 9 }));
    const row = fc.record({ a: cell, b: cell, c: fc.option(fc.constantFrom('x', 'y', 'z')) });
    type Row = { a: number | null; b: number | null; c: string | null };
    const meets = (one: Row, when: Rule['when']) =>
      when.every(({ column, from, to, values }) => {
        const value = one[column as keyof Row];
        if (value === null) return false;
        return values
          ? values.includes(value as string)
          : Number(value) >= Number(from ?? -1) && Number(value) <= Number(to ?? 99);
      });
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { minLength: 1, maxLength: 40 }),
        fc.array(rule, { minLength: 1, maxLength: 5 }),
        async (rows, whens) => {
          const rules = whens.map((when, i) => ({ name: `R${i}`, when }));
          // A blank column is still one of its kind.
          const all: Row[] = [...rows, { a: 0, b: 0, c: 'x' }];
          const of = table({
            a: all.map(({ a }) => a),
            b: all.map(({ b }) => b),
            c: all.map(({ c }) => c),
          });
          const { table: after, counts } = await applied({ rules }, of);
          const wanted = all.map(
            (one) => rules.find(({ when }) => meets(one, when))?.name ?? 'Everyone else',
          );
          expect(named(after)).toEqual(wanted);
          const found = await countRules(of, rules, unwatched);
          expect(found.rules.map(({ customers }) => customers)).toEqual(
            rules.map(({ name }) => wanted.filter((one) => one === name).length),
          );
          expect(found.rules.map(({ customers, earlier }) => customers + earlier)).toEqual(
            rules.map(({ when }) => all.filter((one) => meets(one, when)).length),
          );
          expect(found.rules.reduce((sum, { customers }) => sum + customers, found.others)).toBe(all.length);
          expect(counts['matched']! + counts['others']!).toBe(all.length);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('becomes segments by name', async () => {
    const of = table({ ...CELLS, spent: [10, 100, 100, 20, 500] });
    const { table: after } = await applied({}, of);
    const params = v.parse(segment.params, { columns: ['spent', 'orders'], k: 'auto', by: 'rule_segment' });
    const { table: grouped, fit } = await learnAndApply(segment, after, params);
    expect(namesIn(grouped)).toEqual(named(after));
    expect(idsIn(grouped).every((id) => id >= 1 && id <= 3)).toBe(true);
    expect(segment.describe(params, fit)).toBe('Group into 3 segments by own rules');
  });

  it('takes an empty table', async () => {
    const none = keep(table(CELLS), new Uint8Array(5));
    expect((await applied({}, none)).counts).toEqual({ matched: 0, others: 0, several: 0 });
  });

  it('says what it reads, needs, adds and does', () => {
    const params = parse({});
    expect(ruleSegments.reads(params)).toEqual(['spent', 'orders', 'city']);
    expect(ruleSegments.needs!(params)).toContainEqual(['city', ['text']]);
    expect([ruleSegments.adds(params), ruleSegments.makes!(params, new Map())]).toEqual([
      ['rule_segment'],
      [['rule_segment', 'text']],
    ]);
    expect(ruleSegments.describe(params)).toBe('Name customers by 3 rules');
    expect(ruleSegments.describe(parse({ rules: RULES.slice(1, 2) }))).toBe('Name customers by a rule');
  });

  it('refuses conditions that say nothing, and columns that are not there', async () => {
    const bad = (when: object[]) =>
      v.safeParse(ruleSegments.params, { rules: [{ name: 'A', when }] }).success;
    expect(bad([{ column: 'a' }])).toBe(false);
    expect(bad([{ column: 'a', from: 2, to: 1 }])).toBe(false);
    expect(bad([{ column: 'a', from: 2, values: ['x'] }])).toBe(false);
    expect(bad([])).toBe(false);
    expect((await refusal(applied({}, table({ spent: [1] })))).code).toBe('missing-column');
  });

  it('leaves the table it is given unchanged', async () => {
    const given = table(CELLS);
    const copy = table(cellsOf(given));
    await applied({}, given);
    tableEqual(given, copy);
  });
});
