import type { ColumnTable } from 'arquero';
import { columnAs } from '../../table/table';
import { withDerived } from '../parts/origins';
import { methodOf } from './methods/methods';
import type { SegmentParams } from './params';
import { remembered } from './remembered';

type Weighing = Pick<SegmentParams, 'columns' | 'weights' | 'method'>;

/** The features that count otherwise than once, and how much, in the order of their names. */
const weighedColumns = ({ columns, weights = {}, method }: Weighing): [column: string, weight: number][] =>
  (methodOf(method).weighs ? [...columns].sort() : []).flatMap((column): [string, number][] => {
    const weight = Object.hasOwn(weights, column) ? weights[column]! : 1;
    return weight === 1 ? [] : [[column, weight]];
  });

const weighedName = (column: string): string => `${column}_weighed`;

/** The columns that are added: a feature times its weight. */
export const addedByWeights = (params: Weighing): string[] =>
  weighedColumns(params).map(([column]) => weighedName(column));

/** What is clustered on, in the order of the names: each feature, or in its place what is added for it. */
export function clusteredOn(params: Weighing): string[] {
  const weighed = new Set(weighedColumns(params).map(([column]) => column));
  return [...params.columns].map((name) => (weighed.has(name) ? weighedName(name) : name)).sort();
}

/** The table with each feature that has a weight times that weight, in a column of its own; blanks stay blank. */
export function withWeights(table: ColumnTable, params: Weighing): Promise<ColumnTable> {
  const weighed = weighedColumns(params);
  if (weighed.length === 0) return Promise.resolve(table);
  return remembered(table, `weighed ${JSON.stringify(weighed)}`, () =>
    Promise.resolve(
      withDerived(
        table,
        weighed.map(([from, weight]) => ({
          name: weighedName(from),
          from,
          values: columnAs(table, from, 'number').values.map((value) => value * weight),
        })),
      ),
    ),
  );
}
