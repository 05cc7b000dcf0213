import type { Selection } from '../../engine/index';
import type { TableAt } from '../../workers/api';
import type { EngineClient } from '../../workers/client';
import type { BrushView } from '../../workers/pairs-api';

/** The bars chosen on the cards, and what they leave of all others. The latest choice is asked for; those between are skipped. */
export class Brushing {
  readonly #client: EngineClient;
  #selection = $state.raw<Selection>([]);
  #view = $state.raw<BrushView | null>(null);
  #failed = $state(false);
  #told = $state(false);
  /** What is to be asked next, while an answer is under way. */
  #next: { table: TableAt; tell: boolean } | null = null;
  #asking = false;

  constructor(client: EngineClient) {
    this.#client = client;
  }

  get selection(): Selection {
    return this.#selection;
  }
  /** What the selection leaves; that of the choice before while the present one is counted, null without one. */
  get view(): BrushView | null {
    return this.#selection.length > 0 ? this.#view : null;
  }
  /** Whether the view says what is different; while dragging it does not. */
  get told(): boolean {
    return this.#told;
  }
  get failed(): boolean {
    return this.#failed;
  }

  barsOf(column: string): readonly number[] {
    return this.#selection.find((choice) => choice.column === column)?.bars ?? [];
  }

  /** Chooses bars of a column instead of those before, none: all. While dragging nothing is told. */
  choose(table: TableAt, column: string, bars: readonly number[], settled: boolean): void {
    const others = this.#selection.filter((choice) => choice.column !== column);
    this.#selection = bars.length > 0 ? [...others, { column, bars }] : others;
    this.#next = { table, tell: settled };
    void this.#ask();
  }

  clear(): void {
    this.#selection = [];
    this.#view = null;
    this.#failed = false;
  }

  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    while (this.#next) {
      const { table, tell } = this.#next;
      this.#next = null;
      const selection = this.#selection;
      if (selection.length === 0) continue;
      const started = performance.now();
      const answer = await this.#client.watched(
        (api, call, watch) => api.brush(call, table, selection, tell, watch),
        {},
      );
      performance.measure('tessera:brush', { start: started });
      this.#failed = !answer.ok;
      this.#told = answer.ok && tell;
      if (answer.ok) this.#view = tell ? answer.value : { ...answer.value, told: this.#view?.told ?? [] };
    }
    this.#asking = false;
  }
}
