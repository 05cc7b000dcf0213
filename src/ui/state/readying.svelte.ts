import type { Associations, FeatureProposal, RecipeStep, Understanding } from '../../engine/index';
import type { TableAt } from '../../workers/api';
import type { EngineClient } from '../../workers/client';

interface Found {
  understanding: Understanding;
  proposals: readonly FeatureProposal[];
}

/** What the columns could become before customers are grouped, found out once for each table that was understood. */
export class Readying {
  readonly #client: EngineClient;
  #found = $state.raw<Found | null>(null);
  #failed = $state(false);

  constructor(client: EngineClient) {
    this.#client = client;
  }

  get failed(): boolean {
    return this.#failed;
  }

  /** In the order of the table; null until something is known of it. */
  of(understanding: Understanding): readonly FeatureProposal[] | null {
    return this.#found?.understanding === understanding ? this.#found.proposals : null;
  }

  /** Finds it out, until the signal says that another table is shown or nobody looks any more. */
  async look(understanding: Understanding, table: TableAt, signal: AbortSignal): Promise<void> {
    if (this.#found?.understanding === understanding) return;
    this.#failed = false;
    const answer = await this.#client.watched(
      (api, call, watch) => api.featureProposals(call, table, watch),
      {
        signal,
      },
    );
    if (signal.aborted) return;
    if (answer.ok) this.#found = { understanding, proposals: answer.value };
    else this.#failed = true;
  }

  /** How columns would go together after some steps; null where it was stopped or cannot be told. */
  async together(
    table: TableAt,
    steps: readonly RecipeStep[],
    columns: readonly string[],
    signal: AbortSignal,
  ): Promise<Associations | null> {
    const answer = await this.#client.watched(
      (api, call, watch) => api.featuresTogether(call, table, steps, columns, watch),
      { signal },
    );
    return answer.ok ? answer.value : null;
  }
}
