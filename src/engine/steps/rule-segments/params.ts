import * as v from 'valibot';
import { ColumnName } from '../../recipe/schema';
import { OwnName } from '../edit-segments/names-param';

const Bound = v.optional(v.pipe(v.number(), v.finite()));

/** A range of a number column, bounds allowed themselves, or some values of a text column. */
const RuleCondition = v.pipe(
  v.strictObject({
    column: ColumnName,
    from: Bound,
    to: Bound,
    values: v.optional(v.pipe(v.array(v.string()), v.minLength(1))),
  }),
  v.check(
    ({ from, to, values }) => (values === undefined) !== (from === undefined && to === undefined),
    'a condition is either a range or a list',
  ),
  v.check(({ from, to }) => from === undefined || to === undefined || from <= to, 'the range is empty'),
);
export type RuleCondition = v.InferOutput<typeof RuleCondition>;

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
