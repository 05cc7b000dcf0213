import type { ReadOptions, Recipe, Understanding } from '../../engine/index';
import type { Moment, Outcome, RoleChoice } from '../../workers/api';
import type { FileToRead, Opened, PutTogether } from '../../workers/files-api';
import type { RecipeApplied } from '../../workers/recipe-api';
import { EngineClient, type WatchedCall } from '../../workers/client';
import { Applying } from './applying.svelte';
import { Campaigns } from './campaigns.svelte';
import { Choices } from './choices';
import { dialogs } from './dialogs.svelte';
import { Downloads } from './downloads';
import { Exploring } from './exploring.svelte';
import type { OpenedFrom } from './opened-from';
import { asItIs } from './opened-from';
import { forgetKept } from './kept-for-ai';
import { Opening } from './opening.svelte';
import { Readying } from './readying.svelte';
import { RecipeBeside } from './recipe-beside.svelte';
import { OwnSteps } from './own-steps.svelte';
import { choiceFor, onlyRead, withOwn, type NewStep } from './recipe-edits';
import { withNameOf } from './recipe-name';
import { SessionFiles } from './session-files.svelte';
import { sharing } from './sharing.svelte';
import { Steps } from './steps';
import { Suggesting } from './suggesting.svelte';
import { Tables } from './tables.svelte';
import { theme } from './theme.svelte';
import { Together } from './together.svelte';
import { StoredWork } from './stored-work.svelte';

/** What can be done with the work: one file, its recipe with history, and what the last run gave. */
export class Workspace extends StoredWork {
  readonly opening: Opening;
  readonly applying: Applying;
  readonly tables: Tables;
  readonly downloads: Downloads;
  readonly sessionFiles: SessionFiles;
  /** The recipe held against another one. */
  readonly beside: RecipeBeside;
  /** Steps kept to be used again. */
  readonly ownSteps: OwnSteps;
  readonly choices = new Choices(
    () => this.choice,
    (choice) => this.#choose(choice),
  );
  readonly together: Together;
  readonly suggesting: Suggesting;
  readonly exploring: Exploring;
  readonly readying: Readying;
  /** Files for services. */
  readonly campaigns: Campaigns;
  readonly steps = new Steps(
    () => this.recipe,
    (recipe) => this.#apply(recipe),
  );

  #rebuilding = false;

  constructor(client: EngineClient) {
    super(client);
    this.opening = new Opening(this.work);
    this.together = new Together(this.work, (put, files, added) => this.#together(put, files, added));
    this.applying = new Applying(client, this.work, (done) => this.#recipeApplied(done));
    this.tables = new Tables(client);
    this.beside = new RecipeBeside(client, () => this.recipe);
    this.ownSteps = new OwnSteps(client);
    this.suggesting = new Suggesting(client, () => this.choice.refused);
    this.exploring = new Exploring(client);
    this.readying = new Readying(client);
    this.campaigns = new Campaigns(client, this.kept);
    this.downloads = new Downloads(client, this.work, () => this.recipe);
    this.sessionFiles = new SessionFiles(
      this.work,
      (restored) => this.showAsNew(restored),
      (saved) => this.applying.holdSaved(saved),
    );
    this.answers.onchange = () => void this.shelf.update(this.snapshot());
    this.kept.onchange = this.answers.onchange;
    this.keptLists.onchange = this.answers.onchange;
    client.onRestart = (end) => void this.#rebuild(end);
  }

  /** Reads the file; the one open before stays open if this fails. */
  async open(file: File, options: Partial<ReadOptions> = {}): Promise<void> {
    if (!(await this.opening.begin(file, options))) return;
    const opened = this.#openWith([asItIs(file)], options, (api, call, watch) =>
      api.open(call, file, options, watch),
    );
    const first = this.opening.show();
    await opened;
    this.opening.end(first);
  }

  openSample(): Promise<void> {
    return this.#openWith('sample', {}, (api, call, watch) => api.openSample(call, watch));
  }

  /** Reads the same file in another way. */
  reread(chosen: Partial<ReadOptions>): Promise<void> {
    // What did not fit whole does not fit in another way either.
    const sample = this.known?.report.options.sample;
    const options = { ...(sample && { sample }), ...chosen };
    return this.#openWith(this.from.files, chosen, (api, call, watch) => api.reread(call, options, watch));
  }

  async #openWith(
    files: OpenedFrom['files'],
    options: Partial<ReadOptions>,
    make: WatchedCall<Opened>,
  ): Promise<void> {
    const opened = await this.work.do('reading', make);
    if (!opened) return;
    const { understanding, ms } = opened;
    for (const [phase, duration] of Object.entries(ms))
      performance.measure(`tessera:phase:${phase}`, { start: 0, duration });
    this.from.files = files;
    this.from.options = options;
    await this.#begin(understanding, opened.choice ?? {});
  }

