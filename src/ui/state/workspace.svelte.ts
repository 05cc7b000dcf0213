import type { Progress, ReadOptions, Recipe, Segmentation, Understanding } from '../../engine/index';
import type {
  FileToRead,
  Moment,
  Opened,
  Outcome,
  PutTogether,
  RecipeApplied,
  RoleChoice,
  RunView,
  TableAt,
} from '../../workers/api';
import { EngineClient, type WatchedCall } from '../../workers/client';
import type { PlainError } from '../../workers/wire';
import { Applying } from './applying.svelte';
import { Choices } from './choices';
import { Downloads } from './downloads';
import { History } from './history.svelte';
import { LastRun } from './last-run.svelte';
import { asItIs, OpenedFrom } from './opened-from';
import { Opening } from './opening.svelte';
import { choiceFor, onlyRead } from './recipe-edits';
import { SessionKeeper, type Snapshot } from './session-keeper.svelte';
import { Steps } from './steps';
import { Tables } from './tables.svelte';
import { Together } from './together.svelte';
import { WatchedWork, type Doing } from './watched-work.svelte';

/** What the interface shows of the work: one file, its recipe with history, and what the last run gave. */
export class Workspace {
  readonly #client: EngineClient;
  /** The stored sessions; that of this tab is kept up here. */
  readonly shelf: SessionKeeper;
  readonly #work: WatchedWork;
  readonly #history = new History();
  readonly #last = new LastRun();
  readonly moments = () => this.#history.moments;
  readonly opening: Opening;
  readonly applying: Applying;
  readonly tables: Tables;
  readonly downloads: Downloads;
  readonly choices = new Choices(
    () => this.choice,
    (choice) => this.#choose(choice),
  );
  readonly together: Together;
  readonly steps = new Steps(
    () => this.recipe,
    (recipe) => this.#apply(recipe),
  );

  #understanding = $state.raw<Understanding | null>(null);
  #restored = $state(false);
  #hasFile = $state(false);
  readonly #from = new OpenedFrom();
  #rebuilding = false;

