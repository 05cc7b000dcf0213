import type { Recipe, RecipeStep } from '../../engine/index';
import { withAction, withActionMoved } from './segment-actions';
import {
  withCount,
  withEdit,
  withName,
  withPinTurned,
  withStepDeleted,
  withStepEdited,
  withStepSwitched,
  type Pin,
} from './segment-edits';

/** The edits of the recipe. Each makes a new recipe, runs it and, if it runs, makes it the present one. */
export class Steps {
  readonly #present: () => Recipe | null;
  readonly #apply: (recipe: Recipe) => Promise<void>;

  constructor(present: () => Recipe | null, apply: (recipe: Recipe) => Promise<void>) {
    this.#present = present;
    this.#apply = apply;
  }

  edit(id: string, params: RecipeStep['params']): Promise<void> {
    return this.#with((recipe) => withStepEdited(recipe, id, params));
  }

  switch(id: string, enabled: boolean): Promise<void> {
    return this.#with((recipe) => withStepSwitched(recipe, id, enabled));
  }

  delete(id: string): Promise<void> {
    return this.#with((recipe) => withStepDeleted(recipe, id));
  }

  setSegmentCount(k: number | 'auto'): Promise<void> {
    return this.#with((recipe) => withCount(recipe, k));
  }

  /** @param before what it is called now */
  renameSegment(id: number, before: string, name: string): Promise<void> {
    return this.#with((recipe) => {
      const renamed = withName(recipe, id, name);
      return renamed && withActionMoved(renamed, before, name);
    });
  }

  /** Adds a step that changes segments by hand. @param k how many were found, which is kept from then on */
  changeSegments(draft: Pick<RecipeStep, 'op' | 'params'>, k: number): Promise<void> {
    return this.#with((recipe) => withEdit(recipe, draft, k));
  }

  /** Says what is to be done with a segment; an empty text takes it back. */
  planSegment(name: string, action: string): Promise<void> {
    return this.#with((recipe) => withAction(recipe, name, action));
  }

  /** Any other change of the recipe; none where it gives null. */
  change(how: (recipe: Recipe) => Recipe | null): Promise<void> {
    return this.#with(how);
  }

  /** Lets a segment keep name and letter when segments are learnt again, or no longer. */
  turnPin(pin: Pin, k: number): Promise<void> {
    return this.#with((recipe) => withPinTurned(recipe, pin, k));
  }

  async #with(change: (recipe: Recipe) => Recipe | null): Promise<void> {
    const present = this.#present();
    const changed = present && change(present);
    if (changed) await this.#apply(changed);
  }
}
