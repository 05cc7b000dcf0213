import type { ColumnHead } from '../../workers/api';
import { wordsOf, type MeasureKey } from '../text/measures';
import type { OrderColumns } from './order-columns';
import type { Params } from './step-form';

/** A measure as the step has it. */
export interface Measure {
  measure: MeasureKey;
  column?: string;
  value?: string;
  days?: number;
  as?: string;
}

export const measuresIn = ({ measures }: Params): Measure[] =>
  Array.isArray(measures) ? (measures as Measure[]) : [];

/** Whether two say the same, whatever they are called. */
export const isSame = (one: Measure, other: Measure): boolean =>
  one.measure === other.measure &&
  one.column === other.column &&
  one.value === other.value &&
  one.days === other.days;

/** Whether the measure can be taken with these columns. */
export function canMeasure(
  { measure }: Pick<Measure, 'measure'>,
  { date, order, amount, quantity, price }: OrderColumns,
): boolean {
  const { needs = [] } = wordsOf(measure);
  const hasMoney = amount !== null || (quantity !== null && price !== null);
  return (
    !(needs.includes('date') && date === null) &&
    !(needs.includes('orders') && date === null && order === null) &&
    !(needs.includes('money') && !hasMoney)
  );
}

const WORTH: readonly Measure[] = [
  { measure: 'repeats' },
  { measure: 'repeat-span' },
  { measure: 'seen-days' },
  { measure: 'repeat-value' },
];

/** What *Tell what summarised customers are worth* learns from, as far as these columns have it; without a date, nothing. */
export const worthMeasures = (chosen: OrderColumns): Measure[] =>
  WORTH.filter((one) => canMeasure(one, chosen));

/** About twenty measures that tell customers apart, from what is known of the columns. */
export function proposed(columns: readonly ColumnHead[], chosen: OrderColumns): Measure[] {
  const as = (role: ColumnHead['role']) => columns.find((column) => column.role === role)?.name;
  const [product, country] = [as('product'), as('country')];
  const lately = (days: number): Measure[] => [
    { measure: 'spend-last', days },
    { measure: 'orders-last', days },
  ];
  const all: Measure[] = [
    { measure: 'recency' },
    { measure: 'frequency' },
    { measure: 'monetary' },
    { measure: 'tenure' },
    { measure: 'order-value' },
    { measure: 'basket-size' },
    { measure: 'mean-gap' },
    { measure: 'deviation-gap' },
    ...[30, 90, 365].flatMap(lately),
    { measure: 'trend' },
    { measure: 'returned-share' },
    { measure: 'weekend-share' },
    { measure: 'favourite-weekday' },
    ...(chosen.quantity === null ? [] : [{ measure: 'mean' as const, column: chosen.quantity }]),
    ...(product === undefined ? [] : [{ measure: 'distinct' as const, column: product }]),
    ...(country === undefined ? [] : [{ measure: 'favourite' as const, column: country }]),
    { measure: 'rows' },
  ];
  return all.filter((one) => canMeasure(one, chosen));
}
