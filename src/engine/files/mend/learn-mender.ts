import type { Work } from '../../work';
import { fileHead, withinHead } from '../file-head';
import type { ReadOptions } from '../read-options';
import { cellTexts, sampleBlock } from '../sample-records';
import type { ByteSource } from '../source';
import { utf8Head } from '../sniff';
import { commonest } from '../sniff-delimiter';
import { Mender } from './mender';

const SAMPLE_ROWS = 1000;

/** What mends the records of a file, learnt from its first megabyte so that it does not depend on how it is read. */
export async function learnMender(
  source: ByteSource,
  options: ReadOptions,
  work: Work,
): Promise<Mender | null> {
  const head = await fileHead(source, options, work);
  const whole = head.bytes.length >= head.size;
  const { skip } = withinHead(options, head);
  const utf8 = linesLeftOut(utf8Head(head.bytes, options.encoding, whole), skip);
  const block = sampleBlock(utf8, options, whole, SAMPLE_ROWS);
  block.resolveDoubled(options.quote.charCodeAt(0));
  const records = cellTexts(block);
  const names = options.header ? (options.headerRows ?? 1) : 0;
  const width =
    names > 0 ? Math.max(...records.slice(0, names).map((record) => record.length)) : commonest(records);
  return Mender.of(records.slice(names), width, options);
}

/** The bytes behind the first lines. */
export function linesLeftOut(bytes: Uint8Array, lines: number): Uint8Array {
  let at = 0;
  for (let line = 0; line < lines && at < bytes.length; at++) {
    if (bytes[at] === 0x0a || (bytes[at] === 0x0d && bytes[at + 1] !== 0x0a)) line++;
  }
  return bytes.subarray(at);
}
