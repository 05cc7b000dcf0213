import * as v from 'valibot';

const Share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));

/** What a column held when the recipe was made. */
const ColumnContract = v.object({
  name: v.pipe(v.string(), v.minLength(1)),
  /** Share of blank cells. */
  blank: Share,
  /** Whether no two cells were equal. */
  unique: v.boolean(),
  /** Of numbers: the least and the greatest. */
  range: v.optional(v.tuple([v.number(), v.number()])),
  /** Of text and yes/no with few different values: these. */
  categories: v.optional(v.array(v.string())),
});
export type ColumnContract = v.InferOutput<typeof ColumnContract>;

/** What the first file held, so that the next can be held against it; names, kinds and roles stand with the columns themselves. */
export const ContractSchema = v.object({ rows: v.number(), columns: v.array(ColumnContract) });
export type Contract = v.InferOutput<typeof ContractSchema>;
