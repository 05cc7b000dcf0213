import type { RecipeStep, StepEffect } from '../../engine/index';
import { counted, shareInFull } from './format';

type Params = RecipeStep['params'];
const USUAL = 5;
const binsIn = ({ bins }: Params): number => (typeof bins === 'number' ? bins : USUAL);

const WAYS: Record<string, (bins: number) => string> = {
  width: (bins) => `into ${bins} bins of equal width`,
  count: (bins) => `into ${bins} bins of equal count`,
  round: (bins) => `into about ${bins} bins with round limits`,
  deviations: () => 'into bins by standard deviations',
  natural: (bins) => `into ${bins} bins at natural breaks`,
  own: () => 'into bins by own limits',
};

/** "Put spend into 5 bins of equal count", before it has run. */
export const binSentence = (params: Params): string =>
  `Put ${String(params.column)} ${WAYS[String(params.by)]?.(binsIn(params)) ?? 'into bins'}`;

const METHODS: Record<string, string> = {
  width: 'The range in equal parts.',
  count: 'As many in each as equal values allow: they stay together.',
  round: 'Multiples of 1, 2 or 5 times a power of ten.',
  deviations: 'Parted at the mean and at 1 and 2 standard deviations from it.',
  natural: 'Values in a bin as near their mean as can be (Jenks, Fisher).',
  own: 'A limit belongs to the bin above it.',
};
export const binMethod = ({ by }: Params): string => METHODS[String(by)] ?? '';

/** Counts worth a sentence. */
export const BIN_DETAILS = [
  {
    op: 'bin',
    key: 'below',
    sentence: (n: number) =>
      `${counted(n, 'value')} ${n === 1 ? 'is' : 'are'} less than any learnt from: in the first bin.`,
  },
  {
    op: 'bin',
    key: 'above',
    sentence: (n: number) =>
      `${counted(n, 'value')} ${n === 1 ? 'is' : 'are'} greater than any learnt from: in the last bin.`,
  },
];

export const BIN_NOTES: Record<string, string> = {
  'fewer-bins': 'Fewer bins than asked for, because too many values are equal.',
  'breaks-of-sample': 'Breaks were looked for among 10,000 values, taken evenly by rank.',
};

/** "4 bins.", and what the step would note, before it is done. */
export function binsAhead({ op, counts, notes }: Pick<StepEffect, 'op' | 'counts' | 'notes'>): string[] {
  if (op !== 'bin') return [];
  return [`${counted(counts.bins ?? 0, 'bin')}.`, ...notes.flatMap((note) => BIN_NOTES[note] ?? [])];
}

export const BINS = {
  bin: 'Bin',
  values: 'Values',
  share: 'Share',
  add: 'Add a limit',
  own: 'Move these limits by hand',
  picture: (column: string) => `How the values of ${column} lie. The table below has what each bin holds.`,
};

/** A bin's label as it is read: minus signs as those of its limits, "−5 to −1". */
export const binLabel = (label: string): string => label.replace(/(^|\s)-(?=\d)/g, '$1\u2212');

export const binShare = (values: number, of: number): string => shareInFull(of === 0 ? 0 : values / of);

/** "Limit 2 of 3". */
export const limitName = (at: number, of: number): string => `Limit ${at + 1} of ${of}`;

/** "10: 312 values in the bin below, 88 in the bin above". */
export const limitSaid = (limit: string, below: number, above: number): string =>
  `${limit}: ${counted(below, 'value')} in the bin below, ${counted(above, 'value')} in the bin above`;

/** "Drag a limit, or move it by the arrow keys, 0.5 at a time; or write it in the field." */
export const moveHint = (step: string): string =>
  `Drag a limit, move it by the arrow keys (${step} at a time), or write it under Limits.`;

export const removeLimit = (limit: string): string => `Remove the limit ${limit}`;
