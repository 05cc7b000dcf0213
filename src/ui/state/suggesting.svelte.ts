import type { Suggestion, Understanding } from '../../engine/index';
import type { TableAt } from '../../workers/api';
import type { EngineClient } from '../../workers/client';

interface Found {
  understanding: Understanding;
  all: readonly Suggestion[];
}

/** What may be cleaned, found out once for each table that was understood, when the place is opened. */
export class Suggesting {
  readonly #client: EngineClient;
  /** Those put away as not for this file, by id. */
  readonly #refused: () => readonly string[] | undefined;
  #found = $state.raw<Found | null>(null);
  #failed = $state(false);
  readonly #left = $derived.by(() => {
    const refused = new Set(this.#refused());
    return this.#found?.all.filter(({ id }) => !refused.has(id)) ?? [];
  });

  constructor(client: EngineClient, refused: () => readonly string[] | undefined) {
    this.#client = client;
    this.#refused = refused;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Whether what is known is of this table; else it is of one the same file had before, or there is nothing yet. */
  knows(understanding: Understanding | null): boolean {
    return this.#found !== null && this.#found.understanding === understanding;
  }

  /** All but those put away; null until something is known of the file. */
  left(understanding: Understanding | null): readonly Suggestion[] | null {
    const name = this.#found?.understanding.source.name;
    return name !== undefined && name === understanding?.source.name ? this.#left : null;
  }

  /** How many of them are put away. */
  away(): number {
    return (this.#found?.all.length ?? 0) - this.#left.length;
  }

  /** Finds it out, until the signal says that another table is shown or nobody looks any more. */
  async look(understanding: Understanding, table: TableAt, signal: AbortSignal): Promise<void> {
    if (this.#found?.understanding === understanding) return;
    this.#failed = false;
    const answer = await this.#client.watched((api, call, watch) => api.suggestions(call, table, watch), {
      signal,
    });
    if (signal.aborted) return;
    if (answer.ok) this.#found = { understanding, all: answer.value };
    else this.#failed = true;
  }
}
