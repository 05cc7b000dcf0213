import type { ChangedChoice, RunView, SinceLastTime } from '../../workers/api';
import type { EngineClient } from '../../workers/client';
import { saveAs } from './save-as';
import { answerOf } from './tables.svelte';
import type { WatchedWork } from './watched-work.svelte';

const FORMAT = { rows: 'customers', delimiter: ',', decimal: '.', bom: false } as const;

/** What has changed since the model in use was made, asked for once for each run. */
export class SinceLast {
  readonly #client: EngineClient;
  readonly #work: WatchedWork;
  #found = $state.raw<{ run: RunView; said: SinceLastTime | null } | null>(null);

  constructor(client: EngineClient, work: WatchedWork) {
    this.#client = client;
    this.#work = work;
  }

  /** Null while it is found out, and where nothing was reused. */
  of(run: RunView | null): SinceLastTime | null {
    return this.#found !== null && this.#found.run === run ? this.#found.said : null;
  }

  /** Finds it out for this run, until the signal says that another is shown. */
  async look(run: RunView, signal: AbortSignal): Promise<void> {
    if (this.#found?.run === run) return;
    const said = await answerOf(
      this.#client.watched((api, call, watch) => api.sinceLast(call, watch), { signal }),
    );
    if (!signal.aborted) this.#found = { run, said };
  }

  /** Compares with a labelled list of last time. */
  async compare(run: RunView, list: File): Promise<void> {
    const said = await this.#work.do('looking', (api, call, watch) => api.compareWithList(call, list, watch));
    if (said) this.#found = { run, said };
  }

  async download(choice: ChangedChoice, name: string): Promise<void> {
    const blob = await this.#work.do('exporting', (api, call, watch) =>
      api.changedCsv(call, choice, FORMAT, watch),
    );
    if (blob) saveAs(blob, name);
  }
}
