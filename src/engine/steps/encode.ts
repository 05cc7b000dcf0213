import type { ColumnTable } from 'arquero';
import { EngineError } from '../errors';
import { defineStep } from '../recipe/step';
import { columnNames, columnOf, withColumns } from '../table/table';
import type { Kind } from '../table/columns';
import type { Work } from '../work';
import { coded, type Coded } from './encode/coded';
import { learnCodes } from './encode/learn';
import { asNumbers, oneHot } from './encode/made';
import { encodedColumn, EncodeFit, Params } from './encode/params';

const KINDS: readonly Kind[] = ['text', 'boolean', 'number'];

const WORDS = {
  'one-hot': 'Make a column for each value of',
  ordinal: 'Number the values in order of',
  frequency: 'Take the share of each value of',
};

/**
 * Turns the values of a column into numbers. `one-hot`: a column `COLUMN_VALUE` of 0 and 1 for each value, sorted; rare
 * ones together in `COLUMN_other`, which is also the place of values not learnt; blanks are 0 in all or have
 * `COLUMN_blank`. `ordinal`: `COLUMN_ordinal`, the place in an order from 0; others blank. `frequency`: `COLUMN_share`,
 * the share of the value among the cells learnt from; others 0. **Blanks** stay blank there. Counts of cells: `rare`,
 * `unseen`, `blank`; `columns` made.
 * @throws EngineError `too-few-values` of a blank column; `too-many-groups`; `name-taken`
 * @see scikit-learn, OneHotEncoder and OrdinalEncoder: same order and columns.
 */
export const encode = defineStep({
  op: 'encode',
  version: 1,
  params: Params,
  learnt: EncodeFit,
  reads: ({ column }) => [column],
  needs: ({ column }) => [[column, KINDS]],
  adds: (params) => [encodedColumn(params)].filter((name) => name !== null),
  mayAdd: (params, column) => params.with === 'one-hot' && column.startsWith(`${params.column}_`),
  describe: (params) => `${WORDS[params.with]} ${params.column}`,
  fit: async (table, params, work): Promise<EncodeFit> =>
    learnCodes(await codedColumn(table, params.column, work), params, work),
  apply: async (table, params, fit, work) => {
    const given = await codedColumn(table, params.column, work);
    const name = encodedColumn(params);
    const notLearnt = new EngineError('not-learnt', { column: params.column });
    if (params.with === 'one-hot') {
      if (!('values' in fit)) throw notLearnt;
      const { columns, counts } = await oneHot(given, params, fit, work);
      const taken = columns.find(([made]) => columnNames(table).includes(made));
      if (taken) throw new EngineError('name-taken', { column: taken[0] });
      return { table: withColumns(table, columns), counts };
    }
    if (!(params.with === 'ordinal' ? 'order' in fit : 'counts' in fit)) throw notLearnt;
    const { columns, counts } = await asNumbers(
      given,
      name!,
      fit as Exclude<EncodeFit, { values: unknown }>,
      work,
    );
    return { table: withColumns(table, columns), counts };
  },
});

/** @throws EngineError `missing-column`, `wrong-kind` of a date */
function codedColumn(table: ColumnTable, name: string, work: Work): Promise<Coded> {
  const column = columnOf(table, name);
  if (column.kind === 'date')
    throw new EngineError('wrong-kind', { column: name, kind: 'date', needed: 'text' });
  return coded(column, work);
}
