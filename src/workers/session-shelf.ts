import { compareRecipes, type Model, type Recipe, type RecipesCompared } from '../engine/index';
import type { Outcome, SessionInfo } from './api';
import { OwnSteps } from './own-steps';
import type { RecipeFacts, SavedFile } from './recipe-api';
import { savedRecipe } from './saved-recipe';
import { removeOld } from './exports/on-disk';
import * as sessions from './sessions';
import { outcome } from './wire';

/** What can be done with stored sessions and saved recipes without opening one. */
export class SessionShelf extends OwnSteps {
  sessions(): Promise<Outcome<readonly SessionInfo[]>> {
    return outcome(async () => {
      const stored = await sessions.listSessions();
      void outcome(() => sessions.removeUnfinished());
      void removeOld();
      return stored;
    });
  }

  recipeFacts(saved: SavedFile): Promise<Outcome<RecipeFacts>> {
    return outcome(() => {
      const { recipe, fits } = savedRecipe(saved);
      const madeFrom = recipe.sources.map(({ name }) => name);
      return { madeFrom, steps: recipe.steps.length, learnt: fits !== null };
    });
  }

  sessionModel(id: string): Promise<Outcome<Model | null>> {
    return outcome(() => sessions.loadModel(id));
  }

  sessionRecipe(id: string): Promise<Outcome<Recipe | null>> {
    return outcome(() => sessions.loadRecipe(id));
  }

  compareRecipes(here: Recipe, saved: SavedFile): Promise<Outcome<RecipesCompared>> {
    return outcome(() => compareRecipes(here, savedRecipe(saved).recipe));
  }

  renameSession(id: string, name: string): Promise<Outcome<null>> {
    return outcome(() => sessions.renameSession(id, name).then(() => null));
  }

  deleteSession(id: string): Promise<Outcome<null>> {
    return outcome(() => sessions.deleteSession(id).then(() => null));
  }

  removeEverything(): Promise<Outcome<null>> {
    return outcome(() => Promise.all([sessions.deleteAllSessions(), removeOld(0)]).then(() => null));
  }
}
