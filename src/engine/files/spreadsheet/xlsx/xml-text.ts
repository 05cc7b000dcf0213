import { textOf } from '../../../table/build/cell-bytes';

const AMPERSAND = 0x26;
const LESS = 0x3c;
const RETURN = 0x0d;
const UNDERSCORE = 0x5f;
const SMALL_X = 0x78;

/** Whether text in XML means what its bytes are: no entity, no CDATA, no line end to mend, no escape of Excel's. */
export function isPlainText(bytes: Uint8Array, start: number, end: number): boolean {
  for (let at = start; at < end; at++) {
    const byte = bytes[at]!;
    if (byte === AMPERSAND || byte === LESS || byte === RETURN) return false;
    if (byte === UNDERSCORE && at + 1 < end && (bytes[at + 1]! | 0x20) === SMALL_X) return false;
  }
  return true;
}

const NAMED = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);
const ENTITY = /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi;
const ASIDE = /<!\[CDATA\[([\s\S]*?)\]\]>|<!--[\s\S]*?-->|<\?[\s\S]*?\?>/g;
/** Excel writes characters that XML cannot hold, and its own escape, as `_x000D_`. Source: ECMA-376 part 1, 22.9.2.19. */
const ESCAPE = /_x([\da-f]{4})_/gi;
const LAST_CHARACTER = 0x10ffff;

/** The text some XML means: entities and CDATA resolved. */
export function xmlText(text: string): string {
  if (!text.includes('<')) return withoutEntities(text);
  let plain = '';
  let from = 0;
  for (const found of text.matchAll(ASIDE)) {
    plain += withoutEntities(text.slice(from, found.index)) + (found[1] ?? '');
    from = found.index + found[0].length;
  }
  return plain + withoutEntities(text.slice(from));
}

const withoutEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(ENTITY, (whole, hex?: string, digits?: string, name?: string) =>
        name === undefined
          ? characterOf(hex ? parseInt(hex, 16) : Number(digits), whole)
          : (NAMED.get(name.toLowerCase()) ?? whole),
      )
    : text;

const characterOf = (code: number, otherwise: string): string =>
  code <= LAST_CHARACTER ? String.fromCodePoint(code) : otherwise;

/**
 * The text of a cell from its XML: besides entities, the escapes of Excel are resolved and line ends become line
 * feeds. The escape of a NUL stays as it is, for text files hold none.
 */
export function cellText(bytes: Uint8Array, start: number, end: number): string {
  const text = xmlText(textOf(bytes, start, end));
  const whole = text.includes('_')
    ? text.replace(ESCAPE, (escape, hex: string) =>
        hex === '0000' ? escape : String.fromCharCode(parseInt(hex, 16)),
      )
    : text;
  return whole.includes('\r\n') ? whole.replaceAll('\r\n', '\n') : whole;
}
