import { isoWeek, noMoment, takeApart, weekday, type Moment } from './moment';
import { DAY } from '../parts/calendar';
import type { Params, Part } from './params';

/** The seasons a part of a year is in words; a code is a place in the list. */
export const SEASONS = ['winter', 'spring', 'summer', 'autumn'];

type PartOf = (moment: Moment) => number;

const CALENDAR: Partial<Record<Part, PartOf>> = {
  year: ({ year }) => year,
  quarter: ({ month }) => Math.ceil(month / 3),
  month: ({ month }) => month,
  week: ({ day }) => isoWeek(day).week,
  'iso-year': ({ day }) => isoWeek(day).year,
  day: ({ dayOfMonth }) => dayOfMonth,
  weekday: ({ day }) => weekday(day),
  weekend: ({ day }) => Number(weekday(day) > 5),
  hour: ({ hour }) => hour,
};

/** One part of a moment as a number; NaN for an age of whoever is not born yet. `reference`: a day since 1970-01-01. */
export function partOf(part: Part, { fiscalStart = 1, hemisphere }: Params, reference: number): PartOf {
  const calendar = CALENDAR[part];
  if (calendar) return calendar;
  switch (part) {
    case 'season':
      // December, January and February are one.
      return ({ month }) => (Math.floor((month % 12) / 3) + (hemisphere === 'south' ? 2 : 0)) % 4;
    case 'fiscal-year':
      return ({ year, month }) => year + Number(fiscalStart > 1 && month >= fiscalStart);
    case 'fiscal-quarter':
      return ({ month }) => Math.floor(((month - fiscalStart + 12) % 12) / 3) + 1;
    case 'days-since':
      return ({ day }) => reference - day;
    case 'days-until':
      return ({ day }) => day - reference;
    default:
      return ageAt(reference);
  }
}

/** Whole years; who is born on 29 February has a birthday on 1 March where there is none. */
function ageAt(reference: number): PartOf {
  const at = noMoment();
  takeApart(reference * DAY, at);
  return ({ day, year, month, dayOfMonth }) => {
    if (day > reference) return NaN;
    const before = at.month < month || (at.month === month && at.dayOfMonth < dayOfMonth);
    return at.year - year - Number(before);
  };
}
