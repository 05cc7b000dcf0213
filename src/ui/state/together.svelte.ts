import type { FilesPlan, JoinPlan } from '../../engine/index';
import type { RoleChoice } from '../../workers/api';
import type { FileToRead, Gathered, PutTogether } from '../../workers/files-api';
import { asItIs } from './opened-from';
import { roomOf } from './room-of';
import { everyOf, sampledFiles, type TooMuch } from './too-much';
import type { WatchedWork } from './watched-work.svelte';

type Done = (put: PutTogether, files: readonly FileToRead[], added: boolean) => Promise<void>;

/** Several files that were read, and how they are to be put together: shown and changed before it is done. */
export class Together {
  readonly #work: WatchedWork;
  readonly #done: Done;
  #gathered = $state.raw<Gathered | null>(null);
  #plan = $state.raw<FilesPlan | null>(null);
  #tooMuch = $state.raw<TooMuch | null>(null);
  #files: readonly FileToRead[] = [];
  #added = false;
  #before: RoleChoice = {};

  constructor(work: WatchedWork, done: Done) {
    this.#work = work;
    this.#done = done;
  }

  /** Null while nothing is to be decided. */
  get gathered(): Gathered | null {
    return this.#gathered;
  }
  get plan(): FilesPlan | null {
    return this.#plan;
  }

  /** Files that wait for an answer. */
  get tooMuch(): TooMuch | null {
    return this.#tooMuch;
  }

  /** Reads the files, if they fit; beside those that are open where a choice is given that was made for these. */
  async gather(files: readonly File[], before: RoleChoice | null): Promise<void> {
    this.#tooMuch = null;
    const add = before !== null;
    const weighed = await this.#work.do('looking', (api, call, watch) => api.weigh(call, files, add, watch));
    if (!weighed) return;
    const every = everyOf(weighed);
    if (every === 1) return this.#read(files.map(asItIs), before);
    const columns = await this.#work.do('looking', (api, call, watch) =>
      api.sampleColumns(call, files, watch),
    );
    if (!columns) return;
    const expectedBytes = weighed.open + weighed.bytes.reduce((sum, each) => sum + each, 0);
    const { room, every: least } = roomOf(expectedBytes);
    const sampled = sampledFiles(files, weighed, every, columns);
    this.#before = before ?? {};
    this.#added = add;
    this.#tooMuch = { files, sampled, expectedBytes, room, every, fits: least === 1 };
  }

  /** Answers the question: a sample, all of it, or nothing. */
  async answer(how: 'sample' | 'all' | 'leave'): Promise<void> {
    const asked = this.#tooMuch;
    this.#tooMuch = null;
    if (!asked || how === 'leave') return;
    const files = how === 'sample' ? asked.sampled : asked.files.map(asItIs);
    await this.#read(files, this.#added ? this.#before : null);
  }

  async #read(files: readonly FileToRead[], before: RoleChoice | null): Promise<void> {
    const add = before !== null;
    const gathered = await this.#work.do('reading', (api, call, watch) =>
      api.gather(call, files, add, watch),
    );
    if (!gathered) return;
    this.#files = files;
    this.#added = add;
    this.#before = before ?? {};
    this.#plan = gathered.plan;
    this.#gathered = gathered;
  }

  /** Joins a file by other columns. */
  async useKey(file: number, key: { left: string; right: string }): Promise<void> {
    const plan = this.#plan;
    if (!plan) return;
    const join = await this.#work.do('reading', (api, call, watch) =>
      api.joinBy(call, plan, file, key, watch),
    );
    if (join) this.change(file, join);
  }

  change(file: number, change: Partial<JoinPlan>): void {
    if (!this.#plan) return;
    const joins = this.#plan.joins.map((join) => (join.file === file ? { ...join, ...change } : join));
    this.#plan = { ...this.#plan, joins };
  }

  /** Does it. */
  async putTogether(): Promise<void> {
    const plan = this.#plan;
    if (!plan) return;
    const [before, files, added] = [this.#before, this.#files, this.#added];
    this.leave();
    const put = await this.#work.do('reading', (api, call, watch) =>
      api.putTogether(call, plan, before, watch),
    );
    if (put) await this.#done(put, files, added);
  }

  /** Nothing is done; what was open stays as it was. */
  leave(): void {
    this.#gathered = null;
    this.#plan = null;
  }
}
