import type { Availability } from '../../src/sender/browser-model';

/** What a stand-in does. Only what JSON can say, for it is handed to a browser too. */
export interface Play {
  state: Availability;
  /** The pieces of the answer, as a browser gives them: each only what is new. */
  says?: readonly string[];
  /** The name of the DOMException that ends the creation, or the answer after its pieces. */
  failsAtStart?: string;
  failsAsked?: string;
  /** It stays silent after its pieces, until it is stopped. */
  hangs?: boolean;
  /** It never finishes loading. */
  loadsForever?: boolean;
  contextUsage?: number;
}

/**
 * A stand-in for the browser's LanguageModel that follows the published interface: Web Machine Learning Community Group,
 * "Prompt API", and "Writing Assistance APIs" for what they share (creating, monitoring, destroying). Nothing from outside is
 * used, so that its source can be given to a page.
 */
export function standInModel(play: Play, pressed: () => boolean) {
  const log: unknown[] = [];
  let { state } = play;
  const error = (name: string) => new DOMException(`as ${name} says`, name);
  const takes = (options: { expectedInputs?: { type: string }[]; expectedOutputs?: { type: string }[] }) => {
    const inputs = (options.expectedInputs ?? []).map(({ type }) => type);
    const outputs = (options.expectedOutputs ?? []).map(({ type }) => type);
    return inputs.every((type) => /^(text|image)$/.test(type)) && outputs.every((type) => type === 'text');
  };
  /** Rejects or errors with the reason of the signal, as each algorithm of the specification does. */
  const whenStopped = (signal: AbortSignal | undefined, then: (reason: unknown) => void) => {
    if (signal?.aborted) then(signal.reason);
    else signal?.addEventListener('abort', () => then(signal.reason));
  };
  const progress = (monitor: EventTarget, loaded: number) =>
    monitor.dispatchEvent(Object.assign(new Event('downloadprogress'), { loaded, total: 1 }));

  class Session {
    readonly contextUsage = play.contextUsage ?? 300;
    readonly contextWindow = 9216;
    readonly #takesPictures: boolean;
    #end: (reason: unknown) => void = () => {};

    constructor(takesPictures: boolean) {
      this.#takesPictures = takesPictures;
    }

    promptStreaming(
      messages: readonly { role: string; content: readonly { type: string; value: unknown }[] }[],
      options: { signal?: AbortSignal } = {},
    ): ReadableStream<string> {
      return new ReadableStream<string>({
        start: async (out) => {
          let over = false;
          const fail = (reason: unknown) => {
            if (!over) out.error(reason);
            over = true;
          };
          this.#end = fail;
          whenStopped(options.signal, fail);
          for (const { type, value } of messages.flatMap(({ content }) => content)) {
            if (type === 'image' && !this.#takesPictures) return fail(error('NotSupportedError'));
            if (type === 'image' && !(value instanceof Blob)) return fail(new TypeError('no picture'));
            if (type === 'text' && typeof value !== 'string') return fail(new TypeError('no text'));
          }
          log.push(['prompt', messages]);
          for (const piece of play.says ?? []) {
            await Promise.resolve();
            if (!over) out.enqueue(piece);
          }
          if (play.failsAsked !== undefined) return fail(error(play.failsAsked));
          if (over || play.hangs) return;
          over = true;
          out.close();
        },
      });
    }

    destroy(): void {
      log.push(['destroy']);
      this.#end(error('AbortError'));
    }
  }

  return {
    log,
    LanguageModel: {
      availability: (options: Parameters<typeof takes>[0] = {}): Promise<Availability> => {
        log.push(['availability', options]);
        return Promise.resolve(takes(options) ? state : 'unavailable');
      },
      create: (
        options: Parameters<typeof takes>[0] & {
          signal?: AbortSignal;
          monitor?: (monitor: EventTarget) => void;
        } = {},
      ): Promise<Session> =>
        new Promise((done, fail) => {
          log.push(['create']);
          whenStopped(options.signal, fail);
          if (options.signal?.aborted) return;
          if (state === 'unavailable' || !takes(options)) return fail(error('NotSupportedError'));
          if (state !== 'available' && !pressed()) return fail(error('NotAllowedError'));
          const monitor = new EventTarget();
          options.monitor?.(monitor);
          progress(monitor, 0);
          if (state !== 'available') {
            state = 'downloading';
            progress(monitor, 0.42);
          }
          if (play.loadsForever) return;
          if (play.failsAtStart !== undefined) return fail(error(play.failsAtStart));
          progress(monitor, 1);
          state = 'available';
          done(new Session((options.expectedInputs ?? []).some(({ type }) => type === 'image')));
        }),
    },
  };
}
