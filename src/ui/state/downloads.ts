import type { Code, ExportNotes, Recipe } from '../../engine/index';
import type { Outcome } from '../../workers/api';
import type { WrittenCode } from '../../workers/exports/code';
import type { ListColumns, WantedFile } from '../../workers/exports-api';
import type { EngineClient } from '../../workers/client';
import { saveAs } from './save-as';
import { answerOf } from './tables.svelte';
import type { WatchedWork } from './watched-work.svelte';

/** What is made of the work and handed to the browser as a download. */
export class Downloads {
  readonly #client: EngineClient;
  readonly #work: WatchedWork;
  readonly #recipe: () => Recipe | null;

  constructor(client: EngineClient, work: WatchedWork, recipe: () => Recipe | null) {
    this.#client = client;
    this.#work = work;
    this.#recipe = recipe;
  }

  /**
   * A file that the worker writes: straight into the person's own where one is given, else handed to the browser.
   * Gives what is to be said of it; null where it was not written.
   */
  async file(
    wanted: WantedFile,
    name: string,
    into: FileSystemFileHandle | null = null,
  ): Promise<ExportNotes | null> {
    const written = await this.#work.do('exporting', (api, call, watch) =>
      api.exportFile(call, wanted, into, watch),
    );
    if (written?.blob) saveAs(written.blob, name);
    return written?.notes ?? null;
  }

  /** The columns that lists can have. */
  listColumns(): Promise<ListColumns | null> {
    return answerOf(this.#client.ask((api) => api.listColumns()));
  }

  /** The recipe as code, to be looked at. */
  code(wanted: WrittenCode): Promise<Outcome<Code>> {
    return this.#client.ask((api) => api.code(wanted));
  }

  /** The recipe alone, or with what its steps learnt, as the command line takes them. */
  async recipe(kind: 'recipe' | 'model', name: string): Promise<void> {
    const content =
      kind === 'recipe' ? this.#recipe() : await answerOf(this.#client.ask((api) => api.model()));
    if (content) saveAs(new Blob([JSON.stringify(content, null, 2)], { type: 'application/json' }), name);
  }
}
