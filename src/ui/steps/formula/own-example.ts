import type { ColumnHead } from '../../../workers/api';

/** The columns of the examples, by what they stand for. */
const STANDS_FOR: Readonly<Record<string, { kind: ColumnHead['kind']; roles: readonly string[] }>> = {
  Amount: { kind: 'number', roles: ['amount', 'monetary', 'price'] },
  Quantity: { kind: 'number', roles: ['quantity', 'frequency'] },
  Date: { kind: 'date', roles: ['date'] },
  Customer: { kind: 'text', roles: ['customer'] },
  Country: { kind: 'text', roles: ['country', 'product'] },
  Email: { kind: 'text', roles: ['email'] },
  Paid: { kind: 'boolean', roles: ['consent'] },
};

/** An example with the table's own columns in place of those it was written for, where it has any of the kind. */
export const ownExample = (example: string, columns: readonly ColumnHead[]): string =>
  example.replace(/\[(\w+)\]/g, (whole, name: string) => {
    const { kind, roles } = STANDS_FOR[name]!;
    const fitting = columns.filter((column) => column.kind === kind);
    const called = (column: ColumnHead) => column.name.toLowerCase().includes(name.toLowerCase());
    const byRole = roles.map((role) => fitting.find((column) => column.role === role));
    const own = byRole.find((column) => column !== undefined) ?? fitting.find(called) ?? fitting[0];
    return own ? `[${own.name.replaceAll(']', ']]')}]` : whole;
  });
