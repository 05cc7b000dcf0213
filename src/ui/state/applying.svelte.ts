import type { Compared, RecipeApplied } from '../../workers/api';
import type { WatchedWork } from './watched-work.svelte';

/** A saved recipe on its way to another file: it waits for a file, is held against it, and runs at a person's word. */
export class Applying {
  readonly #work: WatchedWork;
  readonly #applied: (done: RecipeApplied) => Promise<void>;
  #held = $state.raw<{ name: string; text: string } | null>(null);
  #compared = $state.raw<Compared | null>(null);
  #names = $state.raw<ReadonlyMap<string, string>>(new Map());

  constructor(work: WatchedWork, applied: (done: RecipeApplied) => Promise<void>) {
    this.#work = work;
    this.#applied = applied;
  }

  /** Name of the recipe's file that waits for a file of data. */
  get waiting(): string | null {
    return this.#compared ? null : (this.#held?.name ?? null);
  }
  /** How recipe and file differ, once they were held together. */
  get compared(): Compared | null {
    return this.#compared;
  }
  get name(): string {
    return this.#held?.name ?? '';
  }
  /** The column of the file that stands for one of the recipe; empty where none does. */
  found(column: string): string {
    return this.#names.get(column) ?? '';
  }

  /** How many columns of the recipe others stand for. */
  get renamed(): number {
    return this.#names.size;
  }

  async hold(file: File): Promise<void> {
    this.forget();
    this.#held = { name: file.name, text: await file.text() };
  }

  forget(): void {
    this.#held = null;
    this.#compared = null;
    this.#names = new Map();
  }

  /** Holds the recipe against the file that is open; columns proposed for missing ones are taken at first. */
  async compare(): Promise<void> {
    const { text } = this.#held!;
    const compared = await this.#compare(text, []);
    if (!compared) return this.forget();
    this.#names = new Map(
      compared.names.flatMap(({ column, found }) => (found === null ? [] : [[column, found]])),
    );
    this.#compared = compared;
    if (this.#names.size > 0) await this.#again();
  }

  /** Another column of the file, or none, stands for one of the recipe. */
  async take(column: string, found: string): Promise<void> {
    const names = new Map([...this.#names].filter(([one, other]) => one !== column && other !== found));
    if (found !== '') names.set(column, found);
    this.#names = names;
    await this.#again();
  }

  /** The missing columns stay listed, whether something stands for them or not. */
  async #again(): Promise<void> {
    const before = this.#compared!;
    const compared = await this.#compare(this.#held!.text, [...this.#names]);
    if (compared) this.#compared = { ...compared, names: before.names, spare: before.spare };
  }

  #compare(text: string, names: readonly (readonly [string, string])[]): Promise<Compared | null> {
    return this.#work.do('looking', (api, call, watch) => api.compareRecipe(call, text, names, watch));
  }

  async apply(mode: 'learn' | 'reuse'): Promise<boolean> {
    const { text } = this.#held!;
    const names = [...this.#names];
    const done = await this.#work.do('running', (api, call, watch) =>
      api.applyRecipe(call, text, names, mode, watch),
    );
    if (!done) return false;
    this.forget();
    await this.#applied(done);
    return true;
  }
}
