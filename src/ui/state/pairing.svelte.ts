import type {
  Associations,
  CardsSplit,
  HeadlineSplit,
  MatrixByGroup,
  MissingBy,
  MissingTogether,
  OutlyingRows,
  PairByGroup,
  PairMatrix,
  PairView,
  Selection,
  TogetherByGroup,
} from '../../engine/index';
import type { TableAt } from '../../workers/api';
import type { SplitBy } from '../../workers/explore-api';
import type { EngineClient, WatchedCall } from '../../workers/client';

/** Questions about the columns of the table together; null where one was stopped or cannot be answered. */
export class Pairing {
  readonly #client: EngineClient;
  /** Until what is seen first is there. */
  readonly #first: () => Promise<void>;
  /** The two columns that are looked at beside each other. */
  chosen = $state.raw<readonly [string, string] | null>(null);

  constructor(client: EngineClient, first: () => Promise<void>) {
    this.#client = client;
    this.#first = first;
  }

  associations(table: TableAt, signal: AbortSignal): Promise<Associations | null> {
    return this.#ask((api, call, watch) => api.associations(call, table, watch), signal);
  }

  pair(table: TableAt, [a, b]: readonly [string, string], signal: AbortSignal): Promise<PairView | null> {
    return this.#ask((api, call, watch) => api.pair(call, table, a, b, watch), signal);
  }

  /** How two columns go together in each group by itself. */
  groups(
    table: TableAt,
    pair: readonly [string, string],
    by: SplitBy,
    signal: AbortSignal,
  ): Promise<PairByGroup | null> {
    return this.#ask((api, call, watch) => api.pairByGroup(call, table, pair, by, watch), signal);
  }

  /** `none` where too few columns of numbers are compared. */
  async matrix(table: TableAt, signal: AbortSignal): Promise<PairMatrix | 'none' | null> {
    await this.#first();
    const answer = await this.#client.watched((api, call, watch) => api.pairMatrix(call, table, watch), {
      signal,
    });
    return answer.ok ? (answer.value ?? 'none') : null;
  }

  /** The scatter matrix of each group by itself, of the rows that a selection leaves; `none` of fewer than two groups. */
  matrixBy(
    table: TableAt,
    by: SplitBy,
    selection: Selection,
    signal: AbortSignal,
  ): Promise<MatrixByGroup | 'none' | null> {
    return this.#ask(async (api, call, watch) => {
      const answer = await api.matrixByGroup(call, table, by, selection, watch);
      return answer.ok ? { ...answer, value: answer.value ?? 'none' } : answer;
    }, signal);
  }

  missing(table: TableAt, signal: AbortSignal): Promise<MissingTogether | null> {
    return this.#ask((api, call, watch) => api.missingTogether(call, table, watch), signal);
  }

  /** Blanks by a column or by segments, of the rows that a selection leaves. */
  missingBy(
    table: TableAt,
    by: SplitBy,
    selection: Selection,
    signal: AbortSignal,
  ): Promise<MissingBy | null> {
    return this.#ask((api, call, watch) => api.missingBy(call, table, by, selection, watch), signal);
  }

  /** How columns go together in the rows that a selection leaves. */
  associationsIn(table: TableAt, selection: Selection, signal: AbortSignal): Promise<Associations | null> {
    return this.#ask((api, call, watch) => api.selectedAssociations(call, table, selection, watch), signal);
  }

  /** The scatter matrix of the rows that a selection leaves. */
  matrixIn(table: TableAt, selection: Selection, signal: AbortSignal): Promise<PairMatrix | null> {
    return this.#ask((api, call, watch) => api.selectedMatrix(call, table, selection, watch), signal);
  }

  /** What is unusual among them. */
  outlyingIn(table: TableAt, selection: Selection, signal: AbortSignal): Promise<OutlyingRows | null> {
    return this.#ask((api, call, watch) => api.selectedOutlying(call, table, selection, watch), signal);
  }

  /** What each period of the headline brought to each group. */
  headline(table: TableAt, by: SplitBy, signal: AbortSignal): Promise<HeadlineSplit | null> {
    return this.#ask((api, call, watch) => api.headlineSplit(call, table, by, watch), signal);
  }

  /** How columns go together in each group by itself. */
  associationsBy(table: TableAt, by: SplitBy, signal: AbortSignal): Promise<TogetherByGroup | null> {
    return this.#ask((api, call, watch) => api.associationsByGroup(call, table, by, watch), signal);
  }

  outlying(table: TableAt, signal: AbortSignal): Promise<OutlyingRows | null> {
    return this.#ask((api, call, watch) => api.outlyingRows(call, table, watch), signal);
  }

  /** The bars of all cards for each group, of the rows that a selection leaves. */
  async cards(
    table: TableAt,
    by: SplitBy,
    selection: Selection,
    signal: AbortSignal,
  ): Promise<CardsSplit | null> {
    const answer = await this.#client.watched(
      (api, call, watch) => api.cardsSplit(call, table, by, selection, watch),
      { signal },
    );
    return answer.ok ? answer.value : null;
  }

  async #ask<T>(make: WatchedCall<T>, signal: AbortSignal): Promise<T | null> {
    await this.#first();
    const answer = await this.#client.watched(make, { signal });
    return answer.ok ? answer.value : null;
  }
}
