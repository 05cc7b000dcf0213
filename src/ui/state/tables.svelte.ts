import type {
  BinsAhead,
  ColumnChoice,
  ColumnProfile,
  ColumnTrial,
  CustomerPairs,
  FaultInTurn,
  FirstRows,
  FormulaTrial,
  GroupingsCompared,
  InsideCount,
  MapArea,
  ReadOptions,
  Recipe,
  ReportView,
  Rule,
  RulesCount,
  SegmentNarrative,
  Spellings,
  StepEffect,
  TryFormula,
} from '../../engine/index';
import type {
  OtherGrouping,
  Outcome,
  RowsPage,
  RowsQuery,
  StepAhead,
  TableAt,
  TableHead,
} from '../../workers/api';
import type { EngineClient, WatchedCall } from '../../workers/client';
import { LookingBack } from './looking-back.svelte';

/** Questions about the tables that lie in the worker. */
export class Tables {
  readonly #client: EngineClient;
  /** The segments month by month. */
  readonly back: LookingBack;

  constructor(client: EngineClient) {
    this.#client = client;
    this.back = new LookingBack(client);
  }

  head(table: TableAt): Promise<TableHead | null> {
    return answerOf(this.#client.ask((api) => api.head(table)));
  }

  profile(table: TableAt, column: string): Promise<ColumnProfile | null> {
    return answerOf(this.#client.ask((api) => api.profile(table, column)));
  }

  /** What a column would be if that were said of it; tried on the first rows or on all. Null where it was stopped or cannot be. */
  trial(
    column: string,
    choice: ColumnChoice,
    whole: boolean,
    signal: AbortSignal,
  ): Promise<ColumnTrial | null> {
    const make: WatchedCall<ColumnTrial> = (api, call, watch) =>
      api.tryColumn(call, column, choice, whole, watch);
    return answerOf(this.#client.watched(make, { signal }));
  }

  /** The first rows of a file as they would be read in some way. Null where it was stopped or cannot be. */
  preview(file: File, options: Partial<ReadOptions>, signal: AbortSignal): Promise<FirstRows | null> {
    const make: WatchedCall<FirstRows | null> = (api, call, watch) => api.preview(call, file, options, watch);
    return answerOf(this.#client.watched(make, { signal }));
  }

  /** The segments held against another grouping of the same customers. Null where it was stopped or cannot be. */
  compareSegments(other: OtherGrouping, signal: AbortSignal): Promise<GroupingsCompared | null> {
    const make: WatchedCall<GroupingsCompared> = (api, call, watch) =>
      api.compareSegments(call, other, watch);
    return answerOf(this.#client.watched(make, { signal }));
  }

  /** Who would be in a segment drawn on the map. Null where it was stopped or cannot be. */
  countInside(area: MapArea, signal: AbortSignal): Promise<InsideCount | null> {
    const make: WatchedCall<InsideCount> = (api, call, watch) => api.countInside(call, area, watch);
    return answerOf(this.#client.watched(make, { signal }));
  }

  /** How many customers each rule would have. Null where it was stopped or cannot be. */
  countRules(rules: readonly Rule[], signal: AbortSignal): Promise<RulesCount | null> {
    const make: WatchedCall<RulesCount> = (api, call, watch) => api.countRules(call, rules, watch);
    return answerOf(this.#client.watched(make, { signal }));
  }

  /** Columns that say who a customer is. Null where it was stopped or cannot be. */
  customerColumns(table: TableAt, customer: string, signal: AbortSignal): Promise<string[] | null> {
    const make: WatchedCall<string[]> = (api, call, watch) =>
      api.customerColumns(call, table, customer, watch);
    return answerOf(this.#client.watched(make, { signal }));
  }

  /** Rows that may be one customer. Null where it was stopped or cannot be. */
  customerPairs(table: TableAt, params: unknown, signal: AbortSignal): Promise<CustomerPairs | null> {
    const make: WatchedCall<CustomerPairs> = (api, call, watch) =>
      api.customerPairs(call, table, params, watch);
    return answerOf(this.#client.watched(make, { signal }));
  }

  /** What a step would do, of a sample or of all rows. Null where a sample says nothing. */
  effect(ahead: StepAhead, sample: number | null, signal: AbortSignal): Promise<Outcome<StepEffect | null>> {
    const make: WatchedCall<StepEffect | null> = (api, call, watch) => api.effect(call, ahead, sample, watch);
    return this.#client.watched(make, { signal });
  }

  /** The bins that the choices give. Null where it was stopped, or they give none. */
  bins(table: TableAt, chosen: unknown, signal: AbortSignal): Promise<BinsAhead | null> {
    const make: WatchedCall<BinsAhead | null> = (api, call, watch) =>
      api.binsAhead(call, table, chosen, watch);
    return answerOf(this.#client.watched(make, { signal }));
  }

  /** A formula as it stands, tried on the first rows. Null where it was stopped or cannot be. */
  tryFormula(table: TableAt, formula: TryFormula, signal: AbortSignal): Promise<FormulaTrial | null> {
    const make: WatchedCall<FormulaTrial> = (api, call, watch) => api.tryFormula(call, table, formula, watch);
    return answerOf(this.#client.watched(make, { signal }));
  }

  /** All that could not run in each of these recipes; null where that cannot be told. */
  faults(recipes: readonly Recipe[]): Promise<readonly (readonly FaultInTurn[])[] | null> {
    return answerOf(this.#client.ask((api) => api.faults(recipes)));
  }

  /** Spellings of a column that may be one. Null where it was stopped or cannot be. */
  spellings(
    table: TableAt,
    column: string,
    asked: readonly string[],
    signal: AbortSignal,
  ): Promise<Spellings | null> {
    const make: WatchedCall<Spellings> = (api, call, watch) =>
      api.spellings(call, table, column, asked, watch);
    return answerOf(this.#client.watched(make, { signal }));
  }

  /** What is to be said of each segment. Null where it was stopped or cannot be. */
  narratives(signal: AbortSignal): Promise<readonly SegmentNarrative[] | null> {
    const make: WatchedCall<readonly SegmentNarrative[]> = (api, call, watch) => api.narratives(call, watch);
    return answerOf(this.#client.watched(make, { signal }));
  }

  /** What a report may say. Null where it was stopped or cannot be. */
  reportView(signal: AbortSignal): Promise<ReportView | null> {
    const make: WatchedCall<ReportView> = (api, call, watch) => api.reportView(call, watch);
    return answerOf(this.#client.watched(make, { signal }));
  }

  rows(query: RowsQuery): Promise<RowsPage | null> {
    const asked = $state.snapshot(query) as RowsQuery;
    return answerOf(this.#client.ask((api) => api.rows(asked)));
  }
}

/** A late answer about a table that is no longer there is dropped, and so is its error. */
export async function answerOf<T>(asked: Promise<Outcome<T>>): Promise<T | null> {
  const answer = await asked;
  return answer.ok ? answer.value : null;
}
