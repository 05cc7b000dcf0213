import type { Recipe } from '../../engine/index';
import type { Compared, RecipeApplied, RecipeFacts, RecipeTrial, SavedFile } from '../../workers/recipe-api';
import type { EngineClient } from '../../workers/client';
import type { PlainError } from '../../workers/wire';
import { SinceLast } from './since-last.svelte';
import { answerOf } from './tables.svelte';
import type { WatchedWork } from './watched-work.svelte';

/** Far above any recipe or model; a file beyond it is not even read. */
export const MOST_BYTES = 64e6;

interface HeldRecipe extends SavedFile {
  facts: RecipeFacts;
}

/** A saved recipe on its way to another file: it waits for a file, is held against it, and runs at a person's word. */
export class Applying {
  readonly #client: EngineClient;
  readonly #work: WatchedWork;
  readonly #applied: (done: RecipeApplied) => Promise<void>;
  /** What has changed since the recipe that was reused was made. */
  readonly since: SinceLast;
  #held = $state.raw<HeldRecipe | null>(null);
  #compared = $state.raw<Compared | null>(null);
  #names = $state.raw<ReadonlyMap<string, string>>(new Map());
  #trial = $state.raw<RecipeTrial | null>(null);
  #trying = $state(false);
  #tries = 0;
  #running = $state(false);
  #failed = $state.raw<PlainError | null>(null);

  constructor(client: EngineClient, work: WatchedWork, applied: (done: RecipeApplied) => Promise<void>) {
    this.#client = client;
    this.#work = work;
    this.#applied = applied;
    this.since = new SinceLast(client, work);
  }

  /** The recipe that waits for a file of data. */
  get waiting(): HeldRecipe | null {
    return this.#compared ? null : this.#held;
  }
  /** How recipe and file differ, once they were held together. */
  get compared(): Compared | null {
    return this.#compared;
  }
  /** What each step would do, once it was tried. */
  get trial(): RecipeTrial | null {
    return this.#trial;
  }
  /** Whether each step is being tried. */
  get trying(): boolean {
    return this.#trying;
  }
  /** Whether the file has all that the steps need. */
  get fits(): boolean {
    const of = this.#compared;
    return of !== null && !of.refused && !of.differences.some(({ severity }) => severity === 'breaks');
  }
  get running(): boolean {
    return this.#running;
  }
  /** Why it could not be done when it was tried. */
  get failed(): PlainError | null {
    return this.#failed;
  }
  /** The column of the file that stands for one of the recipe; empty where none does. */
  found(column: string): string {
    return this.#names.get(column) ?? '';
  }
  /** How many columns of the recipe others stand for. */
  get renamed(): number {
    return this.#names.size;
  }

  /** Takes the recipe if it is one; what is wrong with it is said at once. True if it waits now. */
  async hold(file: File): Promise<boolean> {
    if (file.size > MOST_BYTES) {
      this.forget();
      const details = { file: file.name, path: '', reason: 'too-large' };
      this.#work.fail({ code: 'not-a-recipe', details, step: null });
      return false;
    }
    return this.#hold({ name: file.name, text: await textOf(file) });
  }

  /** So is one from a session file that holds no rows. */
  holdSaved(saved: SavedFile): Promise<boolean> {
    return this.#hold(saved);
  }

  /** The recipe of the file that is open, with what it learnt, is to be used on another one. */
  async holdPresent(recipe: Recipe): Promise<boolean> {
    const model = await answerOf(this.#client.ask((api) => api.model()));
    await this.#client.ask((api) => api.keepLabels(null));
    return this.#holdContent(recipe.sources[0]!.name, model ?? recipe);
  }

  /** So is that of a stored session. */
  async holdSession({ id, name }: { id: string; name: string }): Promise<boolean> {
    const model = await answerOf(this.#client.ask((api) => api.sessionModel(id)));
    await this.#client.ask((api) => api.keepLabels({ id, name }));
    return model !== null && this.#holdContent(name, model);
  }

  #holdContent(name: string, content: unknown): Promise<boolean> {
    return this.#hold({ name: `The work on ${name}`, text: JSON.stringify(content), kept: true });
  }

  async #hold(saved: SavedFile): Promise<boolean> {
    this.forget();
    const facts = await this.#client.ask((api) => api.recipeFacts(saved));
    if (facts.ok) this.#held = { ...saved, facts: facts.value };
    else if ('error' in facts) this.#work.fail(facts.error);
    return facts.ok;
  }

