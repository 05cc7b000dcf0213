import type { Condition, Segmentation, SegmentProfile } from '../../engine/index';
import { isLastOrder, typical, withinSentence } from './cards';
import { share } from './format';

type Told = Pick<Segmentation, 'features' | 'grain'>;

/** "At least 6 orders, last order within 60 days, at least 1,000 spent: right for 89 %, finds 88 %, covers 17 % of all." Empty without conditions. */
export function recogniseSentence(segment: SegmentProfile, segmentation: Told): string {
  const said = segment.conditions.flatMap((condition) => conditionWords(condition, segmentation));
  if (said.length === 0) return '';
  const sentence = said.join(', ');
  const quality = `right for\u00a0${share(segment.precision)}, finds\u00a0${share(segment.recall)}, covers\u00a0${share(segment.covered)} of all`;
  return `${sentence.charAt(0).toUpperCase()}${sentence.slice(1)}: ${quality}.`;
}

function conditionWords(condition: Condition, segmentation: Told): string[] {
  const feature = segmentation.features.find(({ column }) => column === condition.column);
  if (feature === undefined || (condition.atLeast === null && condition.atMost === null)) return [];
  const [least, most] = [condition.atLeast, condition.atMost].map(
    (value) => value && typical(value, feature),
  );
  const bounds = { least: least === 0 ? '0' : least, most: most === 0 ? '0' : most };
  if (isLastOrder(feature, segmentation)) return [lastOrderWords(bounds)];
  if (feature.meaning === 'frequency' && segmentation.grain === 'orders')
    return [`${range(bounds)} ${bounds.most === '1' || bounds.least === bounds.most ? 'order' : 'orders'}`];
  if (feature.meaning === 'money' && segmentation.grain === 'orders') return [`${range(bounds)} spent`];
  const label = withinSentence(feature.label);
  return [
    feature.meaning === 'count' || feature.meaning === 'frequency'
      ? `${range(bounds)} ${label}`
      : `${label} ${range(bounds)}`,
  ];
}

interface Bounds {
  least: string | null | undefined;
  most: string | null | undefined;
}

function range({ least, most }: Bounds): string {
  if (least == null) return `at most ${most}`;
  if (most == null) return `at least ${least}`;
  return least === most ? `exactly ${least}` : `${least} to ${most}`;
}

function lastOrderWords({ least, most }: Bounds): string {
  if (least == null) return `last order within ${most} days`;
  const from = most == null ? `at least ${least}` : `${least} to ${most}`;
  return `last order ${from} days before the end`;
}

/** A way to carry the conditions into another program. */
export interface Rule {
  label: string;
  text: string;
}

/** The conditions for a spreadsheet, a database and a form in a CRM; names are the columns of the labelled file. */
export function rulesFor(conditions: readonly Condition[]): Rule[] {
  return [
    { label: 'Copy as Excel filter', text: excelFilter(conditions) },
    { label: 'Copy as SQL', text: sqlFilter(conditions) },
    { label: 'Copy as CRM rule', text: crmRule(conditions) },
  ];
}

/** Structured references escape # [ ] @ and the apostrophe by an apostrophe. */
const excelColumn = (column: string) => `customers[${column.replace(/['#[\]@]/g, "'$&")}]`;

function excelFilter(conditions: readonly Condition[]): string {
  const tests = eachBound(conditions, (column, sign, value) => `(${excelColumn(column)}${sign}${value})`);
  return `=FILTER(customers,${tests.join('*')})`;
}

function sqlFilter(conditions: readonly Condition[]): string {
  const quoted = (column: string) => `"${column.replaceAll('"', '""')}"`;
  const tests = eachBound(conditions, (column, sign, value) => `${quoted(column)} ${sign} ${value}`);
  return `SELECT * FROM customers WHERE ${tests.join(' AND ')};`;
}

function crmRule(conditions: readonly Condition[]): string {
  const words = { '>=': 'is at least', '<=': 'is at most' };
  return eachBound(conditions, (column, sign, value) => `${column} ${words[sign]} ${value}`).join('\nAND ');
}

function eachBound(
  conditions: readonly Condition[],
  write: (column: string, sign: '>=' | '<=', value: number) => string,
): string[] {
  return conditions.flatMap(({ column, atLeast, atMost }) => [
    ...(atLeast === null ? [] : [write(column, '>=', atLeast)]),
    ...(atMost === null ? [] : [write(column, '<=', atMost)]),
  ]);
}
