import type { Kind } from '../../table/columns';
import type { Role } from '../../table/meta';

/** A measure's choices, as far as its name hangs on them. */
interface Named {
  column?: string | undefined;
  value?: string | undefined;
  days?: number | undefined;
}

/** What a measure needs and gives. */
export interface MeasureKind {
  /** The name of its column, where none is given. */
  name(one: Named): string;
  /** Kinds of the column it measures; none: it measures no column. */
  of?: readonly Kind[];
  needs: readonly ('date' | 'money' | 'orders' | 'value' | 'days')[];
  /** `as-column`: that of the column measured. */
  gives: Kind | 'as-column';
  /** What its numbers are counted in. */
  unit?: 'money' | 'column';
  role?: Role;
}

const ANY: readonly Kind[] = ['number', 'date', 'text', 'boolean'];
const NUMBER: readonly Kind[] = ['number'];
const said = (name: string) => () => name;
const behind = (word: string) => (one: Named) => `${one.column}_${word}`;

const ofNumbers = (word: string): MeasureKind => ({
  name: behind(word),
  of: NUMBER,
  needs: [],
  gives: 'number',
  unit: 'column',
});
const atEnd = (word: string, of: readonly Kind[]): MeasureKind => ({
  name: behind(word),
  of,
  needs: [],
  gives: 'as-column',
  unit: 'column',
});
const ofDays = (name: string): MeasureKind => ({ name: said(name), needs: ['date'], gives: 'number' });

/** All measures by name, in the order they are offered. */
export const MEASURES = {
  recency: { ...ofDays('recency_days'), role: 'recency' },
  frequency: { name: said('frequency'), needs: ['orders'], gives: 'number', role: 'frequency' },
  monetary: { name: said('monetary'), needs: ['money'], gives: 'number', unit: 'money', role: 'monetary' },
  'last-purchase': { ...ofDays('last_purchase'), gives: 'date' },
  'first-purchase': { ...ofDays('first_purchase'), gives: 'date' },
  tenure: ofDays('tenure_days'),
  'purchase-days': ofDays('purchase_days'),
  'mean-gap': ofDays('days_between_mean'),
  'median-gap': ofDays('days_between_median'),
  'deviation-gap': ofDays('days_between_deviation'),
  'spend-last': {
    name: ({ days }) => `spend_${days}d`,
    needs: ['date', 'money', 'days'],
    gives: 'number',
    unit: 'money',
  },
  'orders-last': {
    name: ({ days }) => `orders_${days}d`,
    needs: ['date', 'orders', 'days'],
    gives: 'number',
  },
  'order-value': {
    name: said('mean_order_value'),
    needs: ['money', 'orders'],
    gives: 'number',
    unit: 'money',
  },
  'basket-size': { name: said('rows_per_order'), needs: ['orders'], gives: 'number' },
  trend: { name: said('spend_trend'), needs: ['date', 'money'], gives: 'number', unit: 'money' },
  'returned-share': { name: said('returned_share'), needs: ['money'], gives: 'number' },
  'favourite-weekday': { ...ofDays('favourite_weekday'), gives: 'text' },
  'weekend-share': ofDays('weekend_share'),
  repeats: ofDays('repeats'),
  'repeat-span': ofDays('repeat_span_days'),
  'seen-days': ofDays('seen_days'),
  'repeat-value': { ...ofDays('repeat_value'), needs: ['date', 'money'], unit: 'money' },
  rows: { name: said('rows'), needs: [], gives: 'number' },
  favourite: { name: behind('favourite'), of: ['text'], needs: [], gives: 'text' },
  distinct: { name: behind('distinct'), of: ANY, needs: [], gives: 'number' },
  share: {
    name: (one) => `${one.column}_${one.value}_share`,
    of: ['text'],
    needs: ['value'],
    gives: 'number',
  },
  'money-share': {
    name: (one) => `${one.column}_${one.value}_money_share`,
    of: ['text'],
    needs: ['value', 'money'],
    gives: 'number',
  },
  sum: ofNumbers('sum'),
  mean: ofNumbers('mean'),
  median: ofNumbers('median'),
  deviation: ofNumbers('deviation'),
  min: atEnd('min', ['number', 'date']),
  max: atEnd('max', ['number', 'date']),
  first: atEnd('first', ANY),
  last: atEnd('last', ANY),
} as const satisfies Record<string, MeasureKind>;
export type MeasureName = keyof typeof MEASURES;

/** The measure as its kind alone, so that what some lack can be asked of all. */
export const kindOf = (name: MeasureName): MeasureKind => MEASURES[name];
