import { standardEMail } from '../../steps/standardise/e-mail';

const LONGEST = 254;
const LONGEST_LOCAL = 64;
/** A name before the address in angle brackets, at most. */
const LONGEST_CELL = 1000;
const ASCII = /^[\x21-\x7e]+$/;
const BEGINS_WELL = /^[\p{L}\p{N}_]/u;
const LAST_LABEL = /\.(?:xn--[a-z\d-]+|[\p{L}\p{M}]{2,})$/u;

/**
 * An address as campaigns are sent to: trimmed, in small letters; null where a service would refuse it. Beyond what
 * HTML calls an address: at most 64 characters before the @ and 254 in all; no point at the ends of what stands before
 * the @, nor two in a row; it begins with a letter, digit or underscore (so that no spreadsheet takes it for a
 * formula); the last part of the domain is letters. Neither the domain nor the mailbox is asked whether it exists.
 * @param asciiBeforeAt whether other than ASCII is refused before the @
 */
export function campaignEMail(text: string, asciiBeforeAt = false): string | null {
  if (text.length > LONGEST_CELL) return null;
  const address = standardEMail(text);
  if (address === null || address.length > LONGEST) return null;
  const at = address.lastIndexOf('@');
  const local = address.slice(0, at);
  if (local.length > LONGEST_LOCAL || local.endsWith('.') || local.includes('..')) return null;
  if (!BEGINS_WELL.test(local) || !LAST_LABEL.test(address)) return null;
  return asciiBeforeAt && !ASCII.test(local) ? null : address;
}
