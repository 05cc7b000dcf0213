import * as v from 'valibot';
import { ColumnName } from '../recipe/schema';
import { defineStep, type Applied } from '../recipe/step';
import { float64 } from '../table/buffers';
import { DateColumn, NumberColumn } from '../table/columns';
import { columnOf, keep, withColumns } from '../table/table';
import { inBlocks } from './parts/blocks';
import { bounds, type Bounds } from './limit/bounds';
import { rangeInWords } from './limit/range-in-words';

const Bound = v.union([v.pipe(v.number(), v.finite()), v.string()]);

/**
 * Keeps the values of a number or date column within bounds: `from` and `to` are allowed themselves, `above` and
 * `below` are not; dates are days (`YYYY-MM-DD`), the last one whole. What lies outside becomes blank, or its row is set aside.
 * Blanks are never outside. Counts: `outside` cells, and `dropped` rows where rows are set aside.
 */
export const limit = defineStep({
  op: 'limit',
  version: 1,
  params: v.strictObject({
    column: ColumnName,
    from: v.optional(Bound),
    above: v.optional(Bound),
    to: v.optional(Bound),
    below: v.optional(Bound),
    outside: v.picklist(['blank', 'set-aside']),
  }),
  reads: ({ column }) => [column],
  needs: (params) => [[params.column, bounds(params)?.dates ? ['date'] : ['number']]],
  adds: () => [],
  makes: (params, before) => {
    const kind = before.get(params.column);
    return kind ? [[params.column, kind]] : [];
  },
  refuses: (params) =>
    bounds(params) ? null : { code: 'bad-params', details: { path: 'params', reason: 'no usable bound' } },
  describe: (params) =>
    params.outside === 'blank'
      ? `Keep ${params.column} ${rangeInWords(params)}, leave the rest blank`
      : `Set aside rows unless ${params.column} is ${rangeInWords(params)}`,
  fit: () => null,
  apply: async (table, params, _fit, work): Promise<Applied> => {
    const column = columnOf(table, params.column);
    const range = bounds(params);
    if (!range || (column.kind !== 'number' && column.kind !== 'date'))
      return { table, counts: { outside: 0 } };
    const { values } = column;
    const inside = new Uint8Array(values.length).fill(1);
    let outside = 0;
    await inBlocks(values.length, 'limiting', work, (from, to) => {
      for (let row = from; row < to; row++) {
        if (!isOutside(values[row]!, range)) continue;
        inside[row] = 0;
        outside++;
      }
    });
    if (params.outside === 'set-aside')
      return { table: keep(table, inside), counts: { dropped: outside, outside } };
    if (outside === 0) return { table, counts: { outside } };
    const kept = float64(values.length);
    for (let row = 0; row < kept.length; row++) kept[row] = inside[row] ? values[row]! : NaN;
    const made = column.kind === 'date' ? new DateColumn(kept, column.hasTime) : new NumberColumn(kept);
    return { table: withColumns(table, [[params.column, made]]), counts: { outside } };
  },
});

const isOutside = (value: number, { least, leastOpen, most, mostOpen }: Bounds): boolean =>
  value < least || value > most || (leastOpen && value === least) || (mostOpen && value === most);
