import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cells, fixture, workplace } from './runner';

const { folder, tessera, text, json } = workplace();

/** The orders of the fixture in two files, the second written in another way; and a file of its customers. */
const orders = readFileSync(fixture('cli-orders.csv'), 'utf8').trimEnd().split('\n');
const rows = orders.slice(1).map((line) => line.split(';'));
const names = orders[0]!.split(';');
const half = Math.floor(rows.length / 2);
const write = (name: string, lines: readonly string[]) => writeFileSync(join(folder, name), lines.join('\n'));
const back = [...names.keys()].reverse();
write('oct.csv', [names.join(','), ...rows.slice(0, half).map((row) => row.join(','))]);
write('nov.csv', [
  back.map((at) => names[at]!.toUpperCase()).join(';'),
  ...rows.slice(half).map((row) => back.map((at) => row[at]).join(';')),
]);
const customer = names.findIndex((name) => /customer/i.test(name));
const ids = [...new Set(rows.map((row) => row[customer]!))].filter((id) => id !== '');
write('people.csv', [
  'Customer,Mail',
  ...ids.slice(1).map((id) => `${id},${id.toLowerCase()}@shop.example`),
  'ZZ9,z@shop.example',
]);

describe('tessera with several files', { timeout: 60_000 }, () => {
  it('reads files of one shape as one, and gives what one file gives', () => {
    const one = tessera(fixture('cli-orders.csv'), '--out', 'one.csv', '--json', 'one.json');
    const two = tessera('oct.csv', 'nov.csv', '--out', 'two.csv', '--json', 'two.json');
    expect([one.code, two.code]).toEqual([0, 0]);
    expect(two.err).toContain(`read as one: oct.csv, nov.csv; ${rows.length} rows`);
    expect(text('two.csv')).toBe(text('one.csv'));
    expect(json('two.json').sources.map(({ name, rows: many }) => [name, many])).toEqual([
      ['oct.csv', half],
      ['nov.csv', rows.length - half],
    ]);
    expect(json('two.json').segments).toEqual(json('one.json').segments);
  });

  it('writes every row of all files back, in the columns of the first', () => {
    expect(tessera(fixture('cli-orders.csv'), '--rows', 'source', '--out', 'one-rows.csv').code).toBe(0);
    expect(tessera('oct.csv', 'nov.csv', '--rows', 'source', '--out', 'two-rows.csv').code).toBe(0);
    expect(text('two-rows.csv')).toBe(text('one-rows.csv'));
  });

  it('joins customers, replays the saved recipe on other files, and reuses the model', () => {
    const first = tessera(
      'people.csv', 'oct.csv', 'nov.csv', '--save-recipe', 'r.json', '--save-model', 'm.json', '--out', 'list.csv', '--json', 'f.json',
    ); // prettier-ignore
    expect(first.code).toBe(0);
    const lost = rows.filter((row) => !ids.slice(1).includes(row[customer]!)).length;
    expect(first.err).toContain(
      `joined people.csv by Customer: ${rows.length - lost} rows matched, ${lost} without a match, 1 row of it unused`,
    );
    expect(
      json('f.json')
        .steps.slice(0, 2)
        .map(({ op }) => op),
    ).toEqual(['append', 'join']);
    writeFileSync(join(folder, 'dec.csv'), readFileSync(fixture('cli-orders.csv')));
    for (const args of [
      ['dec.csv', 'people.csv', '--recipe', 'r.json'],
      ['dec.csv', '--recipe', 'r.json', '--source', 'people=people.csv'],
      ['nov.csv', 'people.csv', 'oct.csv', '--recipe', 'r.json'],
      ['oct.csv', 'nov.csv', 'people.csv', '--model', 'm.json'],
    ]) {
      const { code, err } = tessera(...args, '--out', 'again.csv');
      expect([code, err.split('\n')[0]]).toEqual([0, expect.stringMatching(/read as one|joined people/)]);
      expect(
        cells(text('again.csv'))
          .map(([id]) => id)
          .sort(),
      ).toEqual(
        cells(text('list.csv'))
          .map(([id]) => id)
          .sort(),
      );
    }
    expect(text('again.csv')).toBe(text('list.csv'));
  });

  it('reads dates of one file as the other settles them, and remembers it', () => {
    const two = (number: number) => String(number).padStart(2, '0');
    const american = (name: string, day: (at: number) => string) =>
      write(name, [
        'customer,order,ordered,amount',
        ...Array.from({ length: 60 }, (_, at) => `C${at % 15},${name}${at},${day(at)},${5 + (at % 9)}`),
      ]);
    american('sure.csv', (at) => `${two(1 + (at % 3))}/${two(1 + (at % 28))}/2024`);
    american('either.csv', (at) => `${two(4 + (at % 3))}/${two(1 + (at % 9))}/2024`);
    const { code, err } = tessera('sure.csv', 'either.csv', '--save-recipe', 'd.json', '--json', 'd1.json');
    expect(code).toBe(0);
    expect(err).toContain('column "ordered" of either.csv is read as MM/DD/YYYY, as sure.csv has it');
    const counted = (name: string) => JSON.stringify(json(name).steps.map(({ describe: words }) => words));
    expect(counted('d1.json')).toContain('10 Jun 2024');
    // Alone it cannot say so; the recipe can.
    expect(tessera('either.csv', '--recipe', 'd.json', '--json', 'd2.json').code).toBe(0);
    expect(counted('d2.json')).toContain('10 Jun 2024');
  });

  it('learns what each file held', () => {
    tessera('people.csv', 'oct.csv', 'nov.csv', '--save-recipe', 'c.json');
    const { sources } = json('c.json') as unknown as {
      sources: { name: string; contract?: { rows: number; columns: { name: string }[] } }[];
    };
    expect(sources.map(({ name, contract }) => [name, contract?.rows])).toEqual([
      ['oct.csv', half],
      ['nov.csv', rows.length - half],
      ['people.csv', ids.length],
    ]);
    // Files of one shape promise together: what was in any of them is nothing new in the next.
    write('all.csv', orders);
    expect(tessera('all.csv', 'people.csv', '--recipe', 'c.json').code).toBe(0);
  });

  it('says which file is wanting and which source is not there', () => {
    expect(tessera('people.csv', 'oct.csv', '--save-recipe', 'w.json').code).toBe(0);
    expect(tessera('oct.csv', '--recipe', 'w.json')).toMatchObject({
      code: 1,
      err: expect.stringMatching(/oct\.csv: step 1: it needs another file, such as people\.csv/) as string,
    });
    expect(tessera('oct.csv', '--recipe', 'w.json', '--source', 'x=people.csv').err).toMatch(
      /'x' is none of the recipe's sources.*: oct\.csv, people\.csv/,
    );
    expect(tessera('oct.csv', '--source', 'x=people.csv').err).toMatch(/--source needs --recipe or --model/);
    expect(tessera('oct.csv', '--recipe', 'w.json', '--source', 'people').code).toBe(2);
  });
});
