import { cellText, isPlainText } from './xml-text';
import { nameCode, nextTag, XmlTag } from './xml-tag';

const T = nameCode('t');
const RUN = nameCode('r');
const PHONETIC = nameCode('rPh');
const SLASH = 0x2f;
const BANG = 0x21;
const QUESTION = 0x3f;

const encoder = new TextEncoder();

/**
 * The text of a shared or inline string: its plain text, else its runs joined; how it is pronounced is left out. The result lies in `bytes`
 * from `start` to `end`, which is the XML itself where it can be.
 */
export class TextRuns {
  bytes: Uint8Array = new Uint8Array(0);
  start = 0;
  end = 0;
  readonly #tag = new XmlTag();

  /** Reads up to the closing tag of that name; gives the place behind it, or -1 where the bytes end before. */
  read(bytes: Uint8Array, from: number, limit: number, closer: number): number {
    const tag = this.#tag;
    let runs = 0;
    let text = '';
    let aside = false;
    let inRun = false;
    let plain = false;
    this.start = this.end = from;
    this.bytes = bytes;
    for (let at = nextTag(bytes, from, limit); at < limit; at = nextTag(bytes, tag.end, limit)) {
      if (!tag.read(bytes, at, limit)) return -1;
      if (tag.closing) {
        if (tag.name === PHONETIC) aside = false;
        if (tag.name === RUN) inRun = false;
        if (tag.name !== closer) continue;
        if (runs > 1) this.#take(text);
        return tag.end;
      }
      if (tag.name === PHONETIC && !tag.empty) aside = true;
      if (tag.name === RUN && !tag.empty) inRun = true;
      if (tag.name !== T || tag.empty || aside) continue;
      const start = tag.end;
      const end = textEnd(bytes, start, limit);
      if (end < 0) return -1;
      tag.end = end;
      // Where there is plain text, runs beside it do not count: so read Excel and others.
      if (plain) continue;
      plain = !inRun;
      runs++;
      if (runs === 1 && isPlainText(bytes, start, end)) {
        this.start = start;
        this.end = end;
        continue;
      }
      if (runs === 1) text = '';
      else if (runs === 2) text = cellText(this.bytes, this.start, this.end);
      text += cellText(bytes, start, end);
      if (runs === 1) this.#take(text);
    }
    return -1;
  }

  #take(text: string): void {
    this.bytes = encoder.encode(text);
    this.start = 0;
    this.end = this.bytes.length;
  }
}

/** Where text ends: at the tag that is neither CDATA nor a comment; -1 where the bytes end before. */
export function textEnd(bytes: Uint8Array, from: number, limit: number): number {
  const aside = new XmlTag();
  let at = nextTag(bytes, from, limit);
  while (at + 1 < limit) {
    const next = bytes[at + 1]!;
    if (next === SLASH || (next !== BANG && next !== QUESTION)) return at;
    if (!aside.read(bytes, at, limit)) return -1;
    at = nextTag(bytes, aside.end, limit);
  }
  return -1;
}
