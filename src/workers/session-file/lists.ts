import * as v from 'valibot';
import type { KeptLists } from '../kept-lists';

const Texts = v.array(v.pipe(v.string(), v.maxLength(100_000)));

const Look = v.object({
  format: v.picklist(['csv', 'xlsx', 'parquet']),
  csv: v.object({
    delimiter: v.picklist([',', ';', '\t']),
    decimal: v.picklist(['.', ',']),
    encoding: v.picklist(['utf-8', 'utf-8-bom', 'windows-1252']),
    dates: v.picklist(['iso', 'excel', 'day-first', 'month-first', 'dotted']),
    guard: v.boolean(),
  }),
});

/** What was chosen for lists, as it stands in a session file. */
const KeptSchema = v.object({
  look: v.nullable(Look),
  columns: v.nullable(Texts),
  segments: v.nullable(Texts),
  rowColumns: v.nullable(Texts),
  rowGuard: v.boolean(),
});

/** Absent in files of before, and where nothing was chosen; nobody's file is refused for a format we do not know. */
export const ListsSchema = v.fallback(v.optional(KeptSchema), undefined);

/** The part of a state or a description that holds it; nothing where there is none. */
export const withLists = ({ lists }: { lists?: KeptLists | undefined }) => (lists ? { lists } : {});
