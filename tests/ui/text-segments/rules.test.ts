import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Condition } from '../../../src/engine/index';
import { answersOf } from '../../support/database-of';
import { rulesFor } from '../../../src/ui/text/rules';
import { crmKeeps, excelKeeps, type Cells } from './evaluate-rules';

const written = (conditions: readonly Condition[]) =>
  rulesFor(conditions).map(({ text }) => text) as [string, string, string];

describe('rulesFor', () => {
  const [excel, sql, crm] = written([
    { column: 'frequency', atLeast: 2, atMost: 6 },
    { column: 'a "b" [c]', atLeast: null, atMost: 1.5 },
  ]);

  it('writes an Excel filter with columns escaped, that leaves out empty cells', () => {
    expect(excel).toBe(
      '=FILTER(customers,ISNUMBER(customers[a "b" \'[c\']])*(customers[frequency]>=2)*(customers[frequency]<=6)*(customers[a "b" \'[c\']]<=1.5))',
    );
  });

  it('writes SQL with quoted names', () => {
    expect(sql).toBe(
      'SELECT * FROM customers WHERE "frequency" >= 2 AND "frequency" <= 6 AND "a ""b"" [c]" <= 1.5;',
    );
  });

  it('writes a CRM rule in words', () => {
    expect(crm).toBe('frequency is at least 2\nAND frequency is at most 6\nAND a "b" [c] is at most 1.5');
  });
});

const NAMES = ['frequency', 'Total "net" [€]', "it's #1 @ shop", 'a, b; c', 'SELECT', 'größe %'] as const;
const bound = fc.option(fc.constantFrom(-2.5, -1, 0, 0.1, 1, 2, 1500, 1e-7, 1e21));
const cell = fc.option(fc.constantFrom(-3, -1, 0, 0.1, 0.5, 1, 2, 1499.99, 1500, 1e-7, 2e21));

/** Conditions of two to four columns. */
const conditionsArbitrary = fc
  .uniqueArray(fc.record({ column: fc.constantFrom(...NAMES), atLeast: bound, atMost: bound }), {
    selector: ({ column }) => column,
    minLength: 1,
    maxLength: 4,
  })
  .filter((conditions) => conditions.some(({ atLeast, atMost }) => atLeast !== null || atMost !== null));
const cellsArbitrary = fc.array(fc.record(Object.fromEntries(NAMES.map((name) => [name, cell]))), {
  minLength: 1,
  maxLength: 12,
}) as fc.Arbitrary<Cells[]>;

/** What the engine means: a row without a value meets no bound on that column. */
const isFound = (conditions: readonly Condition[], cells: Cells): boolean =>
  conditions.every(({ column, atLeast, atMost }) => {
    const value = cells[column] ?? null;
    if (atLeast === null && atMost === null) return true;
    return value !== null && value >= (atLeast ?? -Infinity) && value <= (atMost ?? Infinity);
  });

describe('the rules, evaluated', () => {
  it('find the same customers as the conditions in Excel, SQLite and words', () => {
    fc.assert(
      fc.property(conditionsArbitrary, cellsArbitrary, (conditions, customers) => {
        const wanted = customers.map((cells) => isFound(conditions, cells));
        const [excel, sql, crm] = written(conditions);
        expect(customers.map((cells) => excelKeeps(excel, cells))).toEqual(wanted);
        expect(customers.map((cells) => crmKeeps(crm, cells))).toEqual(wanted);
        expect(rowsOf(sql, customers)).toEqual(wanted.flatMap((found, row) => (found ? [row] : [])));
      }),
      { numRuns: 200 },
    );
  });
});

/** Numbers of the rows that a query finds among the customers. */
function rowsOf(sql: string, customers: readonly Cells[]): number[] {
  const columns = NAMES.map((name) => `"${name.replaceAll('"', '""')}" REAL`);
  const rows = customers.map(
    (cells, row) => `(${[row, ...NAMES.map((name) => cells[name] ?? 'NULL')].join(', ')})`,
  );
  const table = `CREATE TABLE customers (row INTEGER, ${columns.join(', ')}); INSERT INTO customers VALUES ${rows.join(', ')};`;
  return answersOf(table, sql).map(([row]) => Number(row));
}
