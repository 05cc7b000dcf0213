import * as v from 'valibot';
import { ColumnName, ColumnNames } from '../../recipe/schema';

export const Value = v.union([v.string(), v.pipe(v.number(), v.finite()), v.boolean()]);

const Common = {
  columns: ColumnNames,
  /** Adds `COLUMN_was_missing` for each column. */
  flag: v.optional(v.literal(true)),
};
/** The group within which a value is found; the whole table, if not said. */
const by = v.optional(ColumnName);

export const Params = v.variant('with', [
  v.strictObject({ ...Common, with: v.literal('median'), by }),
  v.strictObject({ ...Common, with: v.literal('mean'), by }),
  v.strictObject({ ...Common, with: v.literal('most-frequent'), by }),
  v.strictObject({ ...Common, with: v.literal('constant'), value: Value }),
  v.strictObject({ ...Common, with: v.literal('forward'), by }),
  v.strictObject({ ...Common, with: v.literal('backward'), by }),
  v.strictObject({ ...Common, with: v.literal('linear') }),
  /** `along`: the dates by which values are interpolated. */
  v.strictObject({ ...Common, with: v.literal('time'), along: ColumnName }),
]);
export type Params = v.InferOutput<typeof Params>;

/** A value of a group, which is named as `textOf` says its cell. */
const GroupValue = v.object({ group: v.string(), value: Value });
export type GroupValue = v.InferOutput<typeof GroupValue>;

/** What goes into the blanks: one entry per column, in that column's own unit; none where nothing is learnt. */
export const FillFit = v.object({
  columns: v.array(v.object({ column: ColumnName, value: Value, groups: v.optional(v.array(GroupValue)) })),
});
export type FillFit = v.InferOutput<typeof FillFit>;

/** More groups than this are no groups: what is learnt of each is kept in the model. */
export const MOST_GROUPS = 50_000;

export const flagColumn = (column: string): string => `${column}_was_missing`;

/** The column by which rows are grouped, if any. */
export const groupedBy = (params: Params): string | undefined => ('by' in params ? params.by : undefined);

/** The columns that are read beside those filled. */
export const besides = (params: Params): string[] =>
  params.with === 'time' ? [params.along] : [groupedBy(params) ?? []].flat();