  constructor(client: EngineClient) {
    this.#client = client;
    this.shelf = new SessionKeeper(client);
    this.#work = new WatchedWork(client);
    this.opening = new Opening(this.#work);
    this.together = new Together(this.#work, (put, files, added) => this.#together(put, files, added));
    this.applying = new Applying(client, this.#work, (done) => this.#recipeApplied(done));
    this.tables = new Tables(client);
    this.downloads = new Downloads(client, this.#work, () => this.recipe);
    client.onRestart = (end) => void this.#rebuild(end);
  }

  /** `empty`: landing page; `open`: a file is read. */
  get status(): 'empty' | 'open' {
    return this.#understanding ? 'open' : 'empty';
  }
  get understanding(): Understanding | null {
    return this.#understanding;
  }
  get choice(): RoleChoice {
    return this.#history.present?.choice ?? {};
  }
  /** The present recipe; without steps before the first run, null while empty. */
  get recipe(): Recipe | null {
    return this.#history.present?.recipe ?? null;
  }
  get canUndo(): boolean {
    return this.#history.canUndo && !this.working;
  }
  get canRedo(): boolean {
    return this.#history.canRedo && !this.working;
  }
  /** The table that is understood: as read, or after the person's own steps. */
  get understoodTable(): TableAt {
    const own = this.choice.before?.length ?? 0;
    return own > 0 && this.#last.view ? { afterStep: own - 1 } : 'source';
  }
  /** What the present recipe gave; null before the first run. */
  get run(): RunView | null {
    return this.#last.view;
  }
  get segmentation(): Segmentation | null {
    return this.#last.segmentation;
  }
  /** Work that has lasted over half a second, with its progress. */
  get busy(): { progress: Progress | null; what: Doing } | null {
    return this.#work.busy;
  }
  /** Whether any work is under way, however short. */
  get working(): boolean {
    return this.#work.working;
  }
  get error(): PlainError | null {
    return this.#work.error;
  }
  /** "Stopped. The table is as it was." */
  get stopped(): boolean {
    return this.#work.stopped;
  }
  get chosenSegment(): number | null {
    return this.#last.chosenSegment;
  }
  /** Said once after a reload: "Back where you were: 7 steps, 3 segments." */
  get restored(): boolean {
    return this.#restored;
  }
  /** Whether the source file is at hand, which reading it anew and the export of all its rows need. */
  get hasFile(): boolean {
    return this.#hasFile;
  }

  /** Reads the file; the one open before stays open if this fails. */
  async open(file: File, options: Partial<ReadOptions> = {}): Promise<void> {
    if (!(await this.opening.begin(file, options))) return;
    const { first } = this.opening;
    await this.#openWith([asItIs(file)], options, (api, call, watch) => api.open(call, file, options, watch));
    this.opening.end(first);
  }

  openSample(): Promise<void> {
    return this.#openWith('sample', {}, (api, call, watch) => api.openSample(call, watch));
  }

  /** Reads the same file in another way. */
  reread(chosen: Partial<ReadOptions>): Promise<void> {
    // What did not fit whole does not fit in another way either.
    const sample = this.#understanding?.report.options.sample;
    const options = { ...(sample && { sample }), ...chosen };
    return this.#openWith(this.#from.files, chosen, (api, call, watch) => api.reread(call, options, watch));
  }

  /** What the person has said about how the file is to be read. */
  get said(): Partial<ReadOptions> {
    return this.#from.options;
  }
  /** The file that is open, unless it is the sample, several, or only its session is at hand. */
  get file(): File | null {
    return this.#from.file;
  }

  async #openWith(
    files: OpenedFrom['files'],
    options: Partial<ReadOptions>,
    make: WatchedCall<Opened>,
  ): Promise<void> {
    const opened = await this.#work.do('reading', make);
    if (!opened) return;
    const { understanding, ms } = opened;
    for (const [phase, duration] of Object.entries(ms))
      performance.measure(`tessera:phase:${phase}`, { start: 0, duration });
    this.#from.files = files;
    this.#from.options = options;
    await this.#begin(understanding, opened.choice ?? {});
  }

  /** A new table with a history of its own. */
  async #begin(understanding: Understanding, choice: RoleChoice): Promise<void> {
    const recipe = onlyRead(understanding, choice.before);
    this.#hasFile = true;
    this.#restored = false;
    this.#history.restore([], -1);
    this.#understanding = understanding;
    this.#last.clear();
    if (!(await this.#runs(recipe))) return;
    this.#history.push({ recipe, choice });
    await this.shelf.begin(understanding, this.#snapshot());
  }

  /** Files were put together: a new table, or the next moment of the one that was open. */
  async #together(
    { understanding, choice }: PutTogether,
    files: readonly FileToRead[],
    added: boolean,
  ): Promise<void> {
    const { files: before } = this.#from;
    this.#from.files = added && before !== 'sample' ? [...before, ...files] : files;
    if (!added) {
      await this.#begin(understanding, choice);
      if (this.applying.waiting) await this.applying.compare();
      return;
    }
    const recipe = onlyRead(understanding, choice.before);
    if (!(await this.#runs(recipe))) return this.#understandAgain(this.choice);
    this.#understanding = understanding;
    this.#history.push({ recipe, choice });
    this.#store();
  }

  /** A saved recipe was done on this file: a history of its own begins. */
  async #recipeApplied({ understanding, choice, run }: RecipeApplied): Promise<void> {
    this.#understanding = understanding;
    this.#last.take(run);
    this.#history.restore([{ recipe: run.recipe, choice }], 0);
    await this.shelf.begin(understanding, this.#snapshot());
  }

  async #choose(choice: RoleChoice): Promise<boolean> {
    const understanding = await this.#understand(choice);
    if (!understanding) return false;
    const recipe = onlyRead(understanding, choice.before);
    if (!(await this.#runs(recipe))) {
      await this.#understandAgain(this.choice);
      return false;
    }
    this.#understanding = understanding;
    this.#history.push({ recipe, choice });
    this.#store();
    return true;
  }

  #understand(choice: RoleChoice): Promise<Understanding | null> {
    return this.#work.do('reading', (api, call, watch) => api.understand(call, choice, watch));
  }

  /** The one button: takes the automatic recipe and runs it. True if segments came of it. */
  async segmentCustomers(): Promise<boolean> {
    const automatic = this.#understanding?.recipe;
    if (!automatic) return false;
    if (!automatic.ok) {
      this.#work.fail({ code: automatic.code, details: automatic.details, step: null });
      return false;
    }
    await this.#apply(automatic.recipe);
    return this.segmentation !== null && this.error === null;
  }

  async undo(): Promise<void> {
    await this.#travel(-1);
  }

  async redo(): Promise<void> {
    await this.#travel(1);
  }

  async #travel(by: -1 | 1): Promise<void> {
    const moment = this.#history.peek(by);
    if (!moment || this.working || !(await this.#arrives(moment))) return;
    this.#history.move(by);
    this.#store();
  }

  /** Brings back what was understood and found at that moment; a moment that cannot be reached changes nothing. */
  async #arrives({ recipe, choice }: Moment): Promise<boolean> {
    const other = JSON.stringify(choice) !== JSON.stringify(this.choice);
    const understanding = other ? await this.#understand(choice) : this.#understanding;
    if (!understanding || !(await this.#runs(recipe))) return false;
    this.#understanding = understanding;
    return true;
  }

  /** Runs the recipe and, if it runs, makes it the present one; a recipe that cannot run changes nothing. */
  async #apply(recipe: Recipe): Promise<void> {
    const before = this.choice;
    const choice = choiceFor(recipe, before);
    const changed = choice !== before ? await this.#understand(choice) : null;
    if (choice !== before && !changed) return;
    if (!(await this.#runs(recipe))) {
      if (changed) await this.#understandAgain(before);
      return;
    }
    if (changed) this.#understanding = changed;
    this.#history.push({ recipe, choice });
    this.#store();
  }

  /** The worker goes back to what it had understood; the error of what was tried stays on screen. */
  async #understandAgain(choice: RoleChoice): Promise<void> {
    await this.#client.watched((api, call, watch) => api.understand(call, choice, watch), {});
    if (this.recipe?.steps.length)
      await this.#client.watched((api, call, watch) => api.run(call, this.recipe!, 'learn', watch), {});
  }

  async #runs(recipe: Recipe): Promise<boolean> {
    if (recipe.steps.length === 0) {
      this.#last.take(null);
      return true;
    }
    const run = await this.#work.do('running', (api, call, watch) => api.run(call, recipe, 'learn', watch));
    if (!run) return false;
    this.#last.take(run);
    for (const { op, ms } of run.steps) performance.measure(`tessera:step:${op}`, { start: 0, duration: ms });
    return true;
  }

  cancel(): void {
    this.#work.cancel();
  }

  dismissError(): void {
    this.#work.dismiss();
  }

  /** Shows an error that did not come from the worker, in the one place for errors. */
  fail(error: PlainError): void {
    this.#work.fail(error);
  }

  choose(segment: number | null): void {
    this.#last.choose(segment);
  }

  async openSession(id: string): Promise<void> {
    const back = await this.#work.do('restoring', (api, call, watch) => api.openSession(call, id, watch));
    if (!back) return this.shelf.forget(id);
    this.#understanding = back.understanding;
    this.#history.restore(back.state.history, back.state.cursor);
    this.#last.clear();
    this.#last.take(back.run);
    this.#hasFile = back.hasFile;
    this.#from.files = [];
    this.#restored = true;
    this.shelf.resume(back.state.info, this.#snapshot());
  }

  /** After a reload: the session this tab was in, if any. */
  async resume(): Promise<void> {
    await this.shelf.refresh();
    const id = this.shelf.lastOfThisTab();
    if (id !== null && this.shelf.sessions.some((one) => one.id === id)) await this.openSession(id);
  }

  async removeEverything(): Promise<void> {
    await this.shelf.deleteAll();
    await this.close();
  }

  /** Back to the landing page; the session stays stored. */
  async close(): Promise<void> {
    this.cancel();
    this.shelf.leave();
    await this.#client.ask((api) => api.close());
    this.#nothing();
    this.#work.dismiss();
    await this.shelf.refresh();
  }

  #nothing(): void {
    this.#understanding = null;
    this.#last.clear();
    this.#history.restore([], -1);
    this.#restored = false;
    this.#from.files = [];
  }

  #snapshot(): Snapshot {
    const { moments, cursor } = this.#history;
    return { history: moments, cursor, segments: this.segmentation?.k ?? null };
  }

  #store(): void {
    void this.shelf.update(this.#snapshot());
  }

  /** The worker hung or died and was replaced: what it held is read back from the session, else from the file. */
  async #rebuild(end: Outcome<never>): Promise<void> {
    if (this.#rebuilding) return;
    this.#rebuilding = true;
    const kept = await this.#readBack();
    this.#rebuilding = false;
    if (!('error' in end)) return;
    const { details, ...error } = end.error;
    this.#work.fail({ ...error, details: { ...details, kept } });
  }

  /** True if table and recipe are as they were. */
  async #readBack(): Promise<boolean> {
    const id = this.shelf.current;
    const { present } = this.#history;
    if (id !== null) await this.openSession(id);
    else if (present) {
      const understanding = await this.#from.readAgain(this.#work, present.choice);
      if (!understanding || !(await this.#runs(present.recipe))) {
        this.#nothing();
        return false;
      }
      this.#understanding = understanding;
      await this.shelf.begin(understanding, this.#snapshot());
    }
    return true;
  }
}

export const workspace = new Workspace(new EngineClient());
