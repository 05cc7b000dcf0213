import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../src/engine/files/write-csv';
import { columnNames } from '../../../src/engine/table/table';
import { unwatched } from '../../../src/engine/work';
import { read, written } from '../../support/files';
import { table, tableEqual } from '../../support/tables';

const COMMA = { delimiter: ',', decimal: '.' } as const;
type Tables = ReturnType<typeof table>;
const all = (of: Tables) => columnNames(of).map((name) => ({ name }));
const write = (of: Tables, options: Parameters<typeof writeCsv>[2] = COMMA) =>
  written(writeCsv(of, all(of), options, unwatched));

describe('writeCsv', () => {
  it('writes numbers, dates, yes and no, text and blanks', async () => {
    const made = table({
      n: [1, 0.1, null, 1e21],
      day: [new Date('2010-12-01Z'), null, new Date('1969-12-31Z'), new Date('2024-02-29Z')],
      paid: [true, false, null, true],
      name: ['a,b', 'say "hi"', null, 'two\nlines'],
    });
    expect(await write(made)).toBe(
      'n,day,paid,name\n1,2010-12-01,yes,"a,b"\n0.1,,no,"say ""hi"""\n,1969-12-31,,\n1e+21,2024-02-29,yes,"two\nlines"\n',
    );
  });

  it('writes the time of day for columns that have one', async () => {
    const made = table({
      at: [new Date('2010-12-01T08:26:00Z'), new Date('2010-12-02Z'), new Date('2010-12-02T00:00:00.250Z')],
    });
    expect(await write(made)).toBe('at\n2010-12-01 08:26:00\n2010-12-02 00:00:00\n2010-12-02 00:00:00.250\n');
  });

  it('writes the columns asked for, under the names asked for, with other marks', async () => {
    const made = table({ a: [1.5, -2], b: ['x;y', 'z'], c: [1, 2] });
    const columns = [{ name: 'b', as: 'second; b' }, { name: 'a' }];
    const options = { delimiter: ';', decimal: ',', bom: true } as const;
    expect(await written(writeCsv(made, columns, options, unwatched))).toBe(
      '\ufeff"second; b";a\n"x;y";1,5\nz;-2\n',
    );
  });

  it('quotes a decimal comma where the comma sets cells apart', async () => {
    expect(await write(table({ a: [1.5], b: [2] }), { delimiter: ',', decimal: ',' })).toBe('a,b\n"1,5",2\n');
  });

  it('writes the header alone for an empty table', async () => {
    expect(await write(table({ a: [], b: [] }))).toBe('a,b\n');
  });

  it('hands out pieces of moderate size', async () => {
    const made = table({ name: Array.from({ length: 50_000 }, (_, at) => `customer number ${at}`) });
    const sizes: number[] = [];
    for await (const piece of writeCsv(made, [{ name: 'name' }], COMMA, unwatched)) sizes.push(piece.length);
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThan(400_000);
  });

  it('refuses a column that is not there', async () => {
    await expect(
      written(writeCsv(table({ a: [1] }), [{ name: 'b' }], COMMA, unwatched)),
    ).rejects.toMatchObject({
      code: 'missing-column',
    });
  });

  const text = fc.array(fc.constantFrom('a', '"', ',', ';', '\n', '\r\n', 'é', '😀', '1', ' x'), {
    minLength: 1,
    maxLength: 5,
  });
  const row = fc.record({
    n: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0 || 0)),
    whole: fc.option(fc.integer()),
    day: fc.option(
      fc.date({ min: new Date('1000-01-01Z'), max: new Date('9999-12-31Z'), noInvalidDate: true }),
    ),
    name: fc.option(text.map((parts) => parts.join('')).filter((joined) => joined.trim() !== '')),
    paid: fc.boolean(),
  });
  const rows = fc.array(row, { minLength: 1, maxLength: 12 });
  // Always both answers and one cell of each kind, so that every column has its kind.
  const anchor = { n: 0.5, whole: 1, day: new Date('2020-01-01T10:00:00.000Z'), name: 'a', paid: true };
  const tableOf = (found: readonly Record<string, unknown>[]) => {
    const every: Record<string, unknown>[] = [anchor, { ...anchor, paid: false }, ...found];
    const names = Object.keys(anchor);
    return table(
      Object.fromEntries(names.map((name) => [name, every.map((one) => one[name] ?? null)])) as never,
    );
  };
  const kinds = new Map([
    ['n', 'number'],
    ['whole', 'number'],
    ['day', 'date'],
    ['name', 'text'],
    ['paid', 'boolean'],
  ] as const);

  it('writes what readTable reads back the same', async () => {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(',', ';', '\t'),
        fc.constantFrom('.', ','),
        async (found, delimiter, decimal) => {
          const made = tableOf(found);
          const csv = await write(made, { delimiter, decimal: decimal as '.' });
          const back = await read(csv, {
            kinds,
            options: { delimiter, decimal: decimal as '.', header: true, missing: [] },
          });
          tableEqual(back.table, made);
        },
      ),
      { numRuns: 200, seed: 3 },
    );
  });

  it('writes what PapaParse reads back the same', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (found) => {
        const { data } = Papa.parse<string[]>(await write(tableOf(found)), {
          skipEmptyLines: true,
          delimiter: ',',
          newline: '\n',
        });
        expect(data.slice(3).map((cells) => cells[3])).toEqual(found.map(({ name }) => name ?? ''));
      }),
      { numRuns: 100, seed: 4 },
    );
  });
});
