import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixture, workplace } from './runner';

const ORDERS = fixture('cli-orders.csv');
const { folder, tessera, json } = workplace();

const write = (name: string, content: string): string => {
  writeFileSync(join(folder, name), content);
  return name;
};
const rows = (header: string, count: number, row: (at: number) => string): string =>
  [header, ...Array.from({ length: count }, (_, at) => row(at)), ''].join('\n');

const day = (at: number): string => `2025-0${1 + (at % 9)}-1${at % 10}`;

describe('files that hold no customers to group', () => {
  it.each([
    ['blank', '\n \n', 'the file holds nothing but blanks'],
    [
      'prose',
      'It was a dark night.\nNothing moved\nbut the wind in the old trees, of course.\n',
      'everything lands in one column; no separator repeats in the first rows',
    ],
    [
      'nameless',
      rows('day,amount,shop', 90, (at) => `${day(at)},${at}.5,${['N', 'S'][at % 2]}`),
      'no column says who the customer is',
    ],
    [
      'undated',
      rows('customer,order,amount', 90, (at) => `C${at % 9},O${at},${at}.5`),
      'no column says when the order was',
    ],
    [
      'penniless',
      rows('customer,order,date', 90, (at) => `C${at % 9},O${at},${day(at)}`),
      'no column says what was spent',
    ],
    [
      'twins',
      rows('customer_id,income,visits', 240, (at) => `C${1000 + at},30000,4`),
      'all 240 customers have the same income, visits',
    ],
    ['single', 'customer,order,date,amount\nC1,O1,2025-01-01,5\n', '1 customer cannot form 2 segments'],
  ])('exits with 1 and one line: %s', (name, content, line) => {
    const { code, out, err } = tessera(write(`${name}.csv`, content), '--json', '-');
    expect([code, out, err]).toEqual([1, '', `tessera: ${name}.csv: ${line}\n`]);
  });

  it('takes rows of other lengths and 300 columns as they are', () => {
    const ragged = rows(
      'customer,date,amount',
      90,
      (at) => `C${at % 9},${day(at)},${at}.5${at % 7 ? '' : ',x'}`,
    );
    const wide = rows(
      ['customer_id', ...Array.from({ length: 299 }, (_, at) => `m${at}`)].join(','),
      60,
      (row) =>
        [`C${100 + row}`, ...Array.from({ length: 299 }, (_, at) => (row * 31 + at * 17) % 97)].join(','),
    );
    const { code, err } = tessera(write('ragged.csv', ragged), '--json', 'ragged.json');
    expect([code, err]).toEqual([
      0,
      'tessera: ragged.csv: 13 rows do not have 3 cells; the first is row 2 with 4; extra cells are kept, missing ones blank\n',
    ]);
    expect(json('ragged.json').sources[0]!.columns).toHaveLength(4);
    expect(tessera(write('wide.csv', wide), '--json', 'wide.json').code).toBe(0);
    expect(json('wide.json').sources[0]!.columns).toHaveLength(300);
  });
});

describe('recipes that are out to harm', () => {
  const recipe = (
    change: (recipe: { version: number; steps: Record<string, unknown>[] }) => void,
  ): string => {
    tessera(ORDERS, '--save-recipe', 'good.json');
    const saved = json('good.json') as unknown as { version: number; steps: Record<string, unknown>[] };
    change(saved);
    return write('changed.json', JSON.stringify(saved));
  };

  it.each([
    [
      'rubbish',
      () => write('rubbish.json', 'rubbish{'),
      /^tessera: rubbish\.json: not a recipe of Tessera: it is not JSON$/,
    ],
    ['an empty list', () => write('list.json', '[]'), /^tessera: list\.json: not a recipe of Tessera: /],
    [
      'the name of an object as a step',
      () => recipe(({ steps }) => (steps[0]!['op'] = '__proto__')),
      /step 1: this Tessera does not know the step "__proto__"$/,
    ],
    [
      'the names of an object as columns',
      () =>
        recipe(({ steps }) => (steps.at(-1)!['params'] = { columns: ['__proto__', 'constructor'], k: 2 })),
      /step 6: column "__proto__" is missing$/,
    ],
    [
      'an unknown step',
      () =>
        recipe(({ steps }) =>
          steps.unshift({ id: 'x', op: 'teleport', version: 1, enabled: true, params: {} }),
        ),
      /step 1: this Tessera does not know the step "teleport"$/,
    ],
    [
      'a newer recipe',
      () => recipe((saved) => (saved.version = 99)),
      /^tessera: changed\.json: recipe has version 99, newer than this Tessera$/,
    ],
    [
      'a newer step',
      () => recipe(({ steps }) => (steps[0]!['version'] = 7)),
      /step 1: drop-duplicates has version 7, newer than this Tessera$/,
    ],
    [
      'a number of segments beyond reason',
      () => recipe(({ steps }) => (steps.at(-1)!['params'] = { columns: ['monetary_log_z'], k: 1e9 })),
      /step 6: steps\.5\.params\.k: /,
    ],
  ])('are refused in one line: %s', (_, file, line) => {
    const { code, out, err } = tessera(ORDERS, '--recipe', file(), '--json', '-');
    expect([code, out, err.trimEnd().split('\n').length]).toEqual([1, '', 1]);
    expect(err.trimEnd()).toMatch(line);
  });
});

describe('a file with a quote that never closes', () => {
  it('is done, and says on standard error which lines the quote took', () => {
    const lines = rows(
      'customer,order,date,amount',
      90,
      (at) => `C${at % 30},O${at},${day(at)},${(at % 7) + 1}.5`,
    );
    const spoilt = lines.replace('\nC29,O59,', '\nC29,"O59,');
    const { code, err } = tessera(write('open.csv', spoilt), '--json', '-');
    expect([code, err]).toEqual([
      0,
      'tessera: open.csv: the quote that opens in row 61 never closes; 30 lines are inside its cell\n',
    ]);
  });
});

describe('a file with rows that are mended', () => {
  it('is done, and says on standard error how many and where', () => {
    const lines = rows(
      'customer,order,date,amount,note',
      90,
      (at) =>
        `C-${100 + (at % 30)},O-${1000 + at},${day(at)},${(at % 7) + 1}.5,"Bought, and liked, by ${at}"`,
    );
    const spoilt = lines.replace('"Bought, and liked, by 59"', 'Bought, and liked, by 59');
    const { code, err } = tessera(write('mended.csv', spoilt), '--json', '-');
    expect([code, err]).toEqual([
      0,
      'tessera: mended.csv: 1 row was mended (a cell too many or too few); the first is row 61\n',
    ]);
  });
});
