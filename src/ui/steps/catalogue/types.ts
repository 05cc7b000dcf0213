import { ANY_KIND, chosenOrFirst, type CatalogueEntry } from './entry';

export const TYPES: readonly CatalogueEntry[] = [
  {
    op: 'change-type',
    group: 'Types',
    title: 'Read a column as something else',
    about: 'Text as numbers, money, per cent or dates; what does not fit is listed and becomes blank.',
    words: 'type kind convert cast parse number date currency money percent',
    kinds: ANY_KIND,
    start(columns, chosen) {
      const column = chosenOrFirst(columns, chosen, ANY_KIND);
      const kind = columns.find(({ name }) => name === column)?.kind;
      return column === null ? null : { column, to: kind === 'text' ? 'number' : 'text' };
    },
  },
  {
    op: 'split-date-time',
    group: 'Types',
    title: 'Split into day and time',
    about: 'The day as a date and the time of day as text, beside the column itself.',
    words: 'date clock hour separate',
    kinds: ['date'],
    start(columns, chosen) {
      const column = chosenOrFirst(columns, chosen, ['date']);
      return column === null ? null : { column };
    },
  },
  {
    op: 'merge-date-time',
    group: 'Types',
    title: 'Put day and time together',
    about: 'The time of one column joins the day of another.',
    words: 'date clock merge combine',
    kinds: ['date'],
    start(columns, chosen) {
      const date = chosenOrFirst(columns, chosen, ['date']);
      const times = columns.filter(({ name, kind }) => kind === 'text' && /time|uhr|hour/i.test(name));
      const time = times[0] ?? columns.find(({ kind }) => kind === 'text');
      return date === null || !time ? null : { date, time: time.name };
    },
  },
];
