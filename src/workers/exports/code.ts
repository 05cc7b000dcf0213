import { codeOf, type Code, type Target } from '../../engine/index';
import type { Run } from '../on-the-desk';
import type { Finished } from './finished';

/** The recipe, with what was learnt, as a program in another language. */
export interface WrittenCode {
  what: 'code';
  target: Target;
  /** The table of the database that it reads; named after the file, if not said. */
  table?: string;
}

export const CODE_TYPE = 'text/plain;charset=utf-8';

/** The code, and what it does not say as the recipe does. */
export const codeFor = ({ target, table }: WrittenCode, { recipe, outcome }: Run): Code =>
  codeOf({ recipe, fits: outcome.used, target, ...(table !== undefined && { table }) });

/** The code as bytes. */
export async function* writeCode(wanted: WrittenCode, finished: Finished): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(new TextEncoder().encode(codeFor(wanted, finished).text));
}
