import type {
  Associations,
  MissingBy,
  MissingTogether,
  OutlyingRows,
  PairMatrix,
  PairView,
} from '../../engine/index';
import type { TableAt } from '../../workers/api';
import type { EngineClient, WatchedCall } from '../../workers/client';

/** Questions about the columns of the table together; null where one was stopped or cannot be answered. */
export class Pairing {
  readonly #client: EngineClient;
  /** The two columns that are looked at beside each other. */
  chosen = $state.raw<readonly [string, string] | null>(null);

  constructor(client: EngineClient) {
    this.#client = client;
  }

  associations(table: TableAt, signal: AbortSignal): Promise<Associations | null> {
    return this.#ask((api, call, watch) => api.associations(call, table, watch), signal);
  }

  pair(table: TableAt, [a, b]: readonly [string, string], signal: AbortSignal): Promise<PairView | null> {
    return this.#ask((api, call, watch) => api.pair(call, table, a, b, watch), signal);
  }

  /** `none` where too few columns of numbers are compared. */
  async matrix(table: TableAt, signal: AbortSignal): Promise<PairMatrix | 'none' | null> {
    const answer = await this.#client.watched((api, call, watch) => api.pairMatrix(call, table, watch), {
      signal,
    });
    return answer.ok ? (answer.value ?? 'none') : null;
  }

  missing(table: TableAt, signal: AbortSignal): Promise<MissingTogether | null> {
    return this.#ask((api, call, watch) => api.missingTogether(call, table, watch), signal);
  }

  missingBy(table: TableAt, by: string, signal: AbortSignal): Promise<MissingBy | null> {
    return this.#ask((api, call, watch) => api.missingBy(call, table, by, watch), signal);
  }

  outlying(table: TableAt, signal: AbortSignal): Promise<OutlyingRows | null> {
    return this.#ask((api, call, watch) => api.outlyingRows(call, table, watch), signal);
  }

  async #ask<T>(make: WatchedCall<T>, signal: AbortSignal): Promise<T | null> {
    const answer = await this.#client.watched(make, { signal });
    return answer.ok ? answer.value : null;
  }
}
