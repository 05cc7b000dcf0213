import * as v from 'valibot';
import { ColumnName } from '../../recipe/schema';

/** The parts of a date, and what each puts behind the column's name. */
export const SUFFIX = {
  year: 'year',
  quarter: 'quarter',
  month: 'month',
  week: 'week',
  'iso-year': 'iso_year',
  day: 'day_of_month',
  weekday: 'weekday',
  weekend: 'weekend',
  hour: 'hour',
  season: 'season',
  'fiscal-year': 'fiscal_year',
  'fiscal-quarter': 'fiscal_quarter',
  'days-since': 'days_since',
  'days-until': 'days_until',
  age: 'age',
} as const;
export type Part = keyof typeof SUFFIX;
const PARTS = Object.keys(SUFFIX) as Part[];

/** Parts that are counted from or to a day. */
const COUNTED: ReadonlySet<Part> = new Set<Part>(['days-since', 'days-until', 'age']);

export const Params = v.strictObject({
  column: ColumnName,
  parts: v.pipe(
    v.array(v.picklist(PARTS)),
    v.minLength(1),
    v.check((parts) => new Set(parts).size === parts.length, 'a part stands twice'),
  ),
  /** The month, 1 to 12, in which the fiscal year begins; January, if not said. */
  fiscalStart: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))),
  /** Seasons of the southern half of the earth. */
  hemisphere: v.optional(v.literal('south')),
  /** `YYYY-MM-DD` to which days and age are counted; absent or null: the day after the latest date. */
  referenceDate: v.optional(v.nullable(v.string())),
});
export type Params = v.InferOutput<typeof Params>;

/** What the data taught: the day counted to, `YYYY-MM-DD`; nothing where no part needs one. */
export const DatePartsFit = v.nullable(v.object({ referenceDate: v.pipe(v.string(), v.isoDate()) }));
export type DatePartsFit = v.InferOutput<typeof DatePartsFit>;

export const needsReference = ({ parts }: Params): boolean => parts.some((part) => COUNTED.has(part));
export const partColumn = (column: string, part: Part): string => `${column}_${SUFFIX[part]}`;
