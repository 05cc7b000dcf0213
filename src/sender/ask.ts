import type { Asked, Heard, Protocol, Refusal } from './question';
import { refusalOf } from './refusal';
import { waitOf } from './retry-after';
import { EventReader } from './sse';

/** How an answer ended; `stopped` by the person. */
export type End =
  | { how: 'whole' | 'length' | 'stopped' }
  | { how: 'failed'; refusal: Refusal; /** HTTP, 0 without. */ status: number };

export interface Listening {
  onText(piece: string): void;
  /** The person's stop. */
  signal: AbortSignal;
  /** So long nothing may come, ms. */
  silence: number;
}

const failed = (trouble: Refusal['trouble'], status = 0, said = ''): End => ({
  how: 'failed',
  refusal: { trouble, said },
  status,
});

/** Sends the request and passes on the answer as it comes; never throws. */
export async function ask(asked: Asked, protocol: Protocol, listening: Listening): Promise<End> {
  const { signal, silence } = listening;
  const watch = new Silence(silence, signal);
  try {
    const response = await fetch(asked.url, {
      method: 'POST',
      headers: asked.headers,
      body: asked.body,
      mode: 'cors',
      credentials: 'omit',
      cache: 'no-store',
      redirect: 'error',
      referrerPolicy: 'no-referrer',
      signal: watch.signal,
    });
    if (!response.ok) {
      const body = await response.text();
      const refusal = { ...refusalOf(response.status, body), ...waitOf(response.headers, body, Date.now()) };
      return { how: 'failed', refusal, status: response.status };
    }
    return await listen(response, protocol, watch, listening);
  } catch {
    if (signal.aborted) return { how: 'stopped' };
    return failed(watch.over ? 'time-out' : watch.begun ? 'cut-off' : 'unreachable');
  } finally {
    watch.end();
  }
}

async function listen(
  response: Response,
  protocol: Protocol,
  watch: Silence,
  { onText }: Listening,
): Promise<End> {
  const events = new EventReader();
  const words = new TextDecoder();
  const reader = response.body?.getReader();
  let understood = false;
  let said = false;
  for (;;) {
    const piece = await reader?.read();
    if (!piece || piece.done) break;
    watch.heard();
    for (const data of events.push(words.decode(piece.value, { stream: true }))) {
      for (const heard of protocol.heard(data)) {
        understood = true;
        const end = endOf(heard, response.status, said);
        if (!end && 'text' in heard && heard.text !== '') {
          said ||= heard.text.trim() !== '';
          onText(heard.text);
        }
        if (end) {
          await reader?.cancel();
          return end;
        }
      }
    }
  }
  return failed(understood ? 'cut-off' : 'not-understood', response.status);
}

function endOf(heard: Heard, status: number, said: boolean): End | null {
  if ('trouble' in heard) return { how: 'failed', refusal: heard.trouble, status };
  if (!('end' in heard)) return null;
  if (heard.end === 'blocked') return failed('blocked', status);
  return said ? { how: heard.end } : failed('empty', status);
}

/** Ends a request that has gone quiet, or that the person stops. */
class Silence {
  readonly #own = new AbortController();
  readonly #ms: number;
  readonly #person: AbortSignal;
  #timer: ReturnType<typeof setTimeout>;
  over = false;
  begun = false;

  constructor(ms: number, person: AbortSignal) {
    this.#ms = ms;
    this.#person = person;
    this.#timer = setTimeout(this.#quiet, ms);
    person.addEventListener('abort', this.#stop);
    if (person.aborted) this.#own.abort();
  }

  get signal(): AbortSignal {
    return this.#own.signal;
  }

  heard(): void {
    this.begun = true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#quiet, this.#ms);
  }

  end(): void {
    clearTimeout(this.#timer);
    this.#person.removeEventListener('abort', this.#stop);
  }

  readonly #quiet = (): void => {
    this.over = true;
    this.#own.abort();
  };
  readonly #stop = (): void => this.#own.abort();
}
