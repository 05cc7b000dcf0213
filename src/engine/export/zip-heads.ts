/** A file as the directory of a zip archive has it. */
export interface ZipPlace {
  name: Uint8Array;
  /** Time and day as the format counts them. */
  when: readonly [time: number, day: number];
  crc: number;
  packed: number;
  size: number;
  /** Where its own head begins. */
  at: number;
}

/** From which number on sizes and places stand in 64-bit fields, and from how many files on the count does. */
interface Limits {
  far: number;
  many: number;
}

/** Stands where the number itself is in a 64-bit field; the least that needs one. */
export const FAR = 0xffffffff;
const MANY = 0xffff;

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const FAR_END = 0x06064b50;
const FAR_LOCATOR = 0x07064b50;
const FAR_FIELD = 1;
/** Of the 64-bit end record, without its mark and this number. */
const FAR_END_REST = 44;
const VERSION = 20;
const FAR_VERSION = 45;
/** Sizes follow the bytes; names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;

/** 1980-01-01, the first day the format knows. */
const FIRST: ZipPlace['when'] = [0, 0x0021];
const LAST_YEAR = 2107;

/** @param moment ms of the wall clock; the format's first day where none is said or the format does not know it. */
export function dosMoment(moment: number | undefined): ZipPlace['when'] {
  if (moment === undefined || !Number.isFinite(moment)) return FIRST;
  const day = new Date(moment);
  const year = day.getUTCFullYear();
  if (!(year >= 1980 && year <= LAST_YEAR)) return FIRST;
  return [
    (day.getUTCHours() << 11) | (day.getUTCMinutes() << 5) | (day.getUTCSeconds() >> 1),
    ((year - 1980) << 9) | ((day.getUTCMonth() + 1) << 5) | day.getUTCDate(),
  ];
}

/** Little-endian fields: [bytes, value]. */
function fields(list: readonly (readonly [2 | 4 | 8, number])[]): Uint8Array {
  const bytes = new Uint8Array(list.reduce((sum, [width]) => sum + width, 0));
  const view = new DataView(bytes.buffer);
  let at = 0;
  for (const [width, value] of list) {
    if (width === 2) view.setUint16(at, value, true);
    else if (width === 4) view.setUint32(at, value, true);
    else view.setBigUint64(at, BigInt(value), true);
    at += width;
  }
  return bytes;
}

/** What stands before a file. How large it gets is not known yet. */
export const localHead = ({ name, when: [time, day] }: ZipPlace): Uint8Array =>
  joined([
    fields([
      [4, LOCAL],
      [2, VERSION],
      [2, FLAGS],
      [2, DEFLATED],
      [2, time],
      [2, day],
      [4, 0],
      [4, 0],
      [4, 0],
      [2, name.length],
      [2, 0],
    ]),
    name,
  ]);

/**
 * What stands behind it: how large it got. As others do, with 64-bit sizes where they need them, though the head could
 * not announce that; readers go by the directory.
 */
export function sizesBehind({ crc, packed, size }: ZipPlace, far: number): Uint8Array {
  const width = packed >= far || size >= far ? 8 : 4;
  return fields([
    [4, DESCRIPTOR],
    [4, crc],
    [width, packed],
    [width, size],
  ]);
}

/** The directory of all files, and how the archive ends. @param at where it begins. Source: PKWARE APPNOTE 6.3, 4.3.12 to 4.3.16, 4.5.3 */
export function zipEnd(places: readonly ZipPlace[], at: number, { far, many }: Limits): Uint8Array {
  const directory = places.map((place) => centralHead(place, far));
  const length = directory.reduce((sum, head) => sum + head.length, 0);
  const isFar = places.length >= many || length >= far || at >= far;
  const near = fields([
    [4, END],
    [2, 0],
    [2, 0],
    [2, isFar ? MANY : places.length],
    [2, isFar ? MANY : places.length],
    [4, isFar ? FAR : length],
    [4, isFar ? FAR : at],
    [2, 0],
  ]);
  return joined([...directory, ...(isFar ? [farEnd(places.length, length, at)] : []), near]);
}

const farEnd = (count: number, length: number, at: number): Uint8Array =>
  fields([
    [4, FAR_END],
    [8, FAR_END_REST],
    [2, FAR_VERSION],
    [2, FAR_VERSION],
    [4, 0],
    [4, 0],
    [8, count],
    [8, count],
    [8, length],
    [8, at],
    [4, FAR_LOCATOR],
    [4, 0],
    [8, at + length],
    [4, 1],
  ]);

function centralHead({ name, when: [time, day], crc, packed, size, at }: ZipPlace, far: number): Uint8Array {
  const isFar = packed >= far || size >= far || at >= far;
  const extra = isFar
    ? fields([
        [2, FAR_FIELD],
        [2, 24],
        [8, size],
        [8, packed],
        [8, at],
      ])
    : new Uint8Array(0);
  const version = isFar ? FAR_VERSION : VERSION;
  const head = fields([
    [4, CENTRAL],
    [2, version],
    [2, version],
    [2, FLAGS],
    [2, DEFLATED],
    [2, time],
    [2, day],
    [4, crc],
    [4, isFar ? FAR : packed],
    [4, isFar ? FAR : size],
    [2, name.length],
    [2, extra.length],
    [2, 0],
    [2, 0],
    [2, 0],
    [4, 0],
    [4, isFar ? FAR : at],
  ]);
  return joined([head, name, extra]);
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}
