import * as v from 'valibot';
import { ColumnName } from '../../recipe/schema';
import type { Kind } from '../../table/columns';
import { OwnName } from '../edit-segments/names-param';
import { parseDay } from '../parts/calendar';

const Day = v.pipe(
  v.string(),
  v.check((text) => parseDay(text) !== null, 'a day is written YYYY-MM-DD'),
);
const Bound = v.optional(v.union([v.pipe(v.number(), v.finite()), Day]));

const whole = (from: number, to: number) =>
  v.optional(
    v.pipe(
      v.array(v.pipe(v.number(), v.integer(), v.minValue(from), v.maxValue(to))),
      v.minLength(1),
      v.maxLength(to - from + 1),
    ),
  );

/**
 * A range of a number column, or of days (`YYYY-MM-DD`) of a date column, bounds allowed themselves; some values of a text
 * column; what a yes/no column says; or some days of the week (1 Monday to 7 Sunday) or hours (0 to 23) of a date column.
 */
const RuleCondition = v.pipe(
  v.strictObject({
    column: ColumnName,
    from: Bound,
    to: Bound,
    values: v.optional(v.pipe(v.array(v.string()), v.minLength(1))),
    is: v.optional(v.boolean()),
    weekdays: whole(1, 7),
    hours: whole(0, 23),
  }),
  v.check(
    ({ from, to, ...lists }) =>
      [lists.values, lists.is, lists.weekdays, lists.hours, from ?? to].filter((said) => said !== undefined)
        .length === 1,
    'a condition is a range, a list, or yes or no',
  ),
  v.check(
    ({ from, to }) => from === undefined || to === undefined || (typeof from === typeof to && from <= to),
    'the range is empty',
  ),
);
export type RuleCondition = v.InferOutput<typeof RuleCondition>;

/** The kind of column that a condition is put on. */
export function kindOf({ from, to, values, is, weekdays, hours }: RuleCondition): Kind {
  if (weekdays ?? hours) return 'date';
  if (values !== undefined) return 'text';
  if (is !== undefined) return 'boolean';
  return typeof (from ?? to) === 'string' ? 'date' : 'number';
}

/** A named segment: all conditions must be met. */
const Rule = v.strictObject({
  name: OwnName,
  when: v.pipe(v.array(RuleCondition), v.minLength(1), v.maxLength(4)),
});
export type Rule = v.InferOutput<typeof Rule>;

export const RuleSegmentsParams = v.strictObject({
  /** The first that is met has the customer; rules of one name are one segment. */
  rules: v.pipe(v.array(Rule), v.minLength(1), v.maxLength(25)),
  /** What those are called who meet none. */
  others: v.optional(OwnName, 'Everyone else'),
  /** Names in the file. */
  taken: v.optional(v.array(v.string())),
});
export type RuleSegmentsParams = v.InferOutput<typeof RuleSegmentsParams>;

/** The column that is added: `rule_segment`, or with `tessera_` before it where that is taken in any case. */
export function ruleColumn(taken: readonly string[] = []): string {
  const lower = new Set(taken.map((name) => name.trim().toLowerCase()));
  if (!lower.has('rule_segment')) return 'rule_segment';
  let name = 'tessera_rule_segment';
  for (let n = 2; lower.has(name); n++) name = `tessera_rule_segment_${n}`;
  return name;
}
