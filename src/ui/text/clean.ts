import { counted } from './format';

/** "541,909 rows, 8 columns, after 2 steps of your own". */
export const standsSo = (rows: number, columns: number, own: number): string =>
  [
    `${counted(rows, 'row')}, ${counted(columns, 'column')}`,
    ...(own > 0 ? [`after ${counted(own, 'step')} of your own`] : []),
  ].join(', ');

export const CLEAN = {
  headline: 'Every step shows what it changes before it is done.',
  byHand: 'Clean by hand',
  line: 'Choose what is to be done. Nothing changes until you add the step, and all of it can be taken back.',
  find: 'Find a step',
  none: 'No step goes by that word. Try “blank”, “date” or “copies”.',
  added: 'Step added.',
} as const;