  /** A new table with a history of its own. */
  async #begin(understanding: Understanding, choice: RoleChoice): Promise<void> {
    const recipe = onlyRead(understanding, choice.before);
    this.fileAtHand = true;
    this.broughtBack = false;
    this.history.restore([], -1);
    // In one go, so that no screen is drawn for the moment between.
    this.opening.end();
    this.known = understanding;
    this.last.clear();
    this.forgetChosen();
    if (recipe.steps.length > 0 && !(await this.#runs(recipe))) return;
    this.history.push({ recipe, choice });
    await this.shelf.begin(understanding, this.snapshot());
  }

  /** Files were put together: a new table, or the next moment of the one that was open. */
  async #together(
    { understanding, choice }: PutTogether,
    files: readonly FileToRead[],
    added: boolean,
  ): Promise<void> {
    const { files: before } = this.from;
    this.from.files = added && before !== 'sample' ? [...before, ...files] : files;
    if (!added) {
      await this.#begin(understanding, choice);
      if (this.applying.waiting) await this.applying.compare();
      return;
    }
    const recipe = withNameOf(onlyRead(understanding, choice.before), this.recipe);
    if (!(await this.#runs(recipe))) return this.#understandAgain(this.choice);
    this.known = understanding;
    this.history.push({ recipe, choice });
    this.#store();
  }

  /** A saved recipe was done on this file: a history of its own begins. */
  async #recipeApplied({ understanding, choice, run }: RecipeApplied): Promise<void> {
    this.known = understanding;
    this.last.take(run);
    this.forgetChosen();
    this.history.restore([{ recipe: run.recipe, choice }], 0);
    await this.shelf.begin(understanding, this.snapshot());
  }

  async #choose(choice: RoleChoice): Promise<boolean> {
    const understanding = await this.#understand(choice);
    if (!understanding) return false;
    const recipe = withNameOf(onlyRead(understanding, choice.before), this.recipe);
    if (!(await this.#runs(recipe))) {
      await this.#understandAgain(this.choice);
      return false;
    }
    this.known = understanding;
    this.history.push({ recipe, choice });
    this.#store();
    return true;
  }

  #understand(choice: RoleChoice): Promise<Understanding | null> {
    return this.work.do('reading', (api, call, watch) => api.understand(call, choice, watch));
  }

  /** The one button: takes the automatic recipe and runs it. True if segments came of it. */
  async segmentCustomers(): Promise<boolean> {
    const automatic = this.known?.recipe;
    if (!automatic) return false;
    if (!automatic.ok) {
      this.work.fail({ code: automatic.code, details: automatic.details, step: null });
      return false;
    }
    await this.#apply(withNameOf(automatic.recipe, this.recipe));
    return this.segmentation !== null && this.error === null;
  }

  /** Adds steps of the person's own as one moment; segments that were found are found again behind them. */
  async addSteps(steps: readonly NewStep[]): Promise<void> {
    const { choice, recipe } = this;
    const { before = [] } = choice;
    if (!recipe || recipe.steps.length <= before.length) {
      await this.choices.addSteps(steps);
      return;
    }
    const own = withOwn(before, steps);
    const others = recipe.steps.slice(before.length);
    await this.#apply({ ...recipe, steps: [...own, ...others] }, { ...choice, before: own });
  }

  async undo(): Promise<void> {
    await this.goTo(this.history.back);
  }

  async redo(): Promise<void> {
    await this.goTo(this.history.forth);
  }

