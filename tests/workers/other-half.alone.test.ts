import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { Recipe } from '../../src/engine/index';
import type { RoleChoice } from '../../src/workers/api';
import { trialHeadline, trialLines } from '../../src/ui/text/trials';
import { hasRealFiles, realPath } from '../support/files';
import { addUp, halvesOf, own } from '../support/halves';
import { valueOf } from '../support/outcomes';
/** By pandas: tests/expectations/other-half/make.py. */
import expected from '../expectations/other-half/online-retail.json';

vi.mock('../../src/workers/reader.worker.ts?worker&url', () => ({ default: 'reader.js' }));
vi.mock('../../src/workers/piece.worker.ts?worker&url', () => ({ default: 'piece.js' }));
vi.stubGlobal('navigator', { hardwareConcurrency: 1 });
const { Desk } = await import('../../src/workers/desk');

const watch = () => undefined;

const halves = (): [File, File] => {
  const [first, second] = halvesOf(
    readFileSync(realPath('transactions/online_retail_2010-2011.csv'), 'utf8'),
  );
  return [new File([first], 'first.csv'), new File([second], 'second.csv')];
};

describe.skipIf(!hasRealFiles)(
  'a recipe of one half of Online Retail (skipped where ../shared/data is absent)',
  () => {
    const desk = new Desk();
    let saved: { name: string; text: string };
    let withoutCountryStep: { name: string; text: string };
    const names = [['UnitPrice', 'Price each']] as const;

    beforeAll(async () => {
      const [first, second] = halves();
      const { understanding } = await valueOf(desk.open(1, first, {}, watch));
      const choice: RoleChoice = { before: own };
      await valueOf(desk.understand(2, choice, watch));
      const recipe: Recipe = {
        format: 'tessera-recipe',
        version: 1,
        sources: [understanding.source],
        steps: [...own, addUp],
      };
      const run = await valueOf(desk.run(3, recipe, 'learn', watch));
      expect(run.steps.slice(0, 4).map(({ rowsOut }) => rowsOut)).toEqual([
        ...expected.first.rows.slice(1),
        expected.first.rows[2],
        expected.first.rows[2],
      ]);
      saved = { name: 'first.json', text: JSON.stringify(await valueOf(desk.model())) };
      const off = recipe.steps.map((one) => (one.id === 'own-5' ? { ...one, enabled: false } : one));
      await valueOf(desk.run(4, { ...recipe, steps: off }, 'learn', watch));
      withoutCountryStep = { name: 'first-off.json', text: JSON.stringify(await valueOf(desk.model())) };
      await valueOf(desk.open(5, second, {}, watch));
    }, 60_000);

    it('says which column is which, why, and what is missing', async () => {
      const compared = await valueOf(desk.compareRecipe(6, saved, [], watch));
      expect(compared.names).toEqual([
        { column: 'UnitPrice', found: 'Price each', reason: 'role' },
        { column: 'Country', found: null, reason: null },
      ]);
      expect(
        compared.differences
          .filter(({ severity }) => severity === 'breaks')
          .map(({ code, column }) => [code, column]),
      ).toEqual([
        ['renamed', 'UnitPrice'],
        ['missing', 'Country'],
      ]);
    });

    it('tries the steps up to the first problem and changes nothing', async () => {
      const before = await valueOf(desk.head('source'));
      const trial = await valueOf(desk.tryRecipe(7, saved, names, 'reuse', watch));
      const { reused } = expected;
      expect(trial.steps.map(({ rowsIn, rowsOut }) => [rowsIn, rowsOut])).toEqual([
        [reused.rows[0], reused.rows[1]],
        [reused.rows[1], reused.rows[2]],
        [reused.rows[2], reused.rows[2]],
        [reused.rows[2], reused.rows[2]],
      ]);
      expect(trial.steps[2]!.counts.outside).toBe(reused.blanked);
      expect(trial.steps[3]!.counts.filled).toBe(reused.blanked);
      expect(trial.problem).toEqual({ code: 'missing-column', details: { column: 'Country' }, step: 4 });
      expect(trialLines(trial).map(({ state }) => state)).toEqual([
        'done',
        'done',
        'done',
        'done',
        'problem',
        'behind',
      ]);
      expect(trialHeadline(trial)).toBe(
        '4 steps can be done before the first problem, with 1 step behind it. Nothing has changed yet.',
      );
      expect(await valueOf(desk.head('source'))).toEqual(before);
    });

    const moneyAt = async (afterStep: number, column: string): Promise<number[]> => {
      const table = { afterStep };
      const { rows } = await valueOf(desk.head(table));
      const page = await valueOf(desk.rows({ table, from: 0, count: rows, columns: [column] }));
      return (page.columns[0]!.cells as number[]).map(Number);
    };

    it.each(['learnt', 'reused'] as const)(
      'is done whole where the step that cannot be is off: %s',
      async (how) => {
        const mode = how === 'learnt' ? 'learn' : 'reuse';
        const { run } = await valueOf(desk.applyRecipe(8, withoutCountryStep, names, mode, null, watch));
        const { fits } = await valueOf(desk.model());
        expect(fits['own-4']).toEqual({ columns: [{ column: 'UnitPrice', value: expected[how].median }] });
        const [customers, orders, monetary] = [run.steps[5]!.rowsOut, 'frequency', 'monetary'];
        expect(customers).toBe(expected[how].customers);
        const sum = (values: number[]) => values.reduce((all, value) => all + value, 0);
        expect(sum(await moneyAt(5, orders))).toBe(expected[how].orders);
        expect(sum(await moneyAt(5, monetary))).toBeCloseTo(expected[how].monetary, 4);
      },
    );

    it('is done up to the first problem; what stands behind stays, switched off', async () => {
      const { run, choice } = await valueOf(desk.applyRecipe(9, saved, names, 'reuse', 'own-5', watch));
      expect(run.recipe.steps.map(({ id, enabled }) => [id, enabled])).toEqual([
        ['own-1', true],
        ['own-2', true],
        ['own-3', true],
        ['own-4', true],
        ['own-5', false],
        ['s1', false],
      ]);
      expect(choice.before?.map(({ id, enabled }) => [id, enabled])).toEqual([
        ['own-1', true],
        ['own-2', true],
        ['own-3', true],
        ['own-4', true],
        ['own-5', false],
      ]);
      expect(run.steps.at(-1)!.rowsOut).toBe(expected.reused.rows[2]);
      const [quantity, price] = [await moneyAt(5, 'Quantity'), await moneyAt(5, 'UnitPrice')];
      const money = quantity.reduce((sum, count, row) => sum + count * price[row]!, 0);
      expect(money).toBeCloseTo(expected.reused.money, 4);
    });
  },
);
