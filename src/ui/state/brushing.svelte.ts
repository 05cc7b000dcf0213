import type {
  BarChoice,
  Box,
  BrushPicture,
  Look,
  Looked,
  Selection,
  SelectionRule,
} from '../../engine/index';
import type { TableAt } from '../../workers/api';
import type { EngineClient } from '../../workers/client';
import type { BrushView } from '../../workers/pairs-api';

/**
 * The one selection of Explore: bars chosen in any picture, and what they leave of all others. The latest choice is asked
 * for; those between are skipped.
 */
export class Brushing {
  readonly #client: EngineClient;
  #selection = $state.raw<Selection>([]);
  #view = $state.raw<BrushView | null>(null);
  #failed = $state(false);
  #told = $state(false);
  /** Pictures on the page beside the cards, by what they are; how many show each. */
  readonly #looks = new Map<string, { look: Look; shown: number }>();
  #looked = $state.raw<ReadonlyMap<string, Looked>>(new Map());
  /** What is to be asked next, while an answer is under way. */
  #next: { table: TableAt; tell: boolean; wait?: true } | null = null;
  #asking = false;
  #readying = false;
  /** Whether the choice rests. */
  #settled = false;
  /** Pictures were not ready for a choice: they are counted once they are. */
  #again = false;

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

  /** Whether a column has a choice, in whichever picture. */
  chooses(column: string): boolean {
    return this.#selection.some((choice) => choice.column === column);
  }

  /** The bars chosen in a picture of a column; in that of its card where none is named. */
  barsOf(column: string, of?: BrushPicture): readonly number[] {
    const choice = this.#selection.find((one) => one.column === column);
    return choice && same(choice.of, of) ? choice.bars : [];
  }

  /** Selected rows of each bar of a card, blanks last; null without a selection. */
  countsOf(column: string): Uint32Array | null {
    return this.view?.counts.find((one) => one.column === column)?.counts ?? null;
  }

  /** The same of a picture that is looked at. */
  countsIn(look: Look): Looked | null {
    return this.view ? (this.#looked.get(JSON.stringify(look)) ?? null) : null;
  }

  /** Puts choices in place of those of their columns before; one without a bar: all rows. While dragging nothing is told. */
  choose(table: TableAt, choices: readonly BarChoice[], settled: boolean): void {
    const others = this.#selection.filter(({ column }) =>
      choices.every((choice) => choice.column !== column),
    );
    this.#selection = [...others, ...choices.filter(({ bars }) => bars.length > 0)];
    this.#settled = settled;
    this.#next = { table, tell: settled };
    void this.#ask();
  }

  /** Counts each selection in this picture too, until what it gives is called. */
  look(table: TableAt, look: Look): () => void {
    const key = JSON.stringify(look);
    const one = this.#looks.get(key) ?? { look, shown: 0 };
    one.shown++;
    this.#looks.set(key, one);
    if (this.#selection.length > 0 && !this.#looked.has(key)) {
      this.#next ??= { table, tell: true };
      void this.#ask();
    } else this.#readySoon(table);
    return () => {
      if (--one.shown === 0) this.#looks.delete(key);
    };
  }

  /** Lets all pictures that are shown be made ready for the first selection. */
  async ready(table: TableAt): Promise<void> {
    this.#readying = false;
    const looks = [...this.#looks.values()].map(({ look }) => look);
    await this.#client.watched((api, call, watch) => api.readyBrush(call, table, looks, watch), {});
  }

  /** The cards alone, before anything else is found out. */
  async readyCards(table: TableAt): Promise<void> {
    await this.#client.watched((api, call, watch) => api.readyBrush(call, table, [], watch), {});
  }

  /** The pictures of a page come one after the other. */
  #readySoon(table: TableAt): void {
    if (this.#readying) return;
    this.#readying = true;
    setTimeout(() => void this.ready(table));
  }

  /** The box of the selected numbers of a column. Null where there is none, it was stopped or cannot be. */
  async box(table: TableAt, column: string, signal: AbortSignal): Promise<Box | null> {
    const selection = this.#selection;
    const answer = await this.#client.watched(
      (api, call, watch) => api.selectedBox(call, table, selection, column, watch),
      { signal },
    );
    return answer.ok ? answer.value : null;
  }

  /** The selection as a rule that makes a segment. Null where it was stopped or cannot be. */
  async rule(table: TableAt, signal: AbortSignal): Promise<SelectionRule | null> {
    const selection = this.#selection;
    const answer = await this.#client.watched(
      (api, call, watch) => api.selectionRule(call, table, selection, watch),
      { signal },
    );
    return answer.ok ? answer.value : null;
  }

  clear(): void {
    this.#selection = [];
    this.#view = null;
    this.#failed = false;
  }

  /** What is ready does not wait for cards and pictures that must be read first. */
  async #lookAgain(table: TableAt): Promise<void> {
    if (this.#again) return;
    this.#again = true;
    const looks = new Set(this.#looks.keys());
    await this.ready(table);
    this.#again = false;
    this.#next ??= { table, tell: this.#settled };
    // Of pictures that have come meanwhile nothing is read yet: who waits for them waits long.
    if ([...this.#looks.keys()].every((key) => looks.has(key))) this.#next.wait = true;
    void this.#ask();
  }

  async #ask(): Promise<void> {
    if (this.#asking) return;
    this.#asking = true;
    while (this.#next) {
      const { table, tell, wait = false } = this.#next;
      this.#next = null;
      const selection = this.#selection;
      if (selection.length === 0) continue;
      const looks = [...this.#looks].map(([key, { look }]) => ({ key, look }));
      const started = performance.now();
      const answer = await this.#client.watched(
        (api, call, watch) =>
          api.brush(
            call,
            table,
            selection,
            looks.map(({ look }) => look),
            { tell, wait },
            watch,
          ),
        {},
      );
      performance.measure('tessera:brush', { start: started });
      this.#failed = !answer.ok;
      this.#told = answer.ok && tell && answer.value.whole;
      if (!answer.ok) continue;
      const { value } = answer;
      this.#looked = new Map(
        looks.flatMap(({ key }, at) => (value.looked[at] ? [[key, value.looked[at]] as const] : [])),
      );
      if (!value.whole || value.looked.includes(null)) void this.#lookAgain(table);
      this.#view = this.#told ? value : { ...value, told: this.#view?.told ?? [] };
    }
    this.#asking = false;
  }
}

const same = (one: BrushPicture | undefined, other: BrushPicture | undefined): boolean =>
  one === other || JSON.stringify(one) === JSON.stringify(other);
