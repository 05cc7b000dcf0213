/** What stands in a place that has nothing to show yet. */
export const EMPTY = {
  segments: 'No segments yet. They come from the file you have open: one button, a few seconds.',
  export: 'Make segments first; the list, the report and the CRM files wait here.',
  recipe: 'Everything you do appears here as a sentence, and can be taken back.',
  sessions: 'No stored work on this device.',
  button: 'Segment my customers',
} as const;

export const STOPPED = 'Stopped. The table is as it was.';
