import type { Recipe, RecipeStep } from '../../engine/index';
import { segmentStep, withoutStep, withParams, withSwitch } from './recipe-edits';

/** The edits of the recipe. Each makes a new recipe, runs it and, if it runs, makes it the present one. */
export class Steps {
  readonly #present: () => Recipe | null;
  readonly #apply: (recipe: Recipe) => Promise<void>;

  constructor(present: () => Recipe | null, apply: (recipe: Recipe) => Promise<void>) {
    this.#present = present;
    this.#apply = apply;
  }

  edit(id: string, params: RecipeStep['params']): Promise<void> {
    return this.#with((recipe) => withParams(recipe, id, params));
  }

  switch(id: string, enabled: boolean): Promise<void> {
    return this.#with((recipe) => withSwitch(recipe, id, enabled));
  }

  delete(id: string): Promise<void> {
    return this.#with((recipe) => withoutStep(recipe, id));
  }

  setSegmentCount(k: number | 'auto'): Promise<void> {
    return this.#editSegments((params) => ({ ...params, k, names: {} }));
  }

  renameSegment(id: number, name: string): Promise<void> {
    return this.#editSegments((params) => ({
      ...params,
      names: { ...(params.names as Record<string, string> | undefined), [id]: name },
    }));
  }

  #editSegments(change: (params: RecipeStep['params']) => RecipeStep['params']): Promise<void> {
    return this.#with((recipe) => {
      const step = segmentStep(recipe);
      return step && withParams(recipe, step.id, change(step.params));
    });
  }

  async #with(change: (recipe: Recipe) => Recipe | null): Promise<void> {
    const present = this.#present();
    const changed = present && change(present);
    if (changed) await this.#apply(changed);
  }
}
