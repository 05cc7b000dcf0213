import { describe, expect, it } from 'vitest';
import { checkFormula } from '../../../src/engine/formula/check';
import { unitOf } from '../../../src/engine/formula/unit-of';
import { formula } from '../../../src/engine/steps/formula';
import { metaOf, withMeta } from '../../../src/engine/table/meta';
import { table } from '../../support/tables';
import { learnAndApply } from '../steps/apply';

const KINDS = new Map([['a', 'number'], ['b', 'number'], ['n', 'number'], ['d', 'number'], ['t', 'text'], ['when', 'date']] as const); // prettier-ignore
const UNITS = new Map([
  ['a', '€'],
  ['b', '€'],
  ['d', '$'],
]);
const unit = (text: string) => unitOf(checkFormula(text, KINDS), UNITS);

describe('the unit of a formula', () => {
  it.each([
    '[a]', '-[a]', '[a] + [b]', '[a] - 5', '2 * [a]', '[a] * 1.19', '[a] / 12', 'round([a] * 1.19, 2)', 'least([a], [b], 10)',
    'if([n] > 1, [a], 0)', 'case([n] > 1, [a], [n] > 0, [b], 0)', 'coalesce([a], [b], 0)', 'sum([a]) over [t]', '[a] - mean([a])',
    'lag([a]) over [t] order by [when]', 'clip([a], 0, 100)', 'percentile([a], 0.9)', 'if([t] = "x", [a])',
  ])('is kept by %s', (text) => expect(unit(text)).toBe('€')); // prettier-ignore

  it.each([
    '[n]', '[a] * [n]', '[a] / [b]', '[a] + [n]', '[a] + [d]', '[a] ^ 2', '1 / [a]', 'log([a])', 'count([a])', 'rank([a])', 'length([t])',
    '[t]', '[a] > 1', '2 + 3', 'if([n] > 1, [a], [n])', 'days_between([when], [when])', 'share_of_total([a])', '[a] % 2', 'sign([a])',
  ])('is not that of %s', (text) => expect(unit(text)).toBeNull()); // prettier-ignore

  it('goes with the column that the step makes', async () => {
    const money = withMeta(table({ a: [1, 2], n: [3, 4] }), { units: UNITS });
    const made = async (text: string) =>
      metaOf((await learnAndApply(formula, money, { as: 'made', formula: text })).table).units.get('made');
    expect([await made('[a] * 2'), await made('[a] * [n]')]).toEqual(['€', undefined]);
  });
});
