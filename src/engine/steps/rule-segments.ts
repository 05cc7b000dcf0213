import { defineStep } from '../recipe/step';
import { uint32 } from '../table/buffers';
import { TextColumn } from '../table/columns';
import { Dictionary } from '../table/dictionary';
import { withColumns } from '../table/table';
import { matchRules } from './rule-segments/match-rules';
import { kindOf, ruleColumn, RuleSegmentsParams, type Rule } from './rule-segments/params';

export { ruleColumn, RuleSegmentsParams };

const conditions = (rules: readonly Rule[]) => rules.flatMap(({ when }) => when);

/**
 * Says of each customer which of the person's own rules it meets first, by name, in a column `rule_segment`; who meets
 * none is called by `others`. Nothing is learnt. With `by` of `segment` the names become segments. **Blanks**: meet
 * no condition. Counts: `matched` customers, `others`, and `several` who meet more than one rule.
 */
export const ruleSegments = defineStep({
  op: 'rule-segments',
  version: 1,
  params: RuleSegmentsParams,
  grain: 'customers',
  reads: ({ rules }) => [...new Set(conditions(rules).map(({ column }) => column))],
  needs: ({ rules }) =>
    conditions(rules).map((condition) => [condition.column, [kindOf(condition)]] as const),
  adds: ({ taken }) => [ruleColumn(taken)],
  makes: ({ taken }) => [[ruleColumn(taken), 'text'] as const],
  describe: ({ rules }) => `Name customers by ${rules.length === 1 ? 'a rule' : `${rules.length} rules`}`,
  fit: () => null,
  apply: async (table, { rules, others, taken }, _fit, work) => {
    const { first, several } = await matchRules(table, rules, work);
    const names = [others, ...rules.map(({ name }) => name)];
    const distinct = [...new Set(names)];
    const places = names.map((name) => distinct.indexOf(name));
    const codes = uint32(first.length);
    let matched = 0;
    for (let row = 0; row < codes.length; row++) {
      codes[row] = places[first[row]!]!;
      matched += Number(first[row] !== 0);
    }
    const column = new TextColumn(codes, Dictionary.of(distinct));
    return {
      table: withColumns(table, [[ruleColumn(taken), column]]),
      counts: { matched, others: first.length - matched, several },
    };
  },
});
