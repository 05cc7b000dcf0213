// The Encoding Standard's index of windows-1252, bytes 0x80 to 0x9F; the bytes above are those of Latin-1.
export const HIGH_1252: readonly number[] = [
  0x20ac, 0x81, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021, 0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0x8d,
  0x17d, 0x8f, 0x90, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a,
  0x153, 0x9d, 0x17e, 0x178,
];
const LABELS = ['windows-1252', 'cp1252', 'latin1', 'iso-8859-1', 'iso8859-1', 'ascii', 'us-ascii'];

/** Whether the label means windows-1252, as the Encoding Standard has it. */
export const isWindows1252 = (label: string): boolean => LABELS.includes(label.toLowerCase());

/**
 * UTF-8 of some windows-1252 bytes. Not by `TextDecoder`: Node 20 takes the label for Latin-1 and turns
 * `€` into a control character.
 */
export function fromWindows1252(bytes: Uint8Array): Uint8Array {
  const made = new Uint8Array(bytes.length * 3);
  let to = 0;
  for (let at = 0; at < bytes.length; at++) {
    const byte = bytes[at]!;
    const code = byte >= 0x80 && byte < 0xa0 ? HIGH_1252[byte - 0x80]! : byte;
    if (code < 0x80) made[to++] = code;
    else if (code < 0x800) {
      made[to++] = 0xc0 | (code >> 6);
      made[to++] = 0x80 | (code & 0x3f);
    } else {
      made[to++] = 0xe0 | (code >> 12);
      made[to++] = 0x80 | ((code >> 6) & 0x3f);
      made[to++] = 0x80 | (code & 0x3f);
    }
  }
  return made.subarray(0, to);
}
