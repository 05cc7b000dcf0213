import { describe, expect, it } from 'vitest';
import { changeType } from '../../../src/engine/steps/change-type';
import { metaOf } from '../../../src/engine/table/meta';
import { numbers } from '../../../src/engine/table/table';
import { NUMBER_WAYS, paramsOf, wayOf } from '../../../src/ui/steps/written-ways';
import { table } from '../../support/tables';
import { learnAndApply, refusal } from './apply';

const number = (more: object) => ({ column: 'n', to: 'number' as const, ...more });
const read = async (texts: (string | null)[], more: object) => {
  const { table: after, counts } = await learnAndApply(changeType, table({ n: texts }), number(more));
  return { values: [...numbers(after, 'n')], counts, unit: metaOf(after).units.get('n') };
};

describe('change-type', () => {
  it('refuses, where it is told to, at the first cell that cannot be read, and counts them', async () => {
    const doing = read(['1', null, 'two', ' ', 'three'], { otherwise: 'refuse' });
    expect(await refusal(doing)).toEqual({
      code: 'not-readable',
      details: { column: 'n', to: 'number', row: 3, value: 'two', count: 2 },
    });
    expect((await read(['1', null, ' '], { otherwise: 'refuse' })).values).toEqual([1, NaN, NaN]);
    expect((await read(['1', 'two'], { otherwise: 'blank' })).counts).toEqual({ converted: 1, failed: 1 });
  });

  it.each([
    ['1.234,56 €', ['1.234,50 €', '-2,00 €', '3'], [1234.5, -2, 3], '€'],
    ['1,234.56 €', ['1,234.50 €'], [1234.5], '€'],
    ['$1,234.56', ['$1,234.50', '($2.00)'], [1234.5, -2], '$'],
    ['£1,234.56', ['£1,234.50'], [1234.5], '£'],
    ['1,234.56 %', ['12.5 %', '100%'], [0.125, 1], '%'],
    ['1.234,56 %', ['12,5 %'], [0.125], '%'],
    [',', ['1.234,5', '2'], [1234.5, 2], undefined],
    ['', ['1,234.5', '2'], [1234.5, 2], undefined],
  ] as const)('reads money and per cent as the form offers them: %s', async (way, texts, values, unit) => {
    expect(NUMBER_WAYS.map(({ value }) => value)).toContain(way);
    const params = paramsOf('number', way, {});
    expect(wayOf({ to: 'number', ...params })).toBe(way);
    expect(await read([...texts], params)).toMatchObject({ values, unit });
  });
});
