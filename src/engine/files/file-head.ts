import type { Work } from '../work';
import { COMMENT_MARKS, commentsAlone } from './comments-alone';
import { firstTellingLine, isBlankLetter } from './first-telling-line';
import { firstLineEnd } from './first-line-end';
import type { ReadOptions } from './read-options';
import { sniffEncoding } from './sniff-encoding';
import type { ByteSource } from './source';
import { hasUtf8Bom, utf8Maker } from './utf8-slices';

/** What a file is judged by: so many of its bytes. */
export const HEAD_BYTES = 1 << 20;
/** More only for the sake of a first line that is longer. */
const MOST_HEAD_BYTES = 8 << 20;

/** The part of a file that it is judged by. */
export interface FileHead {
  bytes: Uint8Array;
  /** Lines above it, blank or comments all of them. */
  lines: number;
  /** Bytes of the file from the beginning of this part to the end. */
  size: number;
}

/**
 * The first megabyte of a file; more where the first line is longer, up to 8 MB. Where that megabyte holds nothing but
 * blank lines, or but comments, it is the one from the first line on that is neither, behind the mark of the file's
 * encoding if it has one; the first one where there is no such line.
 * @throws Stopped
 */
export async function fileHead(
  source: ByteSource,
  chosen: Partial<ReadOptions>,
  work: Work,
): Promise<FileHead> {
  const bytes = await source.read(0, Math.min(HEAD_BYTES, source.size));
  const first: FileHead = { bytes, lines: 0, size: source.size };
  if (bytes.length >= source.size) return first;
  const beside = saysNothing(bytes, chosen);
  if (!beside) return longer(source, first);
  const mark = bytes.slice(0, markLength(bytes));
  const place = await firstTellingLine(source, beside.encoding, mark.length, beside.comment, work);
  if (!place) return first;
  const next = await source.read(place.at, Math.min(place.at + HEAD_BYTES, source.size));
  const size = mark.length + source.size - place.at;
  return longer(source, { bytes: joined(mark, next), lines: place.lines, size });
}

/** How the head alone is to be read: lines to be passed over are those above it too. */
export const withinHead = <T extends Partial<ReadOptions>>(options: T, { lines }: FileHead): T =>
  options.skip === undefined || lines === 0
    ? options
    : { ...options, skip: Math.max(0, options.skip - lines) };

/** How the bytes are to be read on, where they hold nothing but blank lines or comments; null where they say more. */
function saysNothing(bytes: Uint8Array, chosen: Partial<ReadOptions>) {
  const at = bytes.findIndex(
    (byte, index) => byte !== 0 && !isBlankLetter(byte) && index >= markLength(bytes),
  );
  const isMark = COMMENT_MARKS.some((mark) => mark.charCodeAt(0) === bytes[at]);
  if (at >= 0 && (!isMark || chosen.comment === '')) return null;
  if (at < 0 && bytes.every((byte) => byte === 0)) return null;
  const encoding = chosen.encoding ?? sniffEncoding(bytes, false).encoding;
  if (at < 0) return { encoding, comment: undefined };
  const text = new TextDecoder().decode(utf8Maker(encoding)(bytes, false));
  const comment = commentsAlone(text.slice(0, Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1));
  return comment === undefined ? null : { encoding, comment };
}

/** The same with all of its first line and a megabyte of what follows, where that line ends within 8 MB. */
async function longer(source: ByteSource, head: FileHead): Promise<FileHead> {
  let { bytes } = head;
  const more = async (length: number): Promise<Uint8Array> => {
    const from = source.size - head.size;
    const wanted = Math.min(length, head.size);
    return joined(bytes, await source.read(from + bytes.length, from + wanted));
  };
  let end = firstLineEnd(bytes, markLength(bytes));
  while (end < 0 && bytes.length < Math.min(MOST_HEAD_BYTES, head.size)) {
    bytes = await more(bytes.length * 2);
    end = firstLineEnd(bytes, markLength(bytes));
  }
  if (end < 0 || bytes === head.bytes) return head;
  if (bytes.length < end + HEAD_BYTES) bytes = await more(end + HEAD_BYTES);
  return { ...head, bytes };
}

/** Bytes of the mark that says how a file is encoded. */
function markLength(bytes: Uint8Array): number {
  if (hasUtf8Bom(bytes)) return 3;
  return bytes[0]! >= 0xfe && bytes[0]! + bytes[1]! === 0xff + 0xfe ? 2 : 0;
}

function joined(one: Uint8Array, other: Uint8Array): Uint8Array {
  const whole = new Uint8Array(one.length + other.length);
  whole.set(one);
  whole.set(other, one.length);
  return whole;
}
