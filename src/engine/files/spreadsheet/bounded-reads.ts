/** SheetJS puts this function, and the place it reads at, onto each array of bytes. */
type ReadShift = (this: Bytes, size: number, kind?: string) => unknown;
type Bytes = Uint8Array & { l: number; [PLACE]?: number };

const PLACE = Symbol('place');
/** How often it asks where it is, for each byte of a file and for any file: honest workbooks come nowhere near. */
const LOOKS_PER_BYTE = 200;
const MOST_LOOKS = 5_000_000;
/** Honest files are read behind their end some 60 times, and once 57,000 letters far: formulas that are cut short. */
const MOST_BEHIND = 10_000;
const MOST_LETTERS = 1 << 16;
const COUNTED = new Set(['cpstr', 'sbcs-cont', 'dbcs-cont']);

/**
 * Runs SheetJS so that it comes to an end. A damaged count or length makes it go round behind the end of its bytes, for
 * billions of times or for ever. So while `read` runs, which must not wait for anything, it throws where SheetJS reads
 * too many letters at once, asks where it is more often than fits the file's size, or stays behind the end.
 */
export function withBoundedReads<T>(bytes: number, read: () => T): T {
  const prototype = Uint8Array.prototype as object;
  let left = MOST_LOOKS + bytes * LOOKS_PER_BYTE;
  let behind = MOST_BEHIND;
  const bounded = (readShift: ReadShift): ReadShift =>
    function (size, kind) {
      if (size > this.length + MOST_LETTERS) throw new RangeError('reads too much');
      // It counts up until it meets the number of letters, which a damaged length leaves out.
      if (kind && COUNTED.has(kind) && !(size >= 0)) throw new RangeError('reads no number of letters');
      return readShift.call(this, size, kind);
    };
  let known: ReadShift | null = null;
  let guarded: ReadShift | null = null;
  Object.defineProperties(prototype, {
    l: {
      configurable: true,
      get(this: Bytes): number | undefined {
        const place = this[PLACE];
        if (--left < 0) throw new RangeError('goes round');
        if (place !== undefined && place > this.length && --behind < 0)
          throw new RangeError('reads behind the end');
        return place;
      },
      set(this: Bytes, place: number) {
        this[PLACE] = place;
      },
    },
    read_shift: {
      configurable: true,
      set(this: Bytes, readShift: ReadShift) {
        if (readShift !== known || !guarded) guarded = bounded((known = readShift));
        Object.defineProperty(this, 'read_shift', { value: guarded, writable: true, configurable: true });
      },
    },
  });
  try {
    return read();
  } finally {
    Reflect.deleteProperty(prototype, 'l');
    Reflect.deleteProperty(prototype, 'read_shift');
  }
}
