import type { Recipe, RecipesCompared } from '../../engine/index';
import type { SavedFile } from '../../workers/recipe-api';
import type { EngineClient } from '../../workers/client';
import type { PlainError } from '../../workers/wire';
import { MOST_BYTES, textOf } from './applying.svelte';
import { answerOf } from './tables.svelte';

/** The recipe at hand held against another one: of a file, or of stored work. */
export class RecipeBeside {
  readonly #client: EngineClient;
  readonly #recipe: () => Recipe | null;
  #other = $state('');
  #compared = $state.raw<RecipesCompared | null>(null);
  #failed = $state.raw<PlainError | null>(null);

  constructor(client: EngineClient, recipe: () => Recipe | null) {
    this.#client = client;
    this.#recipe = recipe;
  }

  /** What the other is called; empty before one was chosen. */
  get other(): string {
    return this.#other;
  }
  get compared(): RecipesCompared | null {
    return this.#compared;
  }
  get failed(): PlainError | null {
    return this.#failed;
  }

  async withFile(file: File): Promise<void> {
    // One too large is refused as text without a recipe.
    const text = file.size > MOST_BYTES ? '' : await textOf(file);
    await this.#with({ name: file.name, text });
  }

  async withSession({ id, name }: { id: string; name: string }): Promise<void> {
    const recipe = await answerOf(this.#client.ask((api) => api.sessionRecipe(id)));
    if (recipe) await this.#with({ name, text: JSON.stringify(recipe) });
  }

  forget(): void {
    this.#other = '';
    this.#compared = null;
    this.#failed = null;
  }

  async #with(saved: SavedFile): Promise<void> {
    this.forget();
    const recipe = this.#recipe();
    if (!recipe) return;
    const compared = await this.#client.ask((api) => api.compareRecipes(recipe, saved));
    if (compared.ok) this.#compared = compared.value;
    else if ('error' in compared) this.#failed = compared.error;
    this.#other = saved.name;
  }
}
