import type { SelfTest } from '../../workers/self-test/self-test';
import type { Scope, Way } from '../../workers/self-test/attempts';
import { count } from './format';

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
