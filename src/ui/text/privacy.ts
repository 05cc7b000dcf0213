import type { SelfTest } from '../../workers/self-test/self-test';
import type { Scope, Way } from '../../workers/self-test/attempts';
import type { SessionInfo } from '../../workers/api';
import { bytes, count, counted } from './format';
import { beforePacking } from './sessions';

/** What a directive of the content policy is about. */
const ABOUT: Readonly<Record<string, string>> = {
  'default-src': 'Everything not named below',
  'script-src': 'Programs',
  'style-src': 'Styles',
  'img-src': 'Pictures',
  'font-src': 'Fonts',
  'connect-src': 'Requests: reading, sending, live connections',
  'worker-src': 'Programs that compute beside the page',
  'manifest-src': 'The description of the app',
  'frame-src': 'Pages within the page',
  'base-uri': 'Another base for addresses',
  'form-action': 'Sending forms',
};

/** What a source stands for, in words. */
const SOURCES: Readonly<Record<string, string>> = {
  "'none'": 'nothing',
  "'self'": 'this address',
  'data:': 'made in this tab',
  'blob:': 'made in this tab',
  "'wasm-unsafe-eval'": 'compiled code that came from there, no code made of text',
};

export interface PolicyLine {
  directive: string;
  about: string;
  allowed: string;
  written: string;
}

/** A content policy, directive by directive, in words beside what is written. */
export function policyLines(policy: string): PolicyLine[] {
  return policy.split(';').flatMap((part) => {
    const [directive, ...sources] = part.trim().split(/\s+/);
    if (!directive) return [];
    const words = [...new Set(sources.map((source) => SOURCES[source] ?? source))];
    return [
      {
        directive,
        about: ABOUT[directive] ?? directive,
        allowed: words.join('; '),
        written: sources.join(' '),
      },
    ];
  });
}

export const WAYS: Readonly<Record<Way, string>> = {
  fetch: 'Read an address',
  blindPost: 'Send without asking for an answer',
  request: 'Send by the older kind of request',
  webSocket: 'Open a live connection',
  eventStream: 'Listen to a stream of messages',
  script: 'Load a program',
  beacon: 'Send a message while leaving',
  image: 'Load a picture',
  frame: 'Load a page within the page',
};

export const SCOPES: Readonly<Record<Scope, string>> = {
  page: 'the page',
  worker: 'a worker',
  nested: 'a worker within it',
};

export const SCOPES_IN_ORDER = ['page', 'worker', 'nested'] as const;

/** "All 21 attempts were refused by this browser." */
export function selfTestVerdict(test: SelfTest): { ok: boolean; text: string } {
  const all = SCOPES_IN_ORDER.flatMap((scope) => test[scope]);
  const open = all.filter(({ refused }) => !refused).length;
  if (open === 0)
    return { ok: true, text: `All ${count(all.length)} attempts were refused by this browser.` };
  return {
    ok: false,
    text: `${count(open)} of ${count(all.length)} attempts were not refused by the policy. Close this tab and tell whoever runs this address.`,
  };
}

/** Rows of the table: a way, and for each place whether it was refused; null where it does not exist there. */
export function selfTestRows(test: SelfTest): { way: Way; refused: (boolean | null)[] }[] {
  return test.page.map(({ way }) => ({
    way,
    refused: SCOPES_IN_ORDER.map((scope) => test[scope].find((tried) => tried.way === way)?.refused ?? null),
  }));
}

export const NOT_AN_ADDRESS =
  'An address begins with https:// or http:// and names a host, such as https://example.com.';

/** What lies in the browser's storage. */
export const STORED = {
  work: 'with table, recipe and segments, what was chosen for lists and campaigns, and what an AI answered',
  settings: 'light or dark, which session this tab shows, and whether files that other apps share are taken',
} as const;

/** ", 3.7 MB before packing," behind the number of sessions; nothing where one does not say it. */
export function workSize(sessions: readonly Pick<SessionInfo, 'stored'>[]): string {
  const sizes = sessions.flatMap(({ stored }) => (stored === undefined ? [] : [stored]));
  if (sizes.length < sessions.length) return '';
  return `, ${beforePacking(sizes.reduce((sum, size) => sum + size, 0))},`;
}

/** What the browser counts for all of it. */
export const inAllWords = (used: number, room: number | null): string =>
  `${bytes(used)}${room === null ? '' : ` of ${bytes(room)} the browser would give`}, as it counts them; what it packs counts packed`;

/** What is stored on this device, as far as it can be removed. */
export interface Removable {
  sessions: number;
  groups: number;
  /** Whom something is kept for, in words; null for none. */
  keys: string | null;
  /** Whether files are taken that other apps share, and how many wait. */
  sharing: boolean;
  waiting: number;
}

/** Asked before everything is removed: what goes, item by item, and what stays. */
export const removalWords = ({ sessions, groups, keys, sharing, waiting }: Removable) => ({
  goes: [
    ...(sessions === 0 ? [] : [`Your work: ${counted(sessions, 'session')} ${STORED.work}`]),
    ...(groups === 0 ? [] : [`The steps you kept: ${counted(groups, 'group')}`]),
    ...(keys === null ? [] : [`Keys for an AI: ${keys}`]),
    ...(waiting === 0 ? [] : [`Files that were shared and not opened: ${count(waiting)}`]),
    `Settings: light or dark goes by the system again${sharing ? ', and files that other apps share are refused' : ''}`,
  ],
  stays:
    'A file that is open is closed. It cannot be taken back. Your own files stay where they are. The app’s own files stay too, with the service worker, so that it opens without a network: the browser removes them where it clears the data of this site.',
});

export const REMOVED = 'All of that is removed; the app’s own files stay.';
