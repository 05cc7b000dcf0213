import type { Finding } from '../../engine/index';
import type { FindingText } from './findings';

type Details = Finding['details'];
const word = (details: Details, key: string): string => String(details[key] ?? '');
const many = (n: number, one: string, more: string): string => (n === 1 ? one : more);

const STORED_AS: Record<string, string> = {
  geometry: 'shapes',
  interval: 'lengths of time',
  variant: 'variants',
};

/** What is said of columns of a file that keeps cells with their kinds. */
export const STORED_TEXTS: Record<string, (details: Details, n: number) => FindingText> = {
  'stored-left-out': (d, n) => ({
    sentence: `${many(n, 'column holds', 'columns hold')} ${STORED_AS[word(d, 'reason')] ?? 'bytes'}: ${word(d, 'columns')}`,
    effect: 'Left out: there is nothing to count or to show.',
  }),
  'stored-faults': (_, n) => ({
    sentence: `${many(n, 'fault', 'faults')} in how the table is stored`,
    effect: 'Rows may be missing or wrong. Export it again from the program that made it.',
  }),
  'stored-wal': () => ({
    sentence: 'file beside this one, ending in -wal, may hold newer rows',
    effect: 'Close the program that writes the database, and open it again.',
  }),
  'stored-json': (d, n) => ({
    sentence: `${many(n, 'column holds a list or a map', 'columns hold lists or maps')}: ${word(d, 'columns')}`,
    effect: 'Kept as text (JSON).',
  }),
  'stored-hex': (d, n) => ({
    sentence: `${many(n, 'column holds', 'columns hold')} bytes: ${word(d, 'columns')}`,
    effect: 'Kept as hexadecimal digits.',
  }),
  'stored-utc': (d, n) => ({
    sentence: `${many(n, 'column is', 'columns are')} kept in UTC: ${word(d, 'columns')}`,
    effect: 'Shown in UTC; no time zone is applied.',
  }),
  'stored-count': (d, n) => ({
    sentence: `${many(n, 'column counts', 'columns count')} seconds or days: ${word(d, 'columns')}`,
    effect: 'Read as dates.',
  }),
};
