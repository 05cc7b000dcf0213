import type {
  Comparison,
  Model,
  ReadUnlike,
  Recipe,
  RecipesCompared,
  RecipeStep,
  StepOutcome,
  Understanding,
} from '../engine/index';
import type { Outcome, Watch, RoleChoice, RunView } from './api';
import type { PlainError } from './wire';

/** A file that a recipe or a model was saved as. */
export interface SavedFile {
  name: string;
  text: string;
  /** Whether `keepLabels` was told of the work it is from. */
  kept?: boolean;
}

/** What a saved recipe says of itself. */
export interface RecipeFacts {
  /** Names of the files it was made from. */
  madeFrom: readonly string[];
  steps: number;
  /** Whether it brings what it learnt. */
  learnt: boolean;
}

/** A saved recipe held against the file that is open. */
export interface Compared extends Omit<Comparison, 'differences'> {
  /** Worst first for each file; its name, where there are several. */
  differences: readonly (Comparison['differences'][number] & { file: string | null })[];
  /** In what files are read otherwise than the recipe's were. */
  unlike: readonly (ReadUnlike & { file: string })[];
  /** Why it cannot run on any columns: a step that is not known, a file that is not there. */
  refused: PlainError | null;
  /** Name of the file the recipe was made from. */
  madeFrom: string;
  /** Whether it brings what it learnt. */
  learnt: boolean;
}

/** What a saved recipe would do to the file that is open; nothing has changed. */
export interface RecipeTrial {
  /** What the steps before the problem did; all, where there is none. */
  steps: readonly StepOutcome[];
  /** The steps as they stand for these files. */
  recipe: readonly RecipeStep[];
  /** Why the next step cannot be done. */
  problem: PlainError | null;
}

/** A saved recipe, done on the file that is open. */
export interface RecipeApplied {
  understanding: Understanding;
  choice: RoleChoice;
  run: RunView;
}

/** What can be asked about saved recipes and models. */
export interface RecipeApi {
  /** Whether that is a recipe or a model at all. */
  recipeFacts(saved: SavedFile): Promise<Outcome<RecipeFacts>>;
  /** The recipe of a stored session with what it learnt; null where nothing ran yet. */
  sessionModel(id: string): Promise<Outcome<Model | null>>;
  /** The recipe of a stored session; null where it is gone. */
  sessionRecipe(id: string): Promise<Outcome<Recipe | null>>;
  /** A recipe and a saved one step by step. */
  compareRecipes(here: Recipe, saved: SavedFile): Promise<Outcome<RecipesCompared>>;
  /** Holds a saved recipe or model against the file; `names` says which column stands for one of the recipe. */
  compareRecipe(
    call: number,
    saved: SavedFile,
    names: readonly (readonly [column: string, found: string])[],
    watch: Watch,
  ): Promise<Outcome<Compared>>;
  /** What each step of a saved recipe would do to the file; changes nothing. */
  tryRecipe(
    call: number,
    saved: SavedFile,
    names: readonly (readonly [column: string, found: string])[],
    mode: 'learn' | 'reuse',
    watch: Watch,
  ): Promise<Outcome<RecipeTrial>>;
  /**
   * Does a saved recipe on the file, whose columns are called as the recipe calls them from then on.
   * @param upTo id of the first step that is switched off, and all behind it; null: none
   */
  applyRecipe(
    call: number,
    saved: SavedFile,
    names: readonly (readonly [column: string, found: string])[],
    mode: 'learn' | 'reuse',
    upTo: string | null,
    watch: Watch,
  ): Promise<Outcome<RecipeApplied>>;
}
