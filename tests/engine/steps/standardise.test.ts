import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { validate } from '../../../src/engine/recipe/validate';
import { standardise } from '../../../src/engine/steps/standardise';
import { columnOf } from '../../../src/engine/table/table';
import { itKeepsTheLaws } from '../../support/step-laws';
import { cellsOf, table } from '../../support/tables';
import { recipeOf, step } from '../recipe/recipes';
import { learnAndApply } from './apply';

type Params = Parameters<typeof standardise.describe>[0];

describe('standardise', () => {
  itKeepsTheLaws(standardise, {
    table: () => table({ a: ['EIRE', 'UK', null], b: ['usa', '  ', 'nowhere'], n: [1, 2, 3] }),
    params: { columns: ['a', 'b'], as: 'country', write: 'alpha-3' },
    describe: 'Write a and b as country codes of three letters',
    reads: ['a', 'b'],
    adds: [],
    wrongKind: {
      params: { columns: ['n'], as: 'phone' },
      details: { column: 'n', kind: 'number', needed: 'text' },
    },
  });

  const cells = ['IE', 'Eire', ' ', 'Unspecified', null, 'Unspecified'];

  it('counts cells, gives each text that failed once, and merges what becomes equal into one code', async () => {
    const params: Params = { columns: ['t'], as: 'country' };
    const { table: after, counts, examples } = await learnAndApply(standardise, table({ t: cells }), params);
    expect(cellsOf(after).t).toEqual(['IE', 'IE', null, 'Unspecified', null, 'Unspecified']);
    expect(counts).toEqual({ changed: 2, failed: 2 });
    expect(examples).toEqual([{ column: 't', row: 4, value: 'Unspecified' }]);
    expect(columnOf(after, 't')).toMatchObject({ dictionary: { size: 2 } });
  });

  it('makes what is not valid blank, where it is told to', async () => {
    const params: Params = { columns: ['t'], as: 'country', otherwise: 'blank' };
    const { table: after, counts } = await learnAndApply(standardise, table({ t: cells }), params);
    expect(cellsOf(after).t).toEqual(['IE', 'IE', null, null, null, null]);
    expect(counts).toEqual({ changed: 4, failed: 2 });
  });

  it('gives 20 examples at most', async () => {
    const many = table({ t: Array.from({ length: 30 }, (_, row) => `no address ${row}`) });
    const { counts, examples } = await learnAndApply(standardise, many, { columns: ['t'], as: 'e-mail' });
    expect([counts.failed, examples?.length, examples?.at(-1)?.value]).toEqual([30, 20, 'no address 19']);
  });

  it('gives the table itself where nothing changes', async () => {
    const before = table({ t: ['IE', null, 'nowhere'] });
    const { table: after } = await learnAndApply(standardise, before, { columns: ['t'], as: 'country' });
    expect(after).toBe(before);
  });

  it('changes nothing when done again', async () => {
    const forms: Params[] = [
      { columns: ['t'], as: 'e-mail' },
      { columns: ['t'], as: 'phone', country: 'GB' },
      { columns: ['t'], as: 'country', write: 'name' },
      ...['GB', 'NL', 'US', 'JP', 'PL', 'SE', 'BR'].map((country): Params => ({
        columns: ['t'],
        as: 'postal-code',
        country,
      })),
    ];
    const text = fc.oneof(
      fc.string(),
      fc.stringMatching(/^[+0]?[1-9]\d{4,12}$/),
      fc.stringMatching(/^ ?[a-zA-Z]{1,2}\d{1,5}[ -]?\d?[a-zA-Z]{2}$/),
      fc.constantFrom('eire', 'Côte d’Ivoire', 'PRC', '<A@B.de>', 'mailto:x@y.org', '10115', '0025'),
    );
    const sample = fc.array(text, { minLength: 1, maxLength: 20 });
    await fc.assert(
      fc.asyncProperty(sample, fc.constantFrom(...forms), async (texts, params) => {
        const once = await learnAndApply(standardise, table({ t: ['x', ...texts] }), params);
        const twice = await learnAndApply(standardise, once.table, params);
        expect([twice.counts.changed, twice.counts.failed]).toEqual([0, once.counts.failed]);
      }),
      { seed: 5, numRuns: 200 },
    );
  });

  it('is refused with a country that there is not, or one that the form does not take', () => {
    const faults = (params: object) =>
      validate(recipeOf([step('s1', 'standardise', { columns: ['t'], ...params })]), [
        { name: 't', kind: 'text' },
      ]);
    expect(faults({ as: 'phone', country: 'UK' })).toMatchObject([
      { code: 'bad-params', details: { reason: 'no-country' } },
    ]);
    expect(faults({ as: 'e-mail', country: 'GB' })).toMatchObject([{ code: 'bad-params' }]);
    expect(faults({ as: 'phone', country: 'GB' })).toEqual([]);
  });

  it('says each form in one line', () => {
    const columns = ['t'];
    expect(standardise.describe({ columns, as: 'e-mail' })).toBe('Write t as e-mail addresses');
    expect(standardise.describe({ columns, as: 'phone', country: 'DE' })).toBe(
      'Write t as phone numbers (E.164), without + those of DE',
    );
    expect(standardise.describe({ columns, as: 'country', write: 'name' })).toBe(
      'Write t as names of countries',
    );
    expect(standardise.describe({ columns, as: 'postal-code' })).toBe('Write t as postal codes');
  });
});
