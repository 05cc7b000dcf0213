import type { ColumnProfile } from '../../engine/index';
import type { Outcome, RowsPage, RowsQuery, TableAt, TableHead } from '../../workers/api';
import type { EngineClient } from '../../workers/client';

/** Questions about the tables that lie in the worker. */
export class Tables {
  readonly #client: EngineClient;

  constructor(client: EngineClient) {
    this.#client = client;
  }

  head(table: TableAt): Promise<TableHead | null> {
    return answerOf(this.#client.ask((api) => api.head(table)));
  }

  profile(table: TableAt, column: string): Promise<ColumnProfile | null> {
    return answerOf(this.#client.ask((api) => api.profile(table, column)));
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
