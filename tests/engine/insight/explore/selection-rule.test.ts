import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { barsIn } from '../../../../src/engine/insight/explore/brush/bars';
import { brushFor, type Selection } from '../../../../src/engine/insight/explore/brush/brush';
import { selectionRule } from '../../../../src/engine/insight/explore/brush/selection-rule';
import { selectionStep } from '../../../../src/engine/insight/explore/brush/selection-step';
import { matchRules } from '../../../../src/engine/steps/rule-segments/match-rules';
import { unwatched } from '../../../../src/engine/work';
import { brushedRows, brushedTable, CARDS, EDGES, selections } from '../../../support/brush-cards';

const row = { price: null, pieces: null, day: null, land: null, member: null };
const of = brushedTable([
  { ...row, price: 0.25, pieces: 2, land: 'FR', day: new Date('1970-02-03'), member: false },
  { ...row, price: 0.4, pieces: 3, land: 'IT' },
  { ...row, price: 1.2, pieces: 1, land: 'ES' },
]);
const ruleOf = (selection: Selection) => selectionRule(of, selectionStep(selection, CARDS));
const whenOf = (column: string, bars: number[], picture?: typeof EDGES) =>
  ruleOf([{ column, bars, ...(picture && { of: picture }) }]);

/** Without blanks, which no rule asks for. */
const filled = selections.map((all) =>
  all.map(({ bars, ...choice }) => {
    const { picture } = CARDS.find(({ name }) => name === choice.column)!;
    return { ...choice, bars: bars.filter((bar) => bar !== barsIn(choice.of ?? picture)) };
  }),
);

describe('a selection as a rule', () => {
  it('has the customers that are selected, and no others', async () => {
    let made = 0;
    await fc.assert(
      fc.asyncProperty(brushedRows, filled, async (cells, chosen) => {
        const table = brushedTable(cells);
        const { selected } = await (await brushFor(table, CARDS, unwatched)).select(chosen, unwatched);
        const rule = selectionRule(table, selectionStep(chosen, CARDS));
        const when = rule.ok ? [...rule.when] : null;
        const met = when && (await matchRules(table, [{ name: 'Chosen', when }], unwatched)).met[0];
        made += Number(rule.ok);
        expect(met).toBe(when && selected);
      }),
      { numRuns: 300 },
    );
    expect(made).toBeGreaterThan(50);
  });

  it('ends below an edge at the greatest value there, and is open where the selection is', () => {
    expect(whenOf('price', [1], EDGES)).toEqual({
      ok: true,
      when: [{ column: 'price', from: 0.2, to: 0.4 }],
    });
    expect(whenOf('price', [3], EDGES)).toEqual({ ok: true, when: [{ column: 'price', from: 1.2 }] });
    expect(whenOf('price', [1, 2], EDGES)).toEqual({
      ok: true,
      when: [{ column: 'price', from: 0.2, to: 0.9 }],
    });
  });

  it('lists all other values, and says days and answers', () => {
    expect(whenOf('land', [2])).toEqual({ ok: true, when: [{ column: 'land', values: ['IT', 'ES'] }] });
    expect(whenOf('member', [0])).toEqual({ ok: true, when: [{ column: 'member', is: false }] });
    expect(whenOf('day', [1])).toEqual({
      ok: true,
      when: [{ column: 'day', from: '1970-02-01', to: '1970-02-28' }],
    });
  });

  it('asks for days of the week and hours, beside other columns', () => {
    const weekend: Selection = [
      { column: 'day', bars: [6, 5], of: { shape: 'weekdays' } },
      { column: 'land', bars: [1] },
    ];
    expect(ruleOf(weekend)).toEqual({
      ok: true,
      when: [
        { column: 'day', weekdays: [6, 7] },
        { column: 'land', values: ['FR'] },
      ],
    });
    expect(ruleOf([{ column: 'day', bars: [0, 23], of: { shape: 'hours' } }])).toEqual({
      ok: true,
      when: [{ column: 'day', hours: [0, 23] }],
    });
    expect(ruleOf([{ column: 'gone', bars: [1], of: { shape: 'hours' } }])).toEqual({
      ok: false,
      why: 'all',
    });
  });

  it('says why there is none', () => {
    expect(whenOf('land', [0, 3])).toEqual({ ok: false, why: 'blanks' });
    expect(whenOf('pieces', [0, 2])).toEqual({ ok: false, why: 'apart' });
    expect(ruleOf([{ column: 'day', bars: [1, 24], of: { shape: 'hours' } }])).toEqual({
      ok: false,
      why: 'blanks',
    });
    expect(ruleOf([])).toEqual({ ok: false, why: 'all' });
    const everywhere = CARDS.map(({ name }) => ({ column: name, bars: [name === 'price' ? 6 : 0] }));
    expect(ruleOf(everywhere)).toEqual({ ok: false, why: 'many-columns' });
  });
});
