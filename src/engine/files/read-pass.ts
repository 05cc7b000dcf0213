import type { Work } from '../work';
import type { ColumnFill } from './column-fill';
import type { ExtraColumns } from './extra-columns';
import type { ReadOptions } from './read-options';
import { recordBlocks } from './record-blocks';
import type { ByteSource } from './source';
import { unclosedQuote, type UnclosedQuote } from './unclosed-quote';

/** One way through a whole file, and the columns to be filled on it. */
export interface ReadPass {
  source: ByteSource;
  options: ReadOptions;
  /** Extra columns are added to these while reading. */
  fills: readonly ColumnFill[];
  /** Of the first pass; null later, when all extra columns are known. */
  extras: ExtraColumns | null;
  /** How many cells a record should have. */
  expected: number;
}

/** What a pass told beside its columns. */
export interface PassFacts {
  rows: number;
  unclosed: UnclosedQuote | null;
  /** Records left out because they repeat the names, numbered as rows of the file from 1. */
  repeated?: number[];
}

/** Reads a file from its first record to its last. @throws EngineError `unreadable-file`; Stopped */
export async function readPass(pass: ReadPass, work: Work, sliceBytes?: number): Promise<PassFacts> {
  const facts: PassFacts = { rows: 0, unclosed: null };
  for await (const block of recordBlocks(pass.source, pass.options, work, sliceBytes)) {
    if (block.isHeader) continue;
    pass.extras?.add(block);
    if (block.unclosed >= 0) facts.unclosed = unclosedQuote(block);
    for (const fill of pass.fills) fill.add(block);
    if (block.repeated.length > 0) (facts.repeated ??= []).push(...block.repeated);
    facts.rows += block.rows;
  }
  return facts;
}
