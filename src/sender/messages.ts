import type { BrowserTrouble } from './browser-model';
import type { Trouble } from './question';

/** The sender's first word to the page, with a port to speak through. */
export interface Ready {
  tessera: 'sender';
  provider: string;
}

export interface Picture {
  /** A PNG file. */
  bytes: Uint8Array<ArrayBuffer>;
  width: number;
  height: number;
}

/** What the page says. Nothing of it sends anything. */
export type FromPage =
  | { type: 'drawing' }
  | { type: 'not-drawn' }
  | { type: 'question'; picture: Picture; prompt: string }
  | { type: 'theme'; theme: 'light' | 'dark' }
  | { type: 'stop' };

/** How an answer ended, as the page is told. */
export type Ended =
  | { how: 'whole' | 'length' | 'stopped' }
  | { how: 'failed'; trouble: Trouble | BrowserTrouble; words: string };

/** What the sender says. The key is no part of it. */
export type FromSender =
  | { type: 'height'; height: number }
  /** Esc was pressed, which the page would not hear. */
  | { type: 'escape' }
  /** `to` is an origin, or empty where nothing leaves the browser; `bytes` are those of the whole request. */
  | { type: 'sent'; to: string; model: string; prompt: string; bytes: number }
  | { type: 'text'; text: string }
  | { type: 'ended'; end: Ended };
