import { writtenClock } from '../table/build/written-clock';
import { isMissing, type TextColumn } from '../table/columns';
import { DAY } from '../steps/parts/calendar';
import type { ColumnFacts } from './column-facts';
import type { Examined } from './findings';
import { collectRows } from './row-collector';
import { mostTexts } from './text-numbers';
import type { Finding } from './understanding';

/** So many of the distinct texts must be times of day. */
const NEARLY_ALL = 0.99;
const SAYS_TIME =
  /\b(times?|zeit|uhrzeit|heure|hora|ora|orario|tijd|tijdstip|uur|clock|klokkeslett|godzina)\b/;
/** Lengths of time look like times of day. */
const SAYS_LENGTH =
  /\b(duration|dauer|duree|duracion|durata|duur|length|elapsed|spent|session|call|hours|worked|lead|wait\w*)\b/;
const SAYS_DATE = /\b(dates?|datum|day|tag|jour|fecha|data|dia|giorno|dag)\b/;
/** Programs that keep times alone as moments put them on their first day: 30 Dec 1899, 1 Jan 1900, 1 Jan 1970. */
const FIRST_DAYS = new Set([-25_569, -25_568, -25_567, 0]);

/** Columns of times of day that stand beside a column of days, which their step puts together. Counts rows with both. */
export async function timesApart({ facts, work }: Examined): Promise<Finding[]> {
  const found: Finding[] = [];
  const taken = new Set<string>();
  for (const times of facts.filter(holdsTimes)) {
    const days = partnerOf(times, facts);
    if (!days || taken.has(days.name)) continue;
    taken.add(days.name);
    const both = (row: number) => !isMissing(times.column, row) && !isMissing(days.column, row);
    const { count } = await collectRows(times.rows, work, both);
    const params = { date: days.name, time: times.name };
    const effect = { count, of: 'cells' as const };
    found.push({
      code: 'times-apart', count, details: params, rows: null,
      remedy: { op: 'merge-date-time', params, effect },
    }); // prettier-ignore
  }
  return found;
}

function holdsTimes({ kind, column, words, identifier, min, max, distinct }: ColumnFacts): boolean {
  if (distinct < 2 || SAYS_LENGTH.test(words)) return false;
  if (kind === 'date') {
    const day = Math.floor(min! / DAY);
    return FIRST_DAYS.has(day) && Math.floor(max! / DAY) === day;
  }
  return !identifier && column.kind === 'text' && nearlyAllTimes(column);
}

/** A look at some of the texts spares reading all of a column of words. */
function nearlyAllTimes(column: TextColumn): boolean {
  if (!mostTexts(column, NEARLY_ALL, isTime)) return false;
  const { dictionary } = column;
  let times = 0;
  for (let code = 0; code < dictionary.size; code++) if (isTime(dictionary.text(code))) times++;
  return times >= dictionary.size * NEARLY_ALL;
}

const isTime = (text: string): boolean => writtenClock(text) !== null;

/** The days of these times: of the same name, else the only column of days, else the one in front of them. */
function partnerOf(times: ColumnFacts, facts: readonly ColumnFacts[]): ColumnFacts | null {
  const days = facts.filter((one) => one !== times && holdsDays(one));
  const stem = stemOf(times.words);
  const same = days.filter(({ words }) => stemOf(words) === stem);
  if (same.length === 1) return same[0]!;
  const at = facts.indexOf(times);
  const beside = days.find((one) => facts.indexOf(one) === at - 1) ?? null;
  if (!SAYS_TIME.test(times.words)) return beside;
  return days.length === 1 ? days[0]! : beside;
}

/** "order date" and "order time" both give "order". */
const stemOf = (words: string): string =>
  words
    .replace(new RegExp(SAYS_TIME, 'g'), '')
    .replace(new RegExp(SAYS_DATE, 'g'), '')
    .replace(/\s+/g, ' ')
    .trim();

/** Dates without a time of day, or all at midnight. */
function holdsDays({ column, missing, rows }: ColumnFacts): boolean {
  if (column.kind !== 'date' || missing === rows) return false;
  return !column.hasTime || column.values.every((ms) => ms !== ms || ms % DAY === 0);
}
