import { num, text, type Details } from './error-words';
import { count, counted } from './format';
import type { ErrorText } from './errors';
import { segmentLetter } from '../parts/segment-letter';

const TO_RECIPE = { label: 'Open the recipe', step: { do: 'open-recipe' } } as const;

/** What goes wrong where segments are found, or changed by hand. */
export const SEGMENT_ERRORS = {
  'no-segments': (_: Details, __: string, step: number | null): ErrorText => ({
    sentence: `${step === null ? 'The step' : `Step ${step + 2}`} changes segments, and no step before it makes any. Switch it off, or switch the grouping on.`,
    next: [TO_RECIPE],
  }),
  'no-such-segment': (d: Details, _: string, step: number | null): ErrorText => ({
    sentence: `${step === null ? 'The step' : `Step ${step + 2}`} changes segment ${segmentLetter(num(d, 'segment') ?? 1)}, and there ${num(d, 'k') === 1 ? 'is only one segment' : `are only ${count(num(d, 'k') ?? 0)} segments`} before it. Delete it, or choose another number of segments.`,
    next: [TO_RECIPE],
  }),
  'no-such-cut': (d: Details): ErrorText => {
    const [k, nearest] = [num(d, 'k') ?? 2, num(d, 'nearest') ?? 1];
    const next =
      nearest < 2 ? [] : [{ label: `Use ${nearest}`, step: { do: 'segments', k: nearest } } as const];
    return {
      sentence: `These customers cannot be grouped into ${count(k)} segments in this way: one would have nobody in it.${nearest < 2 ? '' : ` Choose ${nearest}.`}`,
      next,
    };
  },
  'no-such-axis': (d: Details): ErrorText => ({
    sentence: `The shape was drawn on direction ${count(num(d, 'axis') ?? 3)} of the map, and customers are grouped by ${counted(num(d, 'columns') ?? 1, 'column')} only. Delete the step.`,
    next: [TO_RECIPE],
  }),
  'nobody-inside': (d: Details): ErrorText => ({
    sentence: `Nobody is inside the shape drawn for ${text(d, 'name', '') || 'the segment'} on this map. Delete the step, or draw it anew.`,
    next: [TO_RECIPE],
  }),
  'cannot-split': (d: Details): ErrorText => {
    const customers = num(d, 'customers') ?? 0;
    const distinct = num(d, 'distinct') ?? customers;
    const differ = distinct < customers ? `, of whom ${count(distinct)} differ` : '';
    const alike = distinct === 1 && customers > 1 ? ', all alike' : differ;
    return {
      sentence: `${text(d, 'name', 'The segment')} has ${counted(customers, 'customer')}${alike}: too few to be split in ${count(num(d, 'into') ?? 2)}.`,
      next: [],
    };
  },
};