  /** Goes to a moment of the history, by its place in it. */
  async goTo(place: number | null): Promise<void> {
    const moment = this.history.moments[place ?? -1];
    if (!moment || this.working || !(await this.#arrives(moment))) return;
    this.history.go(place!);
    this.#store();
  }

  /** Brings back what was understood and found at that moment; a moment that cannot be reached changes nothing. */
  async #arrives({ recipe, choice }: Moment): Promise<boolean> {
    const other = asUnderstood(choice) !== asUnderstood(this.choice);
    const understanding = other ? await this.#understand(choice) : this.known;
    if (!understanding || !(await this.#runs(recipe))) return false;
    this.known = understanding;
    return true;
  }

  /** Runs the recipe and, if it runs, makes it the present one; a recipe that cannot run changes nothing. */
  async #apply(recipe: Recipe, choice = choiceFor(recipe, this.choice)): Promise<void> {
    const before = this.choice;
    const changed = choice !== before ? await this.#understand(choice) : null;
    if (choice !== before && !changed) return;
    if (!(await this.#runs(recipe))) {
      if (changed) await this.#understandAgain(before);
      return;
    }
    if (changed) this.known = changed;
    this.history.push({ recipe, choice });
    this.#store();
  }

  /** The worker goes back to what it had understood; the error of what was tried stays on screen. */
  async #understandAgain(choice: RoleChoice): Promise<void> {
    await this.client.watched((api, call, watch) => api.understand(call, choice, watch), {});
    if (this.recipe?.steps.length)
      await this.client.watched((api, call, watch) => api.run(call, this.recipe!, 'learn', watch), {});
  }

  async #runs(recipe: Recipe): Promise<boolean> {
    if (recipe.steps.length === 0) {
      this.last.take(null);
      return true;
    }
    const run = await this.work.do('running', (api, call, watch) => api.run(call, recipe, 'learn', watch));
    if (!run) return false;
    this.last.take(run);
    for (const { op, ms } of run.steps) performance.measure(`tessera:step:${op}`, { start: 0, duration: ms });
    return true;
  }

  /** Puts a suggestion away as not for this file; null brings all back. Nothing is read or run anew for it. */
  refuse(id: string | null): void {
    const { recipe, choice } = this;
    if (!recipe || this.working) return;
    const { refused = [], ...others } = choice;
    const now = id === null ? others : { ...others, refused: [...refused, id] };
    this.history.push({ recipe, choice: now });
    this.#store();
  }

  /** All but the app's own files. */
  async removeEverything(): Promise<void> {
    dialogs.forgetSender();
    forgetKept();
    theme.forget();
    await sharing.forget();
    await this.shelf.deleteAll();
    await this.ownSteps.refresh();
    await this.close();
  }

  /** Back to the landing page; the session stays stored. */
  async close(): Promise<void> {
    this.cancel();
    this.shelf.leave();
    await this.client.ask((api) => api.close());
    this.nothing();
    this.work.dismiss();
    await this.shelf.refresh();
  }

  #store(): void {
    // What was brought back is other work from now on.
    this.broughtBack = false;
    void this.shelf.update(this.snapshot());
  }

  /** The worker hung or died and was replaced: what it held is read back from the session, else from the file. */
  async #rebuild(end: Outcome<never>): Promise<void> {
    if (this.#rebuilding) return;
    this.#rebuilding = true;
    const kept = await this.#readBack();
    this.#rebuilding = false;
    if (!('error' in end)) return;
    const { details, ...error } = end.error;
    this.work.fail({ ...error, details: { ...details, kept } });
  }

  /** True if table and recipe are as they were. */
  async #readBack(): Promise<boolean> {
    const id = this.shelf.current;
    const { present } = this.history;
    if (id !== null) await this.openSession(id, 'over');
    else if (present) {
      const understanding = await this.from.readAgain(this.work, present.choice);
      if (!understanding || !(await this.#runs(present.recipe))) {
        this.nothing();
        return false;
      }
      this.known = understanding;
      await this.shelf.begin(understanding, this.snapshot());
    }
    return true;
  }
}

/** What of a choice decides how a file is understood. */
const asUnderstood = ({ refused: _, ...choice }: RoleChoice): string => JSON.stringify(choice);

export const workspace = new Workspace(new EngineClient());
