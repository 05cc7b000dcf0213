import type { ReadOptions } from '../../engine/index';
import type { Beginning, TooLarge } from '../state/opening.svelte';
import type { TooMuch } from '../state/too-much';
import { bytes, count, inWords, listed, middleCut, short } from './format';

/** "orders.csv · 48.0 MB · about 542 k rows · about 43.4 MB of memory" */
export function readingKicker({ name, bytes: size, rows }: Beginning): string {
  const { sample } = rows.options;
  const parts = [name, bytes(size), `about ${short(rows.estimatedRows)} rows`];
  if (sample) parts.push(sampleWords(sample));
  parts.push(`about ${bytes(rows.expectedBytes / (sample?.every ?? 1))} of memory`);
  return parts.join(' · ');
}

export const readingHeadline = ({ name }: Beginning): string => `Reading ${middleCut(name, 28)}.`;

/** "a sample: one customer in four", "a sample: one row in 12" */
export const sampleWords = ({ every, by }: NonNullable<ReadOptions['sample']>): string =>
  `a sample: one ${by === undefined ? 'row' : 'customer'} in ${inWords(every)}`;

/** Why a file is not read at once. */
export function tooLargeSentence({ file, expectedBytes, room, sample }: TooLarge): string {
  const size = `${file.name} would take about ${bytes(expectedBytes)} of memory as a table; this tab works well up to about ${bytes(room)}.`;
  const whole =
    sample.by === undefined
      ? `One row in ${count(sample.every)} fits: always the same ones.`
      : `One customer in ${count(sample.every)} fits, with all rows of each, by ${sample.by}: always the same ones.`;
  return `${size} ${whole}`;
}

export const readSampleLabel = ({ every, by }: TooLarge['sample']): string =>
  `Read one ${by === undefined ? 'row' : 'customer'} in ${count(every)}`;

/** Why several files are not read at once. `open` is the file that is open. */
export function tooMuchSentence(
  { files, sampled, expectedBytes, room, every, fits }: TooMuch,
  open: string,
): string {
  const names = listed(files.map(({ name }) => middleCut(name, 28)));
  if (fits)
    return `${open} is open as a sample: one customer in ${count(every)}. Of ${names} the same customers can be read.`;
  const size = `${names} would take about ${bytes(expectedBytes)} of memory put together; this tab works well up to about ${bytes(room)}.`;
  const fitting = `One customer in ${count(every)} fits, with all rows of each: always the same ones, in every file.`;
  const nameless = sampled.filter(({ options }) => options.sample && options.sample.by === undefined);
  if (nameless.length === 0) return `${size} ${fitting}`;
  const they = listed(nameless.map(({ file }) => middleCut(file.name, 28)));
  return `${size} ${fitting} ${they} ${nameless.length > 1 ? 'name' : 'names'} no customer: one row in ${count(every)} is read.`;
}

export const tooMuchLabel = ({ every }: TooMuch): string => `Read one customer in ${count(every)}`;
