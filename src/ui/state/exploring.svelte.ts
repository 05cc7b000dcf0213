import type {
  ColumnOverview,
  ColumnShape,
  Explored,
  ShapeOptions,
  SplitShape,
  Understanding,
} from '../../engine/index';
import type { TableAt } from '../../workers/api';
import type { SplitBy } from '../../workers/explore-api';
import type { EngineClient } from '../../workers/client';
import { Brushing } from './brushing.svelte';
import { Pairing } from './pairing.svelte';

interface Found {
  understanding: Understanding;
  cards: readonly ColumnOverview[];
  told: Explored | null;
  /** Whether what is told is of this table, not of the one before. */
  whole: boolean;
}

/** What is seen of the table that was understood, found out once for each when the place is opened. */
export class Exploring {
  readonly #client: EngineClient;
  readonly pairs: Pairing;
  readonly brush: Brushing;
  #found = $state.raw<Found | null>(null);
  #failed = $state(false);
  /** Over once the top of the page is there: what stands below is asked for then. */
  #first = Promise.resolve();

  constructor(client: EngineClient) {
    this.#client = client;
    this.pairs = new Pairing(client, () => this.#first);
    this.brush = new Brushing(client);
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** Whether all that is known is of this table. */
  knows(understanding: Understanding | null): boolean {
    return this.#found?.understanding === understanding && this.#found.whole;
  }

  /** A card per column; those of the table before while its own are counted, null where there is nothing yet. */
  cards(understanding: Understanding | null): readonly ColumnOverview[] | null {
    return this.#of(understanding)?.cards ?? null;
  }

  /** Null until it is found out. */
  told(understanding: Understanding | null): Explored | null {
    return this.#of(understanding)?.told ?? null;
  }

  #of(understanding: Understanding | null): Found | null {
    const name = this.#found?.understanding.source.name;
    return name !== undefined && name === understanding?.source.name ? this.#found : null;
  }

  /** Finds it out, until the signal says that another table is shown or nobody looks any more. */
  async look(understanding: Understanding, table: TableAt, signal: AbortSignal): Promise<void> {
    if (this.knows(understanding)) return;
    this.#failed = false;
    this.brush.clear();
    const looking = this.#lookFirst(understanding, table, signal);
    this.#first = looking.then(
      () => undefined,
      () => undefined,
    );
    const told = await looking;
    if (!told || !this.#found) return;
    const all = await this.#client.watched((api, call, watch) => api.allFindings(call, table, watch), {
      signal,
    });
    if (signal.aborted || !all.ok) return;
    this.#found = { ...this.#found, told: { ...told, findings: all.value } };
  }

  /** The cards, and what is told of them; null where it was stopped or failed. */
  async #lookFirst(
    understanding: Understanding,
    table: TableAt,
    signal: AbortSignal,
  ): Promise<Explored | null> {
    const cards = await this.#client.watched((api, call, watch) => api.overview(call, table, watch), {
      signal,
    });
    if (signal.aborted) return null;
    if (!cards.ok) {
      this.#failed = true;
      return null;
    }
    // What was told of the table before stays until that of this one is known.
    const before = this.told(understanding);
    this.#found = { understanding, cards: cards.value, told: before, whole: false };
    // Somebody may choose rows at once.
    await this.brush.readyCards(table);
    if (signal.aborted) return null;
    const told = await this.#client.watched((api, call, watch) => api.explored(call, table, watch), {
      signal,
    });
    if (signal.aborted) return null;
    if (!told.ok) {
      this.#failed = true;
      return null;
    }
    this.#found = { understanding, cards: cards.value, told: told.value, whole: true };
    return told.value;
  }

  /** What the pictures of a column are drawn from; null where it was stopped or cannot be. */
  async shape(
    table: TableAt,
    column: string,
    options: ShapeOptions,
    signal: AbortSignal,
  ): Promise<ColumnShape | null> {
    const answer = await this.#client.watched(
      (api, call, watch) => api.columnShape(call, table, column, options, watch),
      { signal },
    );
    return answer.ok ? answer.value : null;
  }

  /** The main picture of a column for each group; null where it was stopped or cannot be. */
  async split(
    table: TableAt,
    columns: { column: string; by: SplitBy },
    options: ShapeOptions,
    signal: AbortSignal,
  ): Promise<SplitShape | null> {
    const answer = await this.#client.watched(
      (api, call, watch) => api.splitShape(call, table, columns, options, watch),
      { signal },
    );
    return answer.ok ? answer.value : null;
  }
}
