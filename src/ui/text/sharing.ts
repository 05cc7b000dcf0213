import { bytes, counted } from './format';

/** Why nothing came of what another app shared. */
export const NOT_SHARED: Readonly<Record<string, string>> = {
  off: 'A file was shared with Tessera, but taking such files is switched off on this device (Privacy, Files shared from other apps). It was neither kept nor sent. Choose it here instead.',
  lost: 'What was shared did not arrive: it held no file that can be read, or this device had no room for it. Nothing of it was kept or sent. Choose the file here instead.',
};

export const NOT_SWITCHED = 'The browser refused to store this choice, so nothing has changed.';

/** "1 file, 2 MB, removed at a later start" */
export const waitingWords = ({ files, bytes: size }: { files: number; bytes: number }): string =>
  files === 0 ? 'none' : `${counted(files, 'file')}, ${bytes(size)}, removed at a later start`;
