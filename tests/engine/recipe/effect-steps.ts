import * as v from 'valibot';
import { defineStep, type StepDefinition } from '../../../src/engine/recipe/step';
import { MISSING, type Column } from '../../../src/engine/table/columns';
import { columnNames, columnOf, makeTable } from '../../../src/engine/table/table';
import { takeOrBlank } from '../../../src/engine/table/take-or-blank';

const plain = { version: 1, params: v.strictObject({}), reads: () => [], adds: () => [], fit: () => null };

/** Calls the first column `customer` and puts it last. */
export const rename = defineStep({
  ...plain,
  op: 'rename',
  describe: () => 'Rename',
  apply(table) {
    const [first, ...rest] = columnNames(table).map((name): [string, Column] => [
      name,
      columnOf(table, name),
    ]);
    return { table: makeTable([...rest, ['customer', first![1]]]), counts: {} };
  },
}) as unknown as StepDefinition;

/** Rows 3, 1, 2, 2 and 4, and one that is new. */
export const swap = defineStep({
  ...plain,
  op: 'swap',
  describe: () => 'Swap',
  apply(table) {
    const rows = Uint32Array.of(2, 0, 1, 1, 3, MISSING);
    const columns = columnNames(table).map((name): [string, Column] => [
      name,
      takeOrBlank(columnOf(table, name), rows),
    ]);
    return { table: makeTable(columns), counts: {} };
  },
}) as unknown as StepDefinition;
