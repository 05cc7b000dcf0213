import { zipPieces } from '../zip-pieces';
import type { Work } from '../../work';
import { filePieces, type ProfileFile } from './profile-files';
import type { PreparedRows } from './prepare-rows';

/**
 * What is downloaded: the one file, or all of them in a zip.
 * @param files as planned for these rows
 * @throws Stopped
 */
export async function* writeProfile(
  prepared: PreparedRows,
  files: readonly ProfileFile[],
  work: Work,
): AsyncGenerator<Uint8Array> {
  const pieces = filePieces(prepared, work);
  if (files.length > 1) {
    yield* zipPieces(
      files.map(({ name }) => name),
      pieces,
    );
    return;
  }
  for await (const { bytes } of pieces) yield bytes;
}
