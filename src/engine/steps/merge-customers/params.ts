import * as v from 'valibot';
import { ColumnName, ColumnNames } from '../../recipe/schema';

/** Two customers, by what stands in the key column. */
const Pair = v.pipe(
  v.tuple([v.string(), v.string()]),
  v.check(([a, b]) => a !== b, 'a customer with itself'),
);
const Pairs = v.pipe(v.array(Pair), v.maxLength(20_000));

export const Params = v.strictObject({
  /** Names a customer, so that pairs can be found again. */
  key: ColumnName,
  email: v.optional(ColumnName),
  phone: v.optional(ColumnName),
  /** The columns of the name, such as first and last. */
  name: v.optional(ColumnNames),
  /** Names are compared among rows that are equal in one of these; among names that begin alike, if not said. */
  within: v.optional(ColumnNames),
  /** Names at least so alike are a pair; 0.92, if not said. */
  above: v.optional(v.pipe(v.number(), v.minValue(0.7), v.maxValue(1))),
  /** Pairs of at least this score are merged unless they are refused; only accepted ones, if not said. */
  accept: v.optional(v.pipe(v.number(), v.minValue(0.7), v.maxValue(1))),
  accepted: v.optional(Pairs),
  refused: v.optional(Pairs),
  /** Whose values survive. */
  keep: v.picklist(['most-complete', 'most-recent', 'first']),
  /** The column of dates by which a row is the most recent. */
  date: v.optional(ColumnName),
  /** Whether blanks are filled from the rows that go; they are, if not said. */
  fill: v.optional(v.boolean()),
});
export type Params = v.InferOutput<typeof Params>;

export const ALIKE = 0.92;

/** Columns by which customers are compared. */
export const comparedBy = ({ email, phone, name, within }: Params): string[] => [
  ...new Set([email, phone, name, within].flat().filter((column) => column !== undefined)),
];
