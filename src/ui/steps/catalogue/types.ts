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
    op: 'merge-date-parts',
    group: 'Types',
    title: 'Make a date of year, month and day',
    about: 'Columns of numbers or month names become one date.',
    words: 'merge combine calendar',
    kinds: [],
    start(columns) {
      const usable = columns.filter(({ kind }) => kind === 'number' || kind === 'text');
      const called = (pattern: RegExp) => usable.find(({ name }) => pattern.test(name))?.name;
      const day = called(/^days?$|^tag$|^jour$/i);
      const year = called(/year|jahr|annee/i) ?? usable[0]?.name ?? '';
      const month =
        called(/month|monat|mois/i) ?? usable.find(({ name }) => name !== year && name !== day)?.name;
      if (month === undefined) return null;
      const taken = new Set(columns.map(({ name }) => name));
      const as = ['date', 'date_made', 'date_of_parts'].find((name) => !taken.has(name)) ?? '';
      return { year, month, ...(day !== undefined && { day }), as };
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
