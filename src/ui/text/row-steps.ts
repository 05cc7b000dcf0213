import type { RecipeStep } from '../../engine/index';
import { listed } from './format';

type Params = RecipeStep['params'];
const columns = ({ columns: names }: Params): string => listed(Array.isArray(names) ? names.map(String) : []);

const FOUND: Record<string, string> = {
  cap: 'Cap outliers in',
  blank: 'Blank outliers in',
  group: 'Group outliers in',
  'set-aside': 'Set aside outliers in',
};

/** Steps that clean rows, in words before they have run, by `op`. */
export const ROW_SENTENCES: Record<string, (params: Params) => string> = {
  outliers: (p) => `${FOUND[String(p.act)] ?? 'Mark outliers in'} ${columns(p)}`,
  'outlier-rows': (p) =>
    `${p.act === 'set-aside' ? 'Set aside' : p.act === 'group' ? 'Group' : 'Mark'} rows unusual in ${columns(p)}`,
  'merge-customers': (p) =>
    `Merge customers by ${listed([...(p.email ? ['e-mail'] : []), ...(p.phone ? ['phone'] : []), ...(p.name ? ['name'] : [])])}`,
  'drop-sparse-columns': (p) =>
    `Remove columns with more than ${Math.round(Number(p.above) * 1000) / 10} % blank`,
  'merge-date-parts': (p) =>
    `Make ${String(p.as)} of ${listed([p.year, p.month, p.day].filter((part) => typeof part === 'string'))}`,
  'split-date-time': (p) => `Split ${String(p.column)} into day and time`,
};
