import { withinSentence } from './in-sentence';
import type { Rule, RulesCount, Segmentation } from '../../engine/index';
import { hourName, weekdayName } from './clock';
import { flagAsked } from './flags';
import { count, counted, date, figure, fixed, inWords } from './format';
import { wholeShares } from './shares';

type RuleCondition = Rule['when'][number];

export const OWN_RULES = 'Everyone else';
export const RULES_DEK = 'Cut by your own rules, not found among the customers.';
export const RULES_HINT =
  'The first rule that a customer meets counts. A rule is met when all its conditions are.';

/** "210 customers (12 %); 14 more meet an earlier rule." */
export function ruleCountSentence(found: RulesCount | null, rule: number): string {
  const here = found?.rules[rule];
  if (!found || !here) return '';
  const { customers, earlier } = here;
  const more =
    earlier === 0 ? '' : `; ${count(earlier)} more ${earlier === 1 ? 'meets' : 'meet'} an earlier rule`;
  return `${counted(customers, 'customer')} (${partsOf(found)[rule]})${more}.`;
}

export const othersSentence = (found: RulesCount | null): string =>
  found ? `${counted(found.others, 'customer')} (${partsOf(found).at(-1)}) meet no rule.` : '';

/** The share of each rule, then of those who meet none, as the segments they make print it. */
const partsOf = ({ rules, others, customers }: RulesCount): string[] =>
  wholeShares([...rules.map((rule) => rule.customers), others].map((part) => part / (customers || 1)));

/** What a column is called: as the cards do, else as in the file. */
export const columnLabel = (column: string, features: Segmentation['features']): string =>
  features.find((feature) => feature.column === column)?.label ?? column;

/** "Spent at least 1,000, days since the last order at most 30" */
export const conditionsInWords = (
  when: readonly RuleCondition[],
  features: Segmentation['features'] = [],
): string =>
  when
    .map(({ column: name, from, to, values, is, weekdays, hours }) => {
      const column = withinSentence(columnLabel(name, features));
      if (weekdays ?? hours) return `${column} ${clockInWords({ weekdays, hours })}`;
      if (values) return `${column} is ${values.join(' or ')}`;
      if (is !== undefined) return `${column} is ${is ? 'yes' : 'no'}`;
      const flag = features.some((feature) => feature.column === name && feature.flag);
      const so = flag ? flagAsked(plainBound(from), plainBound(to)) : null;
      if (so !== null) return `${column} is ${so ? 'yes' : 'no'}`;
      const unit = features.find((feature) => feature.column === name)?.unit ?? null;
      const [least, most] = [from, to].map((bound) => boundInWords(bound, unit));
      if (typeof (from ?? to) === 'string')
        return `${column}${least === null ? '' : ` from ${least}`}${most === null ? '' : ` up to ${most}`}`;
      if (least !== null && most !== null) return `${column} ${least} to ${most}`;
      return least !== null ? `${column} at least ${least}` : `${column} at most ${most}`;
    })
    .join(', ');

/** "from Monday to Friday", "on Saturday or Sunday", "between 09:00 and 12:00", "in the hour from 09:00 or 20:00" */
export function clockInWords({ weekdays, hours = [] }: Pick<RuleCondition, 'weekdays' | 'hours'>): string {
  const [first, last] = [(weekdays ?? hours)[0]!, (weekdays ?? hours).at(-1)!];
  const run = last - first === (weekdays ?? hours).length - 1;
  const day = (at: number) => weekdayName(at - 1);
  if (weekdays)
    return run && weekdays.length > 2
      ? `from ${day(first)} to ${day(last)}`
      : `on ${either(weekdays.map(day))}`;
  return run
    ? `between ${hourName(first)} and ${hourName(last + 1)}`
    : `in the hours from ${either(hours.map(hourName))}`;
}

const either = (names: readonly string[]): string =>
  names.length > 2 ? `${names.slice(0, -1).join(', ')} or ${names.at(-1)}` : names.join(' or ');

/** "Big spenders: spent at least 1,000, days since the last order at most 30." */
export const ruleInWords = ({ name, when }: Rule, features: Segmentation['features'] = []): string =>
  `${name}: ${conditionsInWords(when, features)}.`;

const plainBound = (bound: number | string | undefined): number | null =>
  typeof bound === 'number' ? bound : null;

const boundInWords = (bound: number | string | undefined, unit: string | null): string | null =>
  bound === undefined ? null : typeof bound === 'string' ? date(Date.parse(bound)) : figure(bound, unit, 2);

/** Why there are so many: the rules, one after the other, and how far apart the segments stand. */
export function rulesWhy({ rules, silhouette, features }: Segmentation): string[] {
  if (!rules) return [];
  const said =
    rules.rules.length === 1 ? 'You gave one rule.' : `You gave ${inWords(rules.rules.length)} rules.`;
  return [
    said,
    ...rules.rules.map((rule) => ruleInWords(rule, features)),
    ...(silhouette === null ? [] : [`Silhouette ${fixed(silhouette, 2)}.`]),
  ];
}

export const rulesMade = (k: number): string =>
  `${counted(k, 'rule')} ${k === 1 ? 'makes' : 'make'} the segments now.`;
