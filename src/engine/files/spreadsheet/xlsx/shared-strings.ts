import { EngineError } from '../../../errors';
import { needsQuotes, writeQuoted } from '../sheet-lines';
import type { Scan } from './part-window';
import { TextRuns } from './text-runs';
import { nameCode, nextTag, XmlTag } from './xml-tag';

const ITEM = nameCode('si');
const MOST_BYTES = 1_000_000_000;
const FIRST_BYTES = 1 << 16;

/** The strings that cells refer to by number, as delimited text writes them, end to end. */
export class SharedStrings {
  bytes = new Uint8Array(FIRST_BYTES);
  /** String n lies from `ends[n]` to `ends[n + 1]`. */
  ends = new Uint32Array(1 << 12);
  count = 0;

  constructor(readonly file: string) {}

  /** Takes the strings of a piece of `sharedStrings.xml`. @throws EngineError `file-too-large` */
  scan(): Scan {
    const tag = new XmlTag();
    const runs = new TextRuns();
    return (bytes, from, limit) => {
      let at = nextTag(bytes, from, limit);
      while (at < limit) {
        if (!tag.read(bytes, at, limit)) return at;
        let end = tag.end;
        if (tag.name === ITEM && !tag.closing) {
          if (tag.empty) this.#add(bytes, 0, 0);
          else {
            end = runs.read(bytes, tag.end, limit, ITEM);
            if (end < 0) return at;
            this.#add(runs.bytes, runs.start, runs.end);
          }
        }
        at = nextTag(bytes, end, limit);
      }
      return limit;
    };
  }

  #add(bytes: Uint8Array, start: number, end: number): void {
    const from = this.ends[this.count]!;
    const most = from + (end - start) * 2 + 2;
    if (most > this.bytes.length) this.#growBytes(most);
    let to = from;
    if (end > start && needsQuotes(bytes, start, end)) to = writeQuoted(this.bytes, from, bytes, start, end);
    else for (let at = start; at < end; at++) this.bytes[to++] = bytes[at]!;
    this.count++;
    if (this.count >= this.ends.length) {
      const grown = new Uint32Array(this.ends.length * 2);
      grown.set(this.ends);
      this.ends = grown;
    }
    this.ends[this.count] = to;
  }

  #growBytes(needed: number): void {
    if (needed > MOST_BYTES)
      throw new EngineError('file-too-large', { file: this.file, bytes: needed, limit: MOST_BYTES });
    const grown = new Uint8Array(Math.max(needed, Math.min(this.bytes.length * 2, MOST_BYTES)));
    grown.set(this.bytes.subarray(0, this.ends[this.count]));
    this.bytes = grown;
  }
}
