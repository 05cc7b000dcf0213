/** The part of the Prompt API that is used here. Web Machine Learning Community Group, "Prompt API"; MDN, "LanguageModel". */
export interface LanguageModels {
  availability(wanted: typeof WANTED): Promise<Availability>;
  create(
    wanted: typeof WANTED & { signal: AbortSignal; monitor(loading: EventTarget): void },
  ): Promise<Session>;
}

export type Availability = 'unavailable' | 'downloadable' | 'downloading' | 'available';

interface Session {
  /** Tokens; both are missing in versions of before. */
  readonly contextUsage?: number;
  readonly contextWindow?: number;
  promptStreaming(messages: readonly Message[], options: { signal: AbortSignal }): ReadableStream<unknown>;
  destroy(): void;
}

interface Message {
  role: 'user';
  content: readonly ({ type: 'text'; value: string } | { type: 'image'; value: Blob })[];
}

/** Asked for alike in `availability` and `create`, as the documentation wants it. */
export const WANTED = {
  expectedInputs: [{ type: 'text', languages: ['en'] }, { type: 'image' }],
  expectedOutputs: [{ type: 'text', languages: ['en'] }],
} as const;

export type BrowserTrouble =
  | 'not-there'
  | 'not-allowed'
  | 'not-loaded'
  | 'not-started'
  | 'too-large'
  | 'language'
  | 'blocked'
  | 'cut-off'
  | 'empty'
  | 'failed';

/** How an answer ended; `stopped` by the person. */
export type BrowserEnd =
  | { how: 'whole' | 'length' | 'stopped' }
  | { how: 'failed'; trouble: BrowserTrouble; /** The browser's own words. */ said: string };

export interface BrowserListening {
  /** How much of the model is loaded, 0 to 1; told also where nothing has to be. */
  onLoading(share: number): void;
  /** The model is there, and reads the picture. */
  onAsked(): void;
  onText(piece: string): void;
  /** The person's stop. */
  signal: AbortSignal;
}

const MOST_WORDS = 300;
const AT_START: Readonly<Record<string, BrowserTrouble>> = {
  NotAllowedError: 'not-allowed',
  NotSupportedError: 'not-there',
  NetworkError: 'not-loaded',
  OperationError: 'not-started',
};
const WHILE_ASKED: Readonly<Record<string, BrowserTrouble>> = {
  NotAllowedError: 'not-allowed',
  NotSupportedError: 'language',
  NotReadableError: 'blocked',
  QuotaExceededError: 'too-large',
  // Not the person's: the browser ended it.
  AbortError: 'cut-off',
};

/** The browser's own models; undefined where it has none. */
export const modelsOf = (scope: object): LanguageModels | undefined =>
  (scope as { LanguageModel?: LanguageModels }).LanguageModel;

/** Whether a model that reads pictures is there, or could be loaded. Loads nothing. */
export async function stateOf(models: LanguageModels | undefined): Promise<Availability> {
  try {
    return (await models?.availability(WANTED)) ?? 'unavailable';
  } catch {
    return 'unavailable';
  }
}

/** Asks the browser's own model, which is loaded first where it has to be; never throws. */
export async function askBrowser(
  models: LanguageModels | undefined,
  { picture, prompt }: { picture: Uint8Array<ArrayBuffer>; prompt: string },
  { onLoading, onAsked, onText, signal }: BrowserListening,
): Promise<BrowserEnd> {
  let session: Session | undefined;
  try {
    if (!models) return { how: 'failed', trouble: 'not-there', said: '' };
    session = await models.create({ ...WANTED, signal, monitor: (loading) => watch(loading, onLoading) });
    onAsked();
    const image = new Blob([picture], { type: 'image/png' });
    const content = [
      { type: 'text', value: prompt },
      { type: 'image', value: image },
    ] as const;
    const said = await listen(session.promptStreaming([{ role: 'user', content }], { signal }), onText);
    if (!said) return { how: 'failed', trouble: 'empty', said: '' };
    return { how: isFull(session) ? 'length' : 'whole' };
  } catch (error) {
    return signal.aborted ? { how: 'stopped' } : failureOf(error, session ? WHILE_ASKED : AT_START);
  } finally {
    session?.destroy();
  }
}

function watch(loading: EventTarget, onLoading: (share: number) => void): void {
  loading.addEventListener('downloadprogress', (event) => onLoading((event as ProgressEvent).loaded));
}

/** Whether a word came. */
async function listen(stream: ReadableStream<unknown>, onText: (piece: string) => void): Promise<boolean> {
  const reader = stream.getReader();
  let said = false;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return said;
    if (typeof value !== 'string' || value === '') continue;
    said ||= value.trim() !== '';
    onText(value);
  }
}

/** Nothing else tells that an answer ended for want of room. */
const isFull = ({ contextUsage = 0, contextWindow = Infinity }: Session): boolean =>
  contextUsage >= contextWindow;

function failureOf(error: unknown, troubles: Readonly<Record<string, BrowserTrouble>>): BrowserEnd {
  const { name, message } = error instanceof Error ? error : { name: '', message: String(error) };
  const said = (message || name).slice(0, MOST_WORDS);
  return { how: 'failed', trouble: troubles[name] ?? 'failed', said };
}
