import type { History, Moves, NoHistory, Progress } from '../../engine/index';
import type { HistoryFile, HistorySpan, RunView } from '../../workers/api';
import type { EngineClient, Watched } from '../../workers/client';
import { saveAs } from './save-as';

const FORMAT = { rows: 'customers', delimiter: ',', decimal: '.', bom: false } as const;

/** The segments month by month: worked out when a person asks, and from then on for each run that is shown. */
export class LookingBack {
  readonly #client: EngineClient;
  #asked = $state(false);
  #failed = $state(false);
  #progress = $state.raw<Progress | null>(null);
  #found = $state.raw<{ run: RunView; history: History | NoHistory } | null>(null);

  constructor(client: EngineClient) {
    this.#client = client;
  }

  get asked(): boolean {
    return this.#asked;
  }
  get failed(): boolean {
    return this.#failed;
  }
  get progress(): Progress | null {
    return this.#progress;
  }

  /** Null until it is worked out. */
  of(run: RunView | null): History | NoHistory | null {
    return this.#found !== null && this.#found.run === run ? this.#found.history : null;
  }

  ask(): void {
    this.#asked = true;
    this.#failed = false;
  }

  cancel(): void {
    this.#asked = false;
  }

  /** Works it out for this run, until the signal says that another is shown or nobody asks any more. */
  async look(run: RunView, signal: AbortSignal): Promise<void> {
    if (this.#found?.run === run) return;
    this.#progress = null;
    const onProgress = (progress: Progress) => {
      if (!signal.aborted) this.#progress = progress;
    };
    const answer = await this.#client.watched((api, call, watch) => api.history(call, watch), {
      signal,
      onProgress,
    });
    if (signal.aborted) return;
    if (answer.ok) this.#found = { run, history: answer.value };
    else [this.#asked, this.#failed] = [false, true];
  }

  /** Who moved between two points; null where it was stopped or cannot be. */
  async moves(span: HistorySpan, watched: Watched): Promise<Moves | null> {
    const answer = await this.#client.watched(
      (api, call, watch) => api.historyMoves(call, span, watch),
      watched,
    );
    return answer.ok ? answer.value : null;
  }

  /** Saves sizes or moves of all months, or the customers of a move, as a file. True unless it could not be written. */
  async download(what: HistoryFile, name: string): Promise<boolean> {
    const answer = await this.#client.watched(
      (api, call, watch) => api.historyCsv(call, what, FORMAT, watch),
      {},
    );
    if (answer.ok) saveAs(answer.value, name);
    return answer.ok;
  }
}
