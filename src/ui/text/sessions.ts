import type { SessionInfo } from '../../workers/api';
import { bytes, counted, date } from './format';

const DAY_MS = 86_400_000;

/** Local midnight before the moment. */
function dayOf(ms: number): number {
  const day = new Date(ms);
  return Date.UTC(day.getFullYear(), day.getMonth(), day.getDate());
}

/** "today", "yesterday", else the date on the person's own calendar. */
export function changedOn(changed: number, now: number): string {
  const days = Math.round((dayOf(now) - dayOf(changed)) / DAY_MS);
  return days <= 0 ? 'today' : days === 1 ? 'yesterday' : date(dayOf(changed));
}

/** "3 segments · yesterday" */
export function sessionFacts({ segments, changed }: SessionInfo, now: number): string {
  const made = segments === null ? 'no segments yet' : counted(segments, 'segment');
  return `${made} · ${changedOn(changed, now)}`;
}

/** "541,909 rows × 8 columns · 48.0 MB" */
export const sessionSize = (info: SessionInfo): string =>
  `${counted(info.rows, 'row')} × ${counted(info.columns, 'column')} · ${bytes(info.bytes)}`;
