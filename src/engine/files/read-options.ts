import * as v from 'valibot';

/** How a delimited text file is to be understood: what the sniffing concluded, or what the user said instead. */
export const ReadOptions = v.object({
  /** Label of the Encoding Standard: `utf-8`, `utf-16le`, `utf-16be`, `windows-1252` … */
  encoding: v.string(),
  /** One character, or `whitespace` for runs of blanks and tabs. */
  delimiter: v.string(),
  quote: v.string(),
  /** What makes the next character stand for itself inside a cell, such as a backslash; none if absent. */
  escape: v.optional(v.string()),
  /** Whether blanks in front of a cell do not count: `a, "b"`. They do if absent. */
  trim: v.optional(v.boolean()),
  /** What a line to pass over begins with, such as `#`; none if absent. */
  comment: v.optional(v.string()),
  /** Lines above the header to pass over. */
  skip: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** Whether the first line after `skip` names the columns. */
  header: v.boolean(),
  /** How many lines name the columns together; one if absent. */
  headerRows: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  /** Lines at the end of the file to pass over, blank ones not counted; none if absent. */
  footer: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  /** Whether rows with too many or too few cells are cut anew so that they look like the others; not if absent. */
  mend: v.optional(v.boolean()),
  /** Whether records below the header that repeat its names are left out; they are rows if absent. */
  dropRepeats: v.optional(v.boolean()),
  decimal: v.picklist(['.', ',']),
  /** Spellings that mean a missing cell, beside the empty one. */
  missing: v.array(v.string()),
  /** The sheet of a spreadsheet; other files have none. */
  sheet: v.optional(v.string()),
  /** Only a part is read: one row in `every`, or all rows of one in `every` of the values of the column `by`. */
  sample: v.optional(
    v.object({ every: v.pipe(v.number(), v.integer(), v.minValue(2)), by: v.optional(v.string()) }),
  ),
});
export type ReadOptions = v.InferOutput<typeof ReadOptions>;
