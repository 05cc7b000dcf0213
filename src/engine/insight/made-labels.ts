/** Columns that `rfm` and `aggregate` make, by the names these give them, in a marketer's words. */
const LABELS: ReadonlyMap<string, string> = new Map([
  ['recency_days', 'Days since the last order'],
  ['frequency', 'Orders'],
  ['monetary', 'Spent'],
  ['tenure_days', 'Days since the first order'],
  ['days_between_mean', 'Mean days between orders'],
  ['days_between_median', 'Median days between orders'],
  ['days_between_deviation', 'Deviation of days between orders'],
  ['spend_trend', 'Trend of spend'],
  ['returned_share', 'Share returned'],
  ['weekend_share', 'Share of weekends'],
  ['repeat_value', 'Mean value of later purchases'],
]);

/** "Spent in the last 365 days" of `spend_365d`; undefined of columns that no step makes. */
export function madeLabel(column: string): string | undefined {
  const [, what, days] = /^(spend|orders)_(\d+)d$/.exec(column) ?? [];
  if (what !== undefined) return `${what === 'spend' ? 'Spent' : 'Orders'} in the last ${days} days`;
  return LABELS.get(column);
}
