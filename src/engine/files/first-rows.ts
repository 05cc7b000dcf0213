import { TextBuilder } from '../table/build/text-builder';
import type { Kind } from '../table/columns';
import type { Work } from '../work';
import { expectedBytes } from './expected-bytes';
import { headerNames } from './header-names';
import { planColumns } from './plan-columns';
import type { DialectEvidence } from './dialect-evidence';
import type { ReadOptions } from './read-options';
import { fileHead, HEAD_BYTES, withinHead } from './file-head';
import { sniffHead, tailOf, type ReadChoice } from './read-table';
import { recordBlocks } from './record-blocks';
import type { Sniffed } from './sniff';
import { bytesSource, withHead, type ByteSource } from './source';
import { AS_WRITTEN, tableHead } from './spreadsheet-source';

/** What the first megabyte of a file shows of the table to come. */
export interface FirstRows {
  options: ReadOptions;
  /** What the options rest on. */
  evidence: DialectEvidence;
  names: readonly string[];
  /** What each column is taken for so far; a cell further down may make text of it. */
  kinds: readonly Kind[];
  /** At most 50 rows, cells as they stand in the file after unquoting; a row has as many cells as it has. */
  rows: readonly (readonly string[])[];
  /** Rows of the whole file, by the mean length of those seen; exact where all were seen. */
  estimatedRows: number;
  /** Bytes that the table's columns will take, by what was seen of their kinds and distinct texts. */
  expectedBytes: number;
}

const SHOWN_ROWS = 50;

/** A look at the beginning of a file. */
export interface FirstLook {
  rows: FirstRows;
  /** The file, with what was seen of it at hand. */
  source: ByteSource;
  /** What was concluded from it, for the one who reads the file next; null where a sheet was looked at. */
  sniffed: Sniffed | null;
}

/**
 * Looks at the first megabyte of a delimited file or of a sheet of an .xlsx file, whatever its size.
 * @throws EngineError `empty-file`, `not-a-table` (other spreadsheets too), `one-column`, `unreadable-file`; Stopped
 */
export async function firstLook(source: ByteSource, choice: ReadChoice, work: Work): Promise<FirstLook> {
  const ready = withHead(source, await source.read(0, Math.min(HEAD_BYTES, source.size)));
  const sheet = await tableHead(ready, choice.options ?? {}, work);
  if (!sheet) return { ...(await firstOf(ready, choice, work)), source: ready };
  const asWritten = { ...choice, options: { ...choice.options, ...AS_WRITTEN } };
  return { ...(await firstOf(sheet, asWritten, work)), sniffed: null, source: ready };
}

/** The rows of such a look. @throws EngineError as `firstLook` does; Stopped */
export const firstRows = async (source: ByteSource, choice: ReadChoice, work: Work): Promise<FirstRows> =>
  (await firstLook(source, choice, work)).rows;

async function firstOf(
  source: ByteSource,
  choice: ReadChoice,
  work: Work,
): Promise<Omit<FirstLook, 'source'>> {
  const head = await fileHead(source, choice.options ?? {}, work);
  const sniffed = sniffHead(head, source, choice, await tailOf(source));
  const { options, records, width } = sniffed;
  const top = options.header ? 1 : 0;
  const header = top ? (records[0] ?? []) : null;
  const { names } = headerNames(header, header ? header.length : width);
  const plans = await planColumns(names, sniffed, choice, work);
  const kinds = plans.map((plan): Kind => plan.candidates[0]?.kind ?? 'text');
  const texts = kinds.map((kind) => (kind === 'text' ? new TextBuilder() : null));
  let seen = 0;
  // Notes at the end of the file are not in its first megabyte.
  const own = withinHead(options, head);
  const within = head.size > head.bytes.length ? { ...own, footer: undefined } : own;
  for await (const block of recordBlocks(bytesSource(source.name, head.bytes), within, work)) {
    if (block.isHeader) continue;
    texts.forEach((text, position) => text?.add(block, position));
    seen += block.rows;
  }
  const estimatedRows = Math.round((seen * head.size) / head.bytes.length);
  const columns = texts.map((text, at) => text?.finish() ?? (kinds[at] as Exclude<Kind, 'text'>));
  return {
    sniffed,
    rows: {
      options,
      evidence: sniffed.evidence,
      names,
      kinds,
      rows: records.slice(top, top + SHOWN_ROWS),
      estimatedRows,
      expectedBytes: expectedBytes(columns, seen, estimatedRows),
    },
  };
}
