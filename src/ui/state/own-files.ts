/** What Chromium has of the File System Access API and the DOM types do not know. */
interface Pickers {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<FileSystemFileHandle>;
  showDirectoryPicker?(options: { mode: 'readwrite' }): Promise<FileSystemDirectoryHandle>;
}

const pickers = globalThis as Pickers;

/** Whether the browser lets us write straight into a file, or a folder, that the person chooses. */
export const writesFiles = typeof pickers.showSaveFilePicker === 'function';
export const writesFolders = typeof pickers.showDirectoryPicker === 'function';

/** The file the person chooses; null where none was, or may be. */
export const chosenFile = (name: string): Promise<FileSystemFileHandle | null> =>
  unlessLeft(() => pickers.showSaveFilePicker!({ suggestedName: name }));

/** The folder the person chooses; null where none was, or may be. */
export const chosenFolder = (): Promise<FileSystemDirectoryHandle | null> =>
  unlessLeft(() => pickers.showDirectoryPicker!({ mode: 'readwrite' }));

async function unlessLeft<T>(choose: () => Promise<T>): Promise<T | null> {
  try {
    return await choose();
  } catch (error) {
    if (error instanceof DOMException) return null;
    throw error;
  }
}
