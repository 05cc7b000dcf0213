import type { Work } from '../../work';
import type { ByteSource } from '../source';
import { NotUnderstood } from './not-understood';
import { SHEET_LIMIT } from './too-packed';
import { unzipEntry } from './unzip-entry';
import type { ZipEntry } from './zip-entries';

const DEFLATED = 8;

/**
 * Unpacks every part of an archive once and looks at its length only: SheetJS can go round for ever in a part whose
 * bytes were changed. Where the host cannot unpack, nothing is looked at.
 * @throws EngineError `unreadable-file` (reason `damaged`, `password`, `too-packed`); Stopped
 */
export async function refuseDamaged(
  source: ByteSource,
  entries: readonly ZipEntry[],
  work: Work,
): Promise<void> {
  for (const entry of entries) {
    if (entry.method !== DEFLATED) continue;
    try {
      for await (const { bytes } of unzipEntry(source, entry, SHEET_LIMIT)) {
        const rest = bytes.length > 0 && work.breathe();
        if (rest) await rest;
      }
    } catch (error) {
      if (error instanceof NotUnderstood) return;
      throw error;
    }
  }
}
