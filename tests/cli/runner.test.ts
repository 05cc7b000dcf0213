import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cells, fixture, workplace, type Summary } from './runner';

const { folder, tessera, text, json } = workplace();
const ORDERS = fixture('cli-orders.csv');
const CUSTOMERS = fixture('cli-customers.csv');
const sum = (values: readonly (number | null)[]) =>
  values.reduce<number>((all, value) => all + (value ?? NaN), 0);

// Each run starts a process, the first one builds the runner.
const PATIENT = { timeout: 60_000 };

describe('tessera', PATIENT, () => {
  it('turns orders into a labelled customer list and says what it found', () => {
    const { code, out, err } = tessera(ORDERS, '--out', 'list.csv', '--json', 'found.json');
    expect({ code, out, err }).toEqual({ code: 0, out: '', err: '' });
    const [head, ...rows] = cells(text('list.csv'));
    expect(head).toEqual(['Customer', 'recency_days', 'frequency', 'monetary', 'segment_id', 'segment']);
    expect(rows).toHaveLength(40);
    // Eight orders of 80.50, 81.50 … 87.50 up to 20 June; the file ends on 20 June, so it is counted to 21 June.
    expect(rows.find(([customer]) => customer === 'C-001')).toEqual([
      'C-001',
      '1',
      '8',
      '672',
      '1',
      'Champions',
    ]);
    const found = json('found.json');
    expect(Object.keys(found)).toEqual(
      'sources steps customers k method elbow inertia silhouette segments pca timings'.split(' '),
    );
    expect(found.sources).toEqual([
      {
        name: 'cli-orders.csv',
        rows: 130,
        columns: [
          { name: 'Order', kind: 'text', role: 'order', missing: 0 },
          { name: 'Customer', kind: 'text', role: 'customer', missing: 1 },
          { name: 'Day', kind: 'date', role: 'date', missing: 0 },
          { name: 'Amount', kind: 'number', role: 'amount', missing: 0 },
        ],
        encoding: 'utf-8',
        delimiter: ';',
        grain: 'orders',
      },
    ]);
    expect(found.steps.map(({ op, rowsIn, rowsOut }) => [op, rowsIn, rowsOut])).toEqual([
      ['drop-duplicates', 130, 129],
      ['drop-missing', 129, 128],
      ['rfm', 128, 40],
      ['transform', 40, 40],
      ['scale', 40, 40],
      ['segment', 40, 40],
    ]);
    expect([found.customers, found.k, found.elbow]).toEqual([40, 3, 3]);
    expect(found.segments.map(({ id, size }) => [id, size])).toEqual([
      [1, 8],
      [2, 12],
      [3, 20],
    ]);
    expect(sum(found.segments.map(({ share }) => share))).toBeCloseTo(1, 12);
    expect(sum(found.segments.map(({ revenueShare }) => revenueShare))).toBeCloseTo(1, 12);
    expect(Object.keys(found.pca!.loadings)).toEqual(['frequency', 'monetary', 'recency_days']);
    expect(found.timings.map(({ phase }) => phase)).toContain('segment');
  });

  it('prints the JSON alone on standard output', () => {
    const { code, out, err } = tessera(ORDERS, '--json', '-');
    expect([code, err]).toEqual([0, '']);
    expect((JSON.parse(out) as Summary).customers).toBe(40);
  });

  it('labels every source row in its order, blank where it was set aside', () => {
    expect(tessera(ORDERS, '--rows', 'source', '--out', 'rows.csv').code).toBe(0);
    const [head, ...rows] = cells(text('rows.csv'));
    const source = readFileSync(ORDERS, 'utf8').trimEnd().split('\n').slice(1);
    expect(rows.map((row) => row.slice(0, 4).join(';'))).toEqual(source);
    expect(head).toEqual(['Order', 'Customer', 'Day', 'Amount', 'segment_id', 'segment']);
    expect(rows.filter(([, customer]) => customer === '').map((row) => row.slice(4))).toEqual([['', '']]);
    expect(rows.filter(([, customer]) => customer === 'C-041').map((row) => row.slice(4))).toEqual([
      ['', ''],
    ]);
    expect(new Set(rows.filter(([, customer]) => customer === 'C-001').map((row) => row[5]))).toEqual(
      new Set(['Champions']),
    );
  });

  it('takes k, the reference date and the recipe from the options', () => {
    const chosen = ['--k', '2', '--reference-date', '2025-07-01'];
    expect(tessera(ORDERS, ...chosen, '--json', 'two.json', '--save-recipe', 'two.recipe.json').code).toBe(0);
    expect(json('two.json').segments).toHaveLength(2);
    expect(tessera(ORDERS, '--recipe', 'two.recipe.json', '--json', 'again.json').code).toBe(0);
    expect(json('again.json').segments).toEqual(json('two.json').segments);
    expect(tessera(ORDERS, '--recipe', 'two.recipe.json', '--k', '4', '--json', 'four.json').code).toBe(0);
    expect(json('four.json').k).toBe(4);
    expect(json('four.json').segments[0]!.means['recency_days']).toBeGreaterThan(10);
  });

  it('gives the same labels with a saved model', () => {
    expect(tessera(ORDERS, '--out', 'learnt.csv', '--save-model', 'model.json').code).toBe(0);
    expect(tessera(ORDERS, '--model', 'model.json', '--out', 'reused.csv').code).toBe(0);
    expect(text('reused.csv')).toBe(text('learnt.csv'));
  });

  it('writes the recipe as code, with what it learnt', () => {
    const asked = ['--python', 'score.py', '--sql', 'duckdb=score.sql', '--sql', 'spark=spark.sql'];
    expect(tessera(ORDERS, ...asked)).toMatchObject({ code: 0, err: '' });
    expect(text('score.py')).toContain('LEARNT = {');
    expect(text('score.sql')).toContain('-- Customer segments in DuckDB');
    expect(text('spark.sql')).toContain('let a parser of Spark SQL read such code');
  });

  it('knows customers without a key by their row, and steps aside for a column called segment', () => {
    expect(tessera(CUSTOMERS, '--k', '3', '--out', 'plain.csv').code).toBe(0);
    const [head, first] = cells(text('plain.csv'));
    expect(head!.slice(0, 1)).toEqual(['row']);
    expect(head!.slice(-2)).toEqual(['tessera_segment_id', 'tessera_segment']);
    expect(first![0]).toBe('1');
  });

  it('counts days since the last order of a customer file, to the day that is given', () => {
    const file = fixture('customers-last-order.csv');
    expect(tessera(file, '--reference-date', '2024-07-10', '--out', 'days.csv').code).toBe(0);
    const [head, first] = cells(text('days.csv'));
    expect(head!.slice(0, 4)).toEqual(['customer_id', 'orders_count', 'total_spent', 'last_order_date_days']);
    expect(first).toEqual(['7001', '10', '900', '10', '1', 'Champions']);
    const undated = tessera(CUSTOMERS, '--reference-date', '2024-07-10', '--out', 'none.csv');
    expect(undated.code).toBe(1);
    expect(undated.err).toContain('--reference-date needs orders or a date of the last purchase');
  });

  it('appends files of the same columns', () => {
    const [head, ...rows] = readFileSync(ORDERS, 'utf8').trimEnd().split('\n');
    writeFileSync(join(folder, 'a.csv'), [head, ...rows.slice(0, 60)].join('\n'));
    writeFileSync(join(folder, 'b.csv'), [head, ...rows.slice(60)].join('\r\n'));
    expect(
      tessera('a.csv', 'b.csv', '--json', 'both.json', '--out', 'both.csv', '--rows', 'source').code,
    ).toBe(0);
    expect(tessera(ORDERS, '--json', 'one.json', '--out', 'one.csv', '--rows', 'source').code).toBe(0);
    expect(json('both.json').segments).toEqual(json('one.json').segments);
    expect(json('both.json').sources.map(({ name, rows: count }) => [name, count])).toEqual([
      ['a.csv', 60],
      ['b.csv', 70],
    ]);
    expect(text('both.csv')).toBe(text('one.csv'));
  });
});

