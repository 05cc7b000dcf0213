import * as v from 'valibot';
import { ColumnName } from '../../recipe/schema';
import { FormulaText } from '../../formula/on-table';
import { parseDay } from '../parts/calendar';

const Figure = v.pipe(v.number(), v.finite());
const Day = v.pipe(
  v.string(),
  v.check((text) => parseDay(text) !== null, 'no day'),
);
const wholes = (from: number, to: number) =>
  v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to))), v.minLength(1));
const column = ColumnName;
/** `any`: small letters and capitals are one. */
const letters = { case: v.optional(v.literal('any')) };

/** One thing asked of one column. A blank meets none but `blank`. */
export const Condition = v.variant('is', [
  v.strictObject({
    column,
    is: v.picklist(['equal', 'not-equal', 'less', 'at-most', 'more', 'at-least']),
    value: Figure,
  }),
  v.strictObject({ column, is: v.literal('between'), from: Figure, to: Figure }),
  v.strictObject({ column, is: v.picklist(['text', 'not-text']), value: v.string(), ...letters }),
  v.strictObject({
    column,
    is: v.picklist(['contains', 'lacks', 'starts', 'ends']),
    value: v.pipe(v.string(), v.minLength(1)),
    ...letters,
  }),
  v.strictObject({ column, is: v.literal('matches'), value: v.string(), ...letters }),
  v.strictObject({ column, is: v.literal('one-of'), values: v.pipe(v.array(v.string()), v.minLength(1)) }),
  v.strictObject({ column, is: v.picklist(['before', 'after', 'on']), day: Day }),
  v.strictObject({ column, is: v.literal('days'), from: Day, to: Day }),
  v.strictObject({ column, is: v.literal('weekdays'), values: wholes(1, 7) }),
  v.strictObject({ column, is: v.literal('hours'), values: wholes(0, 23) }),
  v.strictObject({ column, is: v.picklist(['yes', 'no']) }),
  v.strictObject({ column, is: v.picklist(['blank', 'not-blank']) }),
]);
export type Condition = v.InferOutput<typeof Condition>;

const match = v.picklist(['all', 'any']);

/** Conditions together, of which all or any must hold. */
const Group = v.strictObject({
  match,
  conditions: v.pipe(v.array(Condition), v.minLength(1), v.maxLength(50)),
});
export type ConditionGroup = v.InferOutput<typeof Group>;

export const FilterParams = v.pipe(
  v.strictObject({
    match,
    conditions: v.pipe(v.array(v.union([Condition, Group])), v.maxLength(50)),
    /** One condition more, written as a formula. */
    formula: v.optional(FormulaText),
    /** What happens to rows that meet them. */
    rows: v.picklist(['keep', 'set-aside']),
  }),
  v.check(
    ({ conditions, formula }) => conditions.length > 0 || formula !== undefined,
    'there is no condition',
  ),
);
export type FilterParams = v.InferOutput<typeof FilterParams>;

/** All conditions there are, those in groups too. */
export const conditionsIn = ({ conditions }: Pick<FilterParams, 'conditions'>): Condition[] =>
  conditions.flatMap((one) => ('conditions' in one ? one.conditions : [one]));
