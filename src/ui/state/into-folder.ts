import type { ExportNotes } from '../../engine/index';

/** What came of files that were to be written into a folder. */
export interface IntoFolder {
  folder: string;
  wanted: number;
  /** Of those that are there, whole: one each. */
  notes: readonly ExportNotes[];
  /** Names that were taken: what is there stays, and the new file has another name. */
  taken: readonly { name: string; instead: string }[];
  /** The file for which the browser gave no place. */
  refused: string | null;
}

/** Writes a file into the place given; null where it was not written. */
export type WriteInto<File> = (file: File, into: FileSystemFileHandle) => Promise<ExportNotes | null>;

/**
 * Files into a folder, one after the other: what was written before one fails or is stopped stays, of that one nothing does,
 * and those behind it are not begun. Nothing that is there is written over.
 */
export async function writeIntoFolder<File extends { name: string }>(
  folder: FileSystemDirectoryHandle,
  files: readonly File[],
  write: WriteInto<File>,
): Promise<IntoFolder> {
  const notes: ExportNotes[] = [];
  const taken: IntoFolder['taken'][number][] = [];
  const told = (refused: string | null): IntoFolder => ({
    folder: folder.name,
    wanted: files.length,
    notes,
    taken,
    refused,
  });
  for (const file of files) {
    const name = await freeName(folder, file.name);
    const into = await folder.getFileHandle(name, { create: true }).catch(() => null);
    if (!into) return told(file.name);
    const written = await write(file, into);
    if (!written) {
      await folder.removeEntry(name).catch(() => undefined);
      return told(null);
    }
    notes.push(written);
    if (name !== file.name) taken.push({ name: file.name, instead: name });
  }
  return told(null);
}

/** "orders-a.csv", or "orders-a-2.csv" where that is there. */
async function freeName(folder: FileSystemDirectoryHandle, name: string): Promise<string> {
  const dot = name.lastIndexOf('.');
  let free = name;
  for (let n = 2; await isThere(folder, free); n++) free = `${name.slice(0, dot)}-${n}${name.slice(dot)}`;
  return free;
}

/** A folder of that name is in the way as well. */
const isThere = (folder: FileSystemDirectoryHandle, name: string): Promise<boolean> =>
  folder.getFileHandle(name).then(
    () => true,
    (error: unknown) => error instanceof DOMException && error.name === 'TypeMismatchError',
  );
