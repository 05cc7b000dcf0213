import { EngineError } from '../../errors';
import type { ByteSource } from '../source';

/**
 * What a part may unpack to: `harmless` bytes whatever it shrank to, more only if it shrank by no more than `times`.
 * Packing shrinks by at most 1,032 times; the XML of real sheets by 10 to 50, of the most repetitive ones by some 100.
 */
export interface PackLimit {
  harmless: number;
  times: number;
}

/** Sheets are not held: a large one costs time, which can be stopped. Beyond it there are more cells than a sheet has. */
export const SHEET_LIMIT: PackLimit = { harmless: 2 ** 32, times: 200 };
/** The strings are held. */
export const STRINGS_LIMIT: PackLimit = { harmless: 2 ** 28, times: 200 };
export const SMALL_LIMIT: PackLimit = { harmless: 2 ** 27, times: 1 };

/** @throws EngineError `unreadable-file` (reason `too-packed`) for what is made to fill memory and time */
export function refuseTooPacked(
  source: ByteSource,
  { size, packed }: { size: number; packed: number },
  { harmless, times }: PackLimit,
): void {
  if (size > harmless && size > packed * times)
    throw new EngineError('unreadable-file', { file: source.name, reason: 'too-packed' });
}
