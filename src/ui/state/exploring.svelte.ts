import type {
  ColumnOverview,
  ColumnShape,
  Explored,
  ShapeOptions,
  SplitShape,
  Understanding,
} from '../../engine/index';
import type { TableAt } from '../../workers/api';
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

  constructor(client: EngineClient) {
    this.#client = client;
    this.pairs = new Pairing(client);
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
    const cards = await this.#client.watched((api, call, watch) => api.overview(call, table, watch), {
      signal,
    });
    if (signal.aborted) return;
    if (!cards.ok) {
      this.#failed = true;
      return;
    }
    // What was told of the table before stays until that of this one is known.
    const before = this.told(understanding);
    this.#found = { understanding, cards: cards.value, told: before, whole: false };
    const told = await this.#client.watched((api, call, watch) => api.explored(call, table, watch), {
      signal,
    });
    if (signal.aborted) return;
    if (!told.ok) {
      this.#failed = true;
      return;
    }
    this.#found = { understanding, cards: cards.value, told: told.value, whole: true };
    const all = await this.#client.watched((api, call, watch) => api.allFindings(call, table, watch), {
      signal,
    });
    if (signal.aborted || !all.ok) return;
    this.#found = { ...this.#found, told: { ...told.value, findings: all.value } };
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

  /** The main picture of a column for each group of another; null where it was stopped or cannot be. */
  async split(
    table: TableAt,
    columns: { column: string; by: string },
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