describe('tessera, when it cannot', PATIENT, () => {
  it('exits with 2 and one line for wrong usage', () => {
    const { code, out, err } = tessera('x.csv', '--ot', 'y.csv');
    expect([code, out]).toEqual([2, '']);
    expect(err).toMatch(/^tessera: .*--ot.*\n$/);
  });

  const bad = (name: string, bytes: string | Uint8Array) => {
    writeFileSync(join(folder, name), bytes);
    return name;
  };
  it.each([
    ['a file that is not there', () => ['none.csv'], /none\.csv cannot be read: it does not exist/],
    ['an empty file', () => [bad('empty.csv', '')], /empty\.csv: the file is empty/],
    [
      'a header alone',
      () => [bad('head.csv', 'customer,date,amount\n')],
      /head\.csv: .*nothing stands below/,
    ],
    [
      'a picture',
      () => [bad('p.csv', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 0, 13))],
      /p\.csv: not a table/,
    ],
    [
      'words in a column of money',
      () => [fixture('cli-words.csv')],
      /cli-words\.csv: row 2, column "Amount": "twelve"/,
    ],
    [
      'more segments than customers',
      () => [fixture('cli-orders.csv'), '--k', '41'],
      /cli-orders\.csv: step 6: 40 customers.* cannot form 41 segments/,
    ],
    [
      'a recipe that is none',
      () => [fixture('cli-orders.csv'), '--recipe', bad('r.txt', '{')],
      /r\.txt: not a recipe/,
    ],
    [
      'a folder that is not there',
      () => [fixture('cli-orders.csv'), '--out', 'no/such/list.csv'],
      /list\.csv cannot be written: its folder does not exist/,
    ],
    [
      'files of different columns',
      () => [fixture('cli-orders.csv'), fixture('cli-customers.csv')],
      /cli-customers\.csv: neither the columns of cli-orders\.csv nor a key in common with it/,
    ],
  ])('exits with 1 and one line for %s', (_, args, line) => {
    const { code, out, err } = tessera(...args());
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^tessera: [^\n]+\n$/);
    expect(err).toMatch(line);
  });

  it('names the column that a recipe misses', () => {
    expect(tessera(ORDERS, '--save-recipe', 'needs.json').code).toBe(0);
    const { code, err } = tessera(CUSTOMERS, '--recipe', 'needs.json');
    expect(code).toBe(3);
    expect(err).toMatch(/cli-customers\.csv is not what the recipe was made for/);
    expect(err).toContain('column "Customer" is missing');
    const accepted = tessera(CUSTOMERS, '--recipe', 'needs.json', '--accept-differences');
    expect(accepted.code).toBe(1);
    expect(accepted.err).toMatch(/cli-customers\.csv: .*column "Customer"/);
  });

  it('asks for a word before it runs a recipe on a file whose columns are called otherwise', () => {
    expect(tessera(ORDERS, '--save-recipe', 'first.json', '--out', 'first.csv').code).toBe(0);
    const other = readFileSync(ORDERS, 'utf8').replace('Customer', 'Customer No.');
    expect(other).toContain('Customer No.');
    writeFileSync(join(folder, 'renamed.csv'), other);
    const refused = tessera(join(folder, 'renamed.csv'), '--recipe', 'first.json', '--out', 'second.csv');
    expect(refused.code).toBe(3);
    expect(refused.err).toContain('column "Customer" is missing; "Customer No." may be it');
    expect(existsSync(join(folder, 'second.csv'))).toBe(false);
    const accepted = tessera(
      ...[
        join(folder, 'renamed.csv'),
        '--recipe',
        'first.json',
        '--out',
        'second.csv',
        '--accept-differences',
      ],
    );
    expect(accepted.code).toBe(0);
    expect(text('second.csv')).toBe(text('first.csv'));
  });

  it('leaves no half-written file behind', () => {
    mkdirSync(join(folder, 'kept'));
    writeFileSync(join(folder, 'kept', 'list.csv'), 'as it was');
    expect(tessera(fixture('cli-words.csv'), '--out', 'kept/list.csv').code).toBe(1);
    expect(readdirSync(join(folder, 'kept'))).toEqual(['list.csv']);
    expect(text('kept/list.csv')).toBe('as it was');
    expect(tessera(ORDERS, '--out', 'kept/new.csv', '--json', 'no/found.json').code).toBe(1);
    expect(existsSync(join(folder, 'kept', 'new.csv'))).toBe(false);
  });

  it('explains itself', () => {
    const { code, out } = tessera('--help');
    expect(code).toBe(0);
    expect(out).toContain('--reference-date');
  });
});
