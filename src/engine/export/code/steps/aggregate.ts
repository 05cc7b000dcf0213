import { aggregate } from '../../../steps/aggregate';
import { nameOf } from '../../../steps/aggregate/params';
import { keptOf } from './kept-python';
import { writerOf } from '../writer';
import { aggregatePython } from './aggregate-python';
import { aggregateSql } from './aggregate-sql';

export const aggregateWriter = writerOf(aggregate, {
  without: (params, isThere) => ({
    ...params,
    keep: keptOf(params, isThere),
    measures: params.measures.filter(({ column }) => column === undefined || isThere(column)),
  }),
  differs: ({ target }) =>
    target === 'python' ? [] : ['Money and numbers that are added up count to 15 decimals.'],
  needsOrder: ({ params, fit }) =>
    (params.keep ?? []).length > 0 ||
    fit?.orderTotals === true ||
    params.measures.some(({ measure }) => measure === 'first' || measure === 'last'),
  clocks: ({ params, before }) =>
    params.measures.flatMap((one) =>
      one.column !== undefined && before.clocks.has(one.column) ? [nameOf(one)] : [],
    ),
  sql: aggregateSql,
  python: aggregatePython,
});
