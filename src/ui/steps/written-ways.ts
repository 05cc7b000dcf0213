import type { Params } from './step-form';

/** How numbers may be written: an example of it, or the mark before the fraction alone. */
export const NUMBER_WAYS: readonly { value: string; label: string }[] = [
  { value: '', label: 'with a point: 1234.5' },
  { value: ',', label: 'with a comma: 1234,5' },
  { value: '1,234.56 €', label: 'in euros: 1,234.56 €' },
  { value: '1.234,56 €', label: 'in euros: 1.234,56 €' },
  { value: '$1,234.56', label: 'in dollars: $1,234.56' },
  { value: '£1,234.56', label: 'in pounds: £1,234.56' },
  { value: '1,234.56 %', label: 'in per cent: 12.5 % is 0.125' },
  { value: '1.234,56 %', label: 'in per cent: 12,5 % is 0.125' },
];

/** How dates may be written: which of day, month and year comes first, or one pattern. */
export const DATE_WAYS: readonly { value: string; label: string }[] = [
  { value: '', label: 'year, month, day' },
  { value: 'dmy', label: 'day, month, year' },
  { value: 'mdy', label: 'month, day, year' },
  { value: 'excel-serial', label: 'as a spreadsheet counts days: 45292' },
  { value: 'epoch-seconds', label: 'as seconds since 1970' },
  { value: 'epoch-milliseconds', label: 'as milliseconds since 1970' },
];

const ORDERS: readonly string[] = ['dmy', 'mdy'];

/** The way among the choices of a step. */
export function wayOf({ to, format, decimal, order }: Params): string {
  if (typeof format === 'string') return format;
  if (to === 'number') return decimal === ',' ? ',' : '';
  return typeof order === 'string' && ORDERS.includes(order) ? order : '';
}

/** The choices that say the way; what said it before stays as it was where the way is the same. */
export function paramsOf(to: string, way: string, before: Params): Params {
  if (to !== 'number' && to !== 'date') return {};
  if (to === before.to && way === wayOf(before)) {
    const { format, decimal, order } = before;
    return Object.fromEntries(
      Object.entries({ format, decimal, order }).filter(([, value]) => value !== undefined),
    );
  }
  if (way === '') return {};
  if (to === 'number') return way === ',' ? { decimal: ',' } : { format: way };
  return ORDERS.includes(way) ? { order: way } : { format: way };
}
