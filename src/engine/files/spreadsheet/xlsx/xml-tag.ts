const LESS = 0x3c;
const GREATER = 0x3e;
const SLASH = 0x2f;
const COLON = 0x3a;
const BANG = 0x21;
const QUESTION = 0x3f;
const DASH = 0x2d;
const BRACKET = 0x5b;
const DOUBLE = 0x22;
const SINGLE = 0x27;
const EQUALS = 0x3d;

/** A number for the local name of an element or attribute, as `XmlTag.name` has it. */
export function nameCode(name: string): number {
  let code = 0;
  for (let at = 0; at < name.length; at++) code = (Math.imul(code, 31) + name.charCodeAt(at)) | 0;
  return code;
}

const isBlank = (byte: number): boolean => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09;

/** One tag in UTF-8 bytes, without its namespace prefix. The same object is filled again and again. */
export class XmlTag {
  /** `nameCode` of the local name; 0 for comments, CDATA and instructions, which are stepped over whole. */
  name = 0;
  closing = false;
  /** `<c/>` */
  empty = false;
  /** Where the attributes begin. */
  from = 0;
  /** The place behind the tag. */
  end = 0;

  /** Reads the tag whose `<` is at `at`; false where the bytes end before it does. */
  read(bytes: Uint8Array, at: number, limit: number): boolean {
    let next = at + 1;
    if (next >= limit) return false;
    if (bytes[next] === BANG || bytes[next] === QUESTION) return this.#stepOver(bytes, next, limit);
    this.closing = bytes[next] === SLASH;
    if (this.closing) next++;
    let code = 0;
    for (; next < limit; next++) {
      const byte = bytes[next]!;
      if (byte === GREATER || byte === SLASH || byte <= 0x20) break;
      code = byte === COLON ? 0 : (Math.imul(code, 31) + byte) | 0;
    }
    this.name = code;
    this.from = next;
    for (; next < limit; next++) {
      const byte = bytes[next]!;
      if (byte === GREATER) {
        this.empty = bytes[next - 1] === SLASH;
        this.end = next + 1;
        return true;
      }
      if (byte === DOUBLE || byte === SINGLE) {
        next++;
        while (next < limit && bytes[next] !== byte) next++;
      }
    }
    return false;
  }

  #stepOver(bytes: Uint8Array, at: number, limit: number): boolean {
    this.name = 0;
    this.closing = false;
    this.empty = false;
    const mark = bytes[at] === QUESTION ? '?>' : ending(bytes, at + 1, limit);
    if (mark === null) return false;
    const found = indexOfText(bytes, mark, at + 1, limit);
    this.end = found + mark.length;
    return found >= 0;
  }
}

function ending(bytes: Uint8Array, at: number, limit: number): string | null {
  if (at + 1 >= limit) return null;
  if (bytes[at] === DASH) return '-->';
  return bytes[at] === BRACKET ? ']]>' : '>';
}

function indexOfText(bytes: Uint8Array, text: string, from: number, limit: number): number {
  const first = text.charCodeAt(0);
  for (let at = from; at + text.length <= limit; at++) {
    if (bytes[at] !== first) continue;
    let step = 1;
    while (step < text.length && bytes[at + step] === text.charCodeAt(step)) step++;
    if (step === text.length) return at;
  }
  return -1;
}

/** Where the value of an attribute lies. */
export class XmlAttribute {
  name = 0;
  start = 0;
  end = 0;
  /** Where the next one is to be looked for. */
  next = 0;

  /** Reads the attribute at or behind `at`, which lies in a whole tag; false where there is none. */
  read(bytes: Uint8Array, at: number, limit: number): boolean {
    let place = at;
    while (place < limit && isBlank(bytes[place]!)) place++;
    let code = 0;
    for (; place < limit; place++) {
      const byte = bytes[place]!;
      if (byte === EQUALS || byte === GREATER || byte === SLASH || byte <= 0x20) break;
      code = byte === COLON ? 0 : (Math.imul(code, 31) + byte) | 0;
    }
    while (place < limit && isBlank(bytes[place]!)) place++;
    if (bytes[place] !== EQUALS) return false;
    place++;
    while (place < limit && isBlank(bytes[place]!)) place++;
    const quote = bytes[place]!;
    if (quote !== DOUBLE && quote !== SINGLE) return false;
    let end = place + 1;
    while (end < limit && bytes[end] !== quote) end++;
    if (end >= limit) return false;
    this.name = code;
    this.start = place + 1;
    this.end = end;
    this.next = end + 1;
    return true;
  }
}

/** The place of the `<` at or behind `at`; `limit` where there is none. */
export function nextTag(bytes: Uint8Array, at: number, limit: number): number {
  let place = at;
  while (place < limit && bytes[place] !== LESS) place++;
  return place;
}
