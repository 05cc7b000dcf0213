import {
  EngineError,
  prepare,
  StepCache,
  understand,
  type ColumnChoice,
  type ColumnTrial,
  type FilesPlan,
  type JoinPlan,
  type Prepared,
  type ReadOptions,
  type RecipeStep,
  type Understanding,
  type Work,
} from '../engine/index';
import type { Outcome, RoleChoice, Watch } from './api';
import type { FileToRead, Gathered, Opened, PutTogether } from './files-api';
import { chosenRoles } from './chosen-roles';
import { Gathering, heldOf, readHeld, readsOf, rereadAlike, type HeldFile } from './held-files';
import type { Source } from './on-the-desk';
import { ProposingFeatures } from './proposing-features';
import { readAndUnderstand } from './read-and-understand';
import { sampleFile } from './sample-file';
import { fileAtHand, readAllAs, tryInFiles, type SaidOfColumns } from './said-of-columns';

/** What is open on the desk: the files read, how they are put together, and what is understood of them. */
export abstract class OpenFiles extends ProposingFeatures {
  protected source: Source | null = null;
  /** All files that were read; the history may go back to any of them. */
  protected held: readonly HeldFile[] = [];
  protected cache = new StepCache();
  #gathering = new Gathering([]);

  protected get heldFiles(): readonly HeldFile[] {
    return this.held;
  }
  /** The files are others now: nothing of a run is true any more. */
  protected abstract forgetRun(): void;
  /** The files are the same, what is understood is not. */
  protected abstract forgetOutcome(): void;

  open(call: number, file: File, chosen: Partial<ReadOptions>, watch: Watch): Promise<Outcome<Opened>> {
    return this.watched(call, watch, (work) => this.#read(file, chosen, work));
  }

  openSample(call: number, watch: Watch): Promise<Outcome<Opened>> {
    return this.watched(call, watch, (work) => this.#read(sampleFile(), {}, work));
  }

  reread(call: number, chosen: Partial<ReadOptions>, watch: Watch): Promise<Outcome<Opened>> {
    return this.watched(call, watch, async (work) => {
      const { others, read } = this.opened();
      if (others.length === 0) return this.#read(this.#file(), chosen, work);
      const again = await rereadAlike(others, read.report, chosen, work);
      await this.#read(this.#file(), chosen, work);
      this.#gathering = new Gathering([...this.held, ...again]);
      return this.#putTogether((await this.#gathering.plan(work)).plan, {}, work);
    });
  }

  async #read(file: File, chosen: Partial<ReadOptions>, work: Work): Promise<Opened> {
    const { read, understanding, ms } = await readAndUnderstand(file, chosen, this.looks, work);
    this.source = { file, read, others: [], understanding };
    this.held = [{ file, read }];
    this.forgetRun();
    return { understanding, ms };
  }

  gather(call: number, files: readonly FileToRead[], add: boolean, watch: Watch): Promise<Outcome<Gathered>> {
    return this.watched(call, watch, async (work) => {
      const read: HeldFile[] = add ? [...this.held] : [];
      for (const one of files) read.push(await readHeld(one, read, work));
      this.#gathering = new Gathering(read);
      return this.#gathering.plan(work);
    });
  }

  joinBy(
    call: number,
    plan: FilesPlan,
    file: number,
    key: { left: string; right: string },
    watch: Watch,
  ): Promise<Outcome<JoinPlan>> {
    return this.watched(call, watch, (work) => this.#gathering.joinBy(plan, file, key, work));
  }

  putTogether(
    call: number,
    plan: FilesPlan,
    before: RoleChoice,
    watch: Watch,
  ): Promise<Outcome<PutTogether>> {
    return this.watched(call, watch, (work) => this.#putTogether(plan, before, work));
  }

  async #putTogether(plan: FilesPlan, before: RoleChoice, work: Work): Promise<PutTogether> {
    const roles = this.source ? chosenRoles(before, this.source.understanding) : { today: Date.now() };
    const { first, others, ...put } = await this.#gathering.putTogether(plan, before, roles, work);
    this.source = { ...first, others, understanding: put.understanding };
    this.held = this.#gathering.files;
    this.forgetRun();
    return put;
  }

  understand(call: number, choice: RoleChoice, watch: Watch): Promise<Outcome<Understanding>> {
    return this.watched(call, watch, async (work) => {
      this.#take(choice.files);
      const source = await this.#readAs(choice.columns ?? [], work);
      const prepared = await this.#prepared(choice.before ?? [], work);
      const roles = chosenRoles(choice, source.understanding);
      const understanding = await understand(source.read, roles, work, prepared);
      this.source = { ...source, understanding };
      this.forgetOutcome();
      return understanding;
    });
  }

  /** Makes the files of these names the ones that are open. */
  #take(names: readonly string[] | undefined): void {
    const { understanding, ...now } = this.opened();
    const [first, ...others] = heldOf(this.held, names);
    const same = [now, ...now.others].map(({ read }) => read.report.name).join('\n');
    if (same === [first!, ...others].map(({ read }) => read.report.name).join('\n')) return;
    this.source = { ...first!, others, understanding };
    this.forgetRun();
  }

  /** The files that are open, read anew where something else is said about their columns. */
  async #readAs(said: SaidOfColumns, work: Work): Promise<Source> {
    const source = this.opened();
    const before = [source, ...source.others];
    const now = await readAllAs(before, said, work);
    if (now.every((one, i) => one.read === before[i]!.read)) return source;
    this.source = { ...source, read: now[0]!.read, others: now.slice(1) };
    const byName = new Map(now.map((one) => [one.read.report.name, one]));
    this.held = this.held.map((one) => byName.get(one.read.report.name) ?? one);
    this.forgetRun();
    return this.source;
  }

  tryColumn(
    call: number,
    column: string,
    choice: ColumnChoice,
    whole: boolean,
    watch: Watch,
  ): Promise<Outcome<ColumnTrial>> {
    return this.watched(call, watch, (work) => {
      const source = this.opened();
      return tryInFiles([source, ...source.others], column, choice, whole, work);
    });
  }

  /** What the files put together and the person's own steps come to; the run that follows finds it done already. */
  #prepared(steps: readonly RecipeStep[], work: Work): Promise<Prepared | null> {
    const source = this.opened();
    const { source: first, others = [] } = source.understanding;
    const reads = readsOf(source, source.others);
    const known = [first, ...others].filter(({ name }, i) => name === reads[i]?.report.name);
    return prepare(reads, steps, known.length === reads.length ? known : [], this.cache, work);
  }

  protected opened(): Source {
    if (!this.source) throw nothingOpen();
    return this.source;
  }

  #file(): File {
    return fileAtHand(this.opened());
  }
}

export const nothingOpen = () => new EngineError('unreadable-file', { file: '', reason: 'nothing-open' });
