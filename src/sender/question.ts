/** What is asked, and all that is sent beside a provider's own formalities. */
export interface Question {
  /** A PNG file. */
  picture: Uint8Array;
  prompt: string;
  model: string;
  /** Empty where none is needed. */
  key: string;
}

/** A request as it is sent. */
export interface Asked {
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string;
}

/** What a piece of an answer says: more text, that it has ended and how, or what went wrong. */
export type Heard = { text: string } | { end: 'whole' | 'length' | 'blocked' } | { trouble: Refusal };

/** Why there is no answer. */
export type Trouble =
  | 'key'
  | 'quota'
  | 'rate'
  | 'model'
  | 'blocked'
  | 'too-large'
  | 'busy'
  | 'refused'
  | 'time-out'
  | 'unreachable'
  | 'cut-off'
  | 'empty'
  | 'not-understood';

export interface Refusal {
  trouble: Trouble;
  /** The provider's own words, where it gave any. */
  said: string;
  /** Seconds to wait before another request, where it told so. */
  after?: number;
}

/** How a provider is spoken to. */
export interface Protocol {
  request(question: Question, address: string): Asked;
  /** What the data of one server-sent event says. */
  heard(data: string): Heard[];
}
