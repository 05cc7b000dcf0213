import {
  knownOfColumns,
  overviewOf,
  type ColumnOverview,
  type Table,
  type Understanding,
  type Work,
} from '../engine/index';
import type { Outcome, TableAt, Watch } from './api';
import { EffectsAhead } from './effects-ahead';
import type { ExploreApi } from './explore-api';

/** The cards of a table, and what was understood of the files by then: roles may be said anew. */
interface Found {
  understanding: Understanding;
  cards: readonly ColumnOverview[];
}

/** What can be asked about a table as a whole; what was found is kept as long as the table is. */
export abstract class Exploring extends EffectsAhead implements ExploreApi {
  readonly #overviews = new WeakMap<Table, Found>();

  overview(call: number, at: TableAt, watch: Watch): Promise<Outcome<readonly ColumnOverview[]>> {
    return this.watched(call, watch, (work) => this.overviewAt(at, work));
  }

  protected async overviewAt(at: TableAt, work: Work): Promise<readonly ColumnOverview[]> {
    const table = this.table(at);
    const { understanding } = this.opened();
    const known = this.#overviews.get(table);
    if (known?.understanding === understanding) return known.cards;
    const cards = await overviewOf(table, knownOfColumns(table, understanding), work);
    this.#overviews.set(table, { understanding, cards });
    return cards;
  }
}
