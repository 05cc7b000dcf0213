import type { Preflight, ReadReport, SegmentProfile } from '../../engine/index';
import { segmentLetter } from '../parts/segment-letter';
import { fileName, stemOf } from './file-name';
import { counted } from './format';

type ProfileFile = Preflight['files'][number];

/** "orders.csv", or "oct.csv and 2 more" where the rows of several files were put together. */
export function filesName({ name, files }: Pick<ReadReport, 'name' | 'files'>): string {
  const more = (files?.length ?? 1) - 1;
  return more > 0 ? `${name} and ${counted(more, 'more', 'more')}` : name;
}

/** Names of what is downloaded: what was opened, what it is, and of which part; by one rule, `fileName`. */
const named = (file: string, what: readonly string[], ending: string): string =>
  fileName([stemOf(file), ...what], ending);

export const customersFile = (file: string, ending = 'csv'): string => named(file, ['customers'], ending);
export const labelledFile = (file: string, ending = 'csv'): string => named(file, ['labelled'], ending);
/** "orders-a-champions.csv" */
export const segmentFile = (
  file: string,
  { id, name }: Pick<SegmentProfile, 'id' | 'name'>,
  ending = 'csv',
): string => named(file, [letterOf(id), name], ending);
export const segmentsFile = (file: string): string => named(file, ['segments'], 'zip');
/** "orders-meta.zip": several files of a service. */
export const campaignZip = (file: string, service: string): string => named(file, [service], 'zip');
/** "orders-klaviyo.csv", "orders-klaviyo-2.csv", "orders-meta-a-champions.csv": those files, each by what it holds. */
export const campaignFiles = (
  file: string,
  service: string,
  files: readonly Pick<ProfileFile, 'segment' | 'part'>[],
  segments: readonly Pick<SegmentProfile, 'id' | 'name'>[],
): string[] =>
  files.map(({ segment, part }) => {
    const found = segments.find(({ id }) => id === segment);
    const of = found ? [letterOf(found.id), found.name] : [];
    return named(file, [service, ...of, ...(part === null ? [] : [String(part)])], 'csv');
  });
export const reportFile = (file: string): string => named(file, ['report'], 'html');
/** "orders-star.zip": tables for a BI tool. */
export const starFile = (file: string): string => named(file, ['star'], 'zip');
/** "orders-segments.duckdb.sql": the recipe in another language. */
export const codeFile = (file: string, ending: string): string => named(file, ['segments'], ending);
/** By its name, where it has one. */
export const recipeFile = (file: string, name = ''): string =>
  /[\p{L}\p{N}]/u.test(name) ? fileName([name], 'recipe.json') : named(file, [], 'recipe.json');
/** Steps to use again, by their name. */
export const stepsFile = (name: string): string => fileName([name], 'steps.json');
/** "spring.tessera": work as a file. Whole, or without rows. */
export const sessionFile = (name: string, content: 'session' | 'model'): string =>
  named(name, content === 'model' ? ['without rows'] : [], 'tessera');
export const modelFile = (file: string): string => named(file, [], 'model.json');
/** "october-new.csv": a list of customers that changed. */
export const changedFile = (file: string, what: string): string => named(file, [what], 'csv');

/** The letter a segment has on screen; from the 27th on, where they are all used up, its number. */
const letterOf = (id: number): string => (id > 26 ? String(id) : segmentLetter(id));
