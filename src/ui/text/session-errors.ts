import { because, fileOf, num, text, type Details } from './error-words';
import type { ErrorText } from './errors';
import { bytes } from './format';
import { takenOver } from './sessions';

const CHOOSE_FILE = { label: 'Choose a file', step: { do: 'choose-file' } } as const;
const SAVE = { label: 'Save as a file', step: { do: 'save-session' } } as const;
const say = (sentence: string): ErrorText => ({ sentence, next: [CHOOSE_FILE] });

/** Why a session file does not open, and what next. What is open stays as it is. */
export const SESSION_ERRORS = {
  'not-a-session': (d: Details, file: string): ErrorText =>
    say(
      `${fileOf(d, file)} is not a session that Tessera saved: its first bytes are others. Choose a file that was saved as a session.`,
    ),
  'damaged-session': (d: Details, file: string): ErrorText =>
    say(
      `${fileOf(d, file)} is damaged: it is not as it was saved. Nothing of it was opened; choose another copy.`,
    ),
  'truncated-session': (d: Details, file: string): ErrorText =>
    say(
      `${fileOf(d, file)} is cut off: its end is missing. Nothing of it was opened; copy or download it again.`,
    ),
  'older-session': (d: Details, file: string): ErrorText =>
    say(
      `${fileOf(d, file)} was saved by an early version of Tessera whose sessions are not read any more. Open the original file instead.`,
    ),
  'session-too-large': (d: Details, file: string): ErrorText => {
    const size = num(d, 'bytes');
    return say(
      `${fileOf(d, file)} says it unpacks to ${size === null ? 'more' : bytes(size)}, which no session of its size does or no tab holds. Nothing of it was opened.`,
    );
  },
  'needs-passphrase': (d: Details, file: string): ErrorText =>
    say(`${fileOf(d, file)} is locked. Open it again with its passphrase.`),
  'wrong-passphrase': (d: Details, file: string): ErrorText =>
    say(`This passphrase does not open ${fileOf(d, file)}. Capitals and blanks count; try again.`),
  'storage-full': (d: Details): ErrorText => {
    const [needs, free] = [num(d, 'needed'), num(d, 'free')];
    const numbers =
      needs !== null && free !== null ? `: it needs ${bytes(needs)} and ${bytes(free)} are free` : '';
    return {
      sentence: `The browser will not store this session${numbers}. Nothing is lost while this tab is open; save it as a file to keep it.`,
      next: [SAVE, { label: 'Free space', step: { do: 'free-space' } }],
    };
  },
  'storage-refused': (d: Details): ErrorText => ({
    sentence: `The browser refuses to store this session${because(d)}, as private windows do. Nothing is lost while this tab is open; save it as a file to keep it.`,
    next: [SAVE],
  }),
  'session-taken': (d: Details): ErrorText => ({ sentence: takenOver(text(d, 'name')), next: [] }),
  'needs-secure-page': (): ErrorText => ({
    sentence:
      'Session files are locked and checked by the browser, which does so only on pages with https. Open Tessera at its https address.',
    next: [],
  }),
};
