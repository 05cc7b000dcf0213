import { counted } from './format';

/** Quantity and price are multiplied; more columns of money are added up. */
export const isTotal = (measure: readonly string[]): boolean => measure.length > 2;

/** What is counted over time: "Quantity × UnitPrice", "Total of 6 columns", "Rows". */
export function measureName({ measure }: { measure: readonly string[] }): string {
  if (measure.length === 0) return 'Rows';
  return isTotal(measure) ? `Total of ${counted(measure.length, 'column')}` : measure.join(' × ');
}
