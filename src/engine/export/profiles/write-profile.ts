import type { Work } from '../../work';
import { zipArchive, type ArchivedFile } from '../zip-archive';
import { filePieces, type FilePiece } from './profile-files';
import type { PreparedRows } from './prepare-rows';

/**
 * What is downloaded: the one file, or all of them in a zip.
 * @param names of the files as they are planned for these rows
 * @param moment what the files in a zip bear, in ms of the wall clock
 * @throws Stopped
 */
export async function* writeProfile(
  prepared: PreparedRows,
  names: readonly string[],
  work: Work,
  moment?: number,
): AsyncGenerator<Uint8Array> {
  const pieces = filePieces(prepared, work);
  if (names.length > 1) yield* zipArchive(archived(names, pieces), { moment });
  else for await (const { bytes } of pieces) yield bytes;
}

/** The pieces, which come file after file, as a file each. */
async function* archived(
  names: readonly string[],
  pieces: AsyncGenerator<FilePiece>,
): AsyncGenerator<ArchivedFile> {
  let next = await pieces.next();
  async function* partsOf(file: number): AsyncGenerator<Uint8Array> {
    for (; !next.done && next.value.file === file; next = await pieces.next()) yield next.value.bytes;
  }
  for (const [at, name] of names.entries()) yield { name, parts: partsOf(at) };
}
