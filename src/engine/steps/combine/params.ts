import * as v from 'valibot';
import { ColumnName, ColumnNames } from '../../recipe/schema';

/** Ways that take any number of columns of numbers, each cell with a value. */
export const MANY = ['sum', 'mean', 'min', 'max', 'product'] as const;
/** Ways that take one thing from another, and need both. */
export const TWO = ['difference', 'ratio', 'days-between'] as const;

const Several = v.pipe(ColumnNames, v.minLength(2, 'two columns at least'));
const Two = v.pipe(ColumnNames, v.length(2, 'two columns'));

export const Params = v.variant('how', [
  v.strictObject({
    how: v.literal('concatenate'),
    columns: Several,
    /** What stands between two values. */
    separator: v.pipe(v.string(), v.maxLength(100)),
    as: ColumnName,
  }),
  v.strictObject({ how: v.picklist(MANY), columns: Several, as: ColumnName }),
  v.strictObject({ how: v.picklist(TWO), columns: Two, as: ColumnName }),
]);
export type Params = v.InferOutput<typeof Params>;
export type Numeric = Exclude<Params['how'], 'concatenate'>;
