import type { Work } from '../../work';
import { zipArchive, type ArchivedFile } from '../zip-archive';
import { filePieces, type FilePiece, type ProfileFile } from './profile-files';
import type { PreparedRows } from './prepare-rows';

/**
 * What is downloaded: the one file, or all of them in a zip.
 * @param files as planned for these rows
 * @param moment what the files in a zip bear, in ms of the wall clock
 * @throws Stopped
 */
export async function* writeProfile(
  prepared: PreparedRows,
  files: readonly ProfileFile[],
  work: Work,
  moment?: number,
): AsyncGenerator<Uint8Array> {
  const pieces = filePieces(prepared, work);
  if (files.length > 1) yield* zipArchive(archived(files, pieces), { moment });
  else for await (const { bytes } of pieces) yield bytes;
}

/** The pieces, which come file after file, as a file each. */
async function* archived(
  files: readonly ProfileFile[],
  pieces: AsyncGenerator<FilePiece>,
): AsyncGenerator<ArchivedFile> {
  let next = await pieces.next();
  async function* partsOf(file: number): AsyncGenerator<Uint8Array> {
    for (; !next.done && next.value.file === file; next = await pieces.next()) yield next.value.bytes;
  }
  for (const [at, { name }] of files.entries()) yield { name, parts: partsOf(at) };
}
