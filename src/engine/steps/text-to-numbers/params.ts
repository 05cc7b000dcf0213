import * as v from 'valibot';
import { ColumnName } from '../../recipe/schema';

/** What can be told of a text, and what each puts behind the column's name. */
export const SUFFIX = {
  length: 'length',
  words: 'words',
  digits: 'digits',
  capitals: 'capitals',
  contains: 'contains',
  'e-mail-domain': 'domain',
} as const;
export type Part = keyof typeof SUFFIX;
const PARTS = Object.keys(SUFFIX) as Part[];

export const Params = v.strictObject({
  column: ColumnName,
  parts: v.pipe(
    v.array(v.picklist(PARTS)),
    v.minLength(1),
    v.check((parts) => new Set(parts).size === parts.length, 'a part stands twice'),
  ),
  /** What `contains` looks for. */
  find: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(1000))),
  /** Capitals and small letters are one. */
  case: v.optional(v.literal('any')),
});
export type Params = v.InferOutput<typeof Params>;

/** `note_length`, `note_contains_urgent`. */
export const partColumn = ({ column, find }: Params, part: Part): string =>
  part === 'contains' ? `${column}_contains_${find ?? ''}` : `${column}_${SUFFIX[part]}`;
