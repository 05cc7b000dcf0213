import { counted } from './format';

/** "541,909 rows, 8 columns, after 2 steps of your own". */
export const standsSo = (rows: number, columns: number, own: number): string =>
  [
    `${counted(rows, 'row')}, ${counted(columns, 'column')}`,
    ...(own > 0 ? [`after ${counted(own, 'step')} of your own`] : []),
  ].join(', ');

/** Words of the steps that are added by hand, in each place where they are. */
export const BY_HAND = {
  clean: {
    title: 'Clean by hand',
    line: 'Choose what is to be done. Nothing changes until you add the step, and all of it can be taken back.',
    seek: 'blank, date, copies',
  },
  features: {
    title: 'Make a column',
    line: 'Choose what is to be made. You see it before it is added, and all of it can be taken back.',
    seek: 'bin, formula, weekday',
  },
  find: 'Find a step',
  none: 'No step goes by that word. Try “blank”, “date” or “bin”.',
  noColumn: 'No column here that it could be done on.',
  /** Of a step that needs other rows. */
  rowsAre: {
    customers: 'The rows here are customers already, not orders.',
    orders: 'The rows here are orders, not customers.',
  },
  added: 'Step added.',
} as const;
