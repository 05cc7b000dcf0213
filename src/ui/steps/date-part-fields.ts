export const DATE_PARTS = [
  { value: 'year', label: 'Year' },
  { value: 'quarter', label: 'Quarter' },
  { value: 'month', label: 'Month' },
  { value: 'week', label: 'Week (ISO)' },
  { value: 'iso-year', label: 'Year of the week' },
  { value: 'day', label: 'Day of the month' },
  { value: 'weekday', label: 'Weekday, 1 to 7' },
  { value: 'weekend', label: 'Weekend, 0 or 1' },
  { value: 'hour', label: 'Hour' },
  { value: 'season', label: 'Season' },
  { value: 'fiscal-year', label: 'Fiscal year' },
  { value: 'fiscal-quarter', label: 'Fiscal quarter' },
  { value: 'days-since', label: 'Days since' },
  { value: 'days-until', label: 'Days until' },
  { value: 'age', label: 'Age in years' },
];

export const isFiscal = (part: string): boolean => part.startsWith('fiscal-');

/** Whether a part is counted from or to a day. */
export const counts = (part: string): boolean => ['days-since', 'days-until', 'age'].includes(part);

const NAMES = 'January February March April May June July August September October November December'.split(
  ' ',
);
export const MONTHS = NAMES.map((label, at) => ({ value: String(at + 1), label }));
