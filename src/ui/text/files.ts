import type { ReadReport } from '../../engine/index';
import { counted } from './format';

/** "orders.csv", or "oct.csv and 2 more" where the rows of several files were put together. */
export function filesName({ name, files }: Pick<ReadReport, 'name' | 'files'>): string {
  const more = (files?.length ?? 1) - 1;
  return more > 0 ? `${name} and ${counted(more, 'more', 'more')}` : name;
}

/** The file's name without its ending. */
const base = (file: string): string => file.replace(/\.[^.]+$/, '');

const slug = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-|-$/g, '');

/** Names of what is downloaded, made from the name of the file that was opened. */
export const customersFile = (file: string, ending = 'csv'): string => `${base(file)}-customers.${ending}`;
export const labelledFile = (file: string, ending = 'csv'): string => `${base(file)}-labelled.${ending}`;
export const segmentFile = (file: string, letter: string, name: string, ending = 'csv'): string =>
  `${base(file)}-${letter.toLowerCase()}-${slug(name)}.${ending}`;
export const segmentsFile = (file: string): string => `${base(file)}-segments.zip`;
/** "orders-klaviyo.csv": for a service, a zip where it is several files. */
export const campaignFile = (file: string, service: string, ending: 'csv' | 'zip'): string =>
  `${base(file)}-${service}.${ending}`;
export const reportFile = (file: string): string => `${base(file)}-report.html`;
/** "orders-star.zip": tables for a BI tool. */
export const starFile = (file: string): string => `${base(file)}-star.zip`;
/** By its name, where it has one. */
export const recipeFile = (file: string, name?: string): string =>
  `${(name !== undefined && slug(name)) || base(file)}.recipe.json`;
/** Steps to use again, by their name. */
export const stepsFile = (name: string): string => `${slug(name) || 'own'}.steps.json`;
/** "spring.tessera": work as a file. Whole, or without rows. */
export const sessionFile = (name: string, content: 'session' | 'model'): string =>
  `${base(name)}${content === 'model' ? '-without-rows' : ''}.tessera`;
export const modelFile = (file: string): string => `${base(file)}.model.json`;
/** "october-new.csv": a list of customers that changed. */
export const changedFile = (file: string, what: string): string => `${base(file)}-${slug(what)}.csv`;