  forget(): void {
    const { trying } = this;
    this.#held = null;
    this.#compared = null;
    this.#names = new Map();
    this.#trial = null;
    this.#failed = null;
    if (trying) this.#work.cancel();
  }

  /**
   * Holds the recipe against the file that is open; columns proposed for missing ones are taken at first. Where nothing is
   * missing then, each step is tried at once: what was tried need not be done again when it is applied.
   */
  async compare(): Promise<void> {
    const compared = await this.#compare([]);
    if (!compared) return this.forget();
    this.#names = new Map(
      compared.names.flatMap(({ column, found }) => (found === null ? [] : [[column, found]])),
    );
    const again = this.#names.size > 0 ? await this.#compare([...this.#names]) : compared;
    const needed = new Set(
      compared.differences.flatMap(({ column, severity }) => (severity === 'breaks' ? [column] : [])),
    );
    const names = compared.names.filter(({ column, found }) => found !== null || needed.has(column));
    this.#show(again ?? compared, { ...compared, names });
    if (this.fits) void this.try();
  }

  /** Another column of the file, or none, stands for one of the recipe. */
  async take(column: string, found: string): Promise<void> {
    const names = new Map([...this.#names].filter(([one, other]) => one !== column && other !== found));
    if (found !== '') names.set(column, found);
    const compared = await this.#compare([...names]);
    if (!compared) return;
    this.#names = names;
    this.#trial = null;
    this.#show(compared, this.#compared!);
    if (this.fits) void this.try();
  }

  /** The missing columns stay listed, whether something stands for them or not. */
  #show(compared: Compared, before: Compared): void {
    this.#compared = { ...compared, names: before.names, spare: before.spare };
  }

  #compare(names: readonly (readonly [string, string])[]): Promise<Compared | null> {
    const { name, text } = this.#held!;
    return this.#work.do('looking', (api, call, watch) =>
      api.compareRecipe(call, { name, text }, names, watch),
    );
  }

  /** Tries every step on the file; nothing changes. */
  async try(): Promise<void> {
    const held = this.#held!;
    const { name, text } = held;
    const turn = ++this.#tries;
    const names = [...this.#names];
    const mode = this.#compared?.learnt ? 'reuse' : 'learn';
    this.#failed = null;
    this.#trying = true;
    const trial = await this.#work.do('looking', (api, call, watch) =>
      api.tryRecipe(call, { name, text }, names, mode, watch),
    );
    if (turn !== this.#tries) return;
    this.#trying = false;
    // Left in the middle, it is nobody's to be told of.
    if (held !== this.#held && this.#work.stopped) this.#work.dismiss();
    if (held !== this.#held || this.#running) return;
    this.#trial = trial;
    if (!trial) this.#failed = this.#work.error;
  }

  /**
   * Does it; what the recipe made of the file is what is open from then on. True if it could be done.
   * @param upTo id of the step that is left switched off with all behind it
   */
  async apply(mode: 'learn' | 'reuse', upTo: string | null = null): Promise<boolean> {
    const { name, text, kept = false } = this.#held!;
    const names = [...this.#names];
    this.#failed = null;
    this.#running = true;
    const done = await this.#work.do('running', (api, call, watch) =>
      api.applyRecipe(call, { name, text, kept }, names, mode, upTo, watch),
    );
    this.#running = false;
    if (!done) {
      this.#failed = this.#work.error;
      return false;
    }
    this.forget();
    await this.#applied(done);
    return true;
  }
}

/** A file that cannot be read is found out with the others: as one without anything in it. */
export const textOf = (file: File): Promise<string> => file.text().catch(() => '');
