import type { Progress, ReadOptions, Recipe, Segmentation, Understanding } from '../../engine/index';
import type { RoleChoice, RunView, TableAt } from '../../workers/api';
import type { EngineClient } from '../../workers/client';
import type { PlainError } from '../../workers/wire';
import { Answers } from './answers.svelte';
import { History } from './history.svelte';
import type { KeptCampaign } from '../../workers/kept-campaign';
import type { KeptLists } from '../../workers/kept-lists';
import { KeptChoice } from './kept-choice.svelte';
import { ListChoices } from './list-choices.svelte';
import { LastRun } from './last-run.svelte';
import { OpenedFrom } from './opened-from';
import type { Snapshot } from './session-keeper.svelte';
import { WatchedWork, type Doing } from './watched-work.svelte';

/** What the interface shows of the work: one file, its recipe with history, and what the last run gave. */
export class WorkAtHand {
  protected readonly client: EngineClient;
  protected readonly work: WatchedWork;
  protected readonly history = new History();
  protected readonly last = new LastRun();
  protected readonly from = new OpenedFrom();
  /** What an AI said about the charts. */
  readonly answers = new Answers();
  /** What was chosen for a file for a service. */
  protected readonly kept = new KeptChoice<KeptCampaign>();
  protected readonly keptLists = new KeptChoice<KeptLists>();
  readonly lists = new ListChoices(this.keptLists);
  protected known = $state.raw<Understanding | null>(null);
  protected broughtBack = $state(false);
  protected fileAtHand = $state(false);
  readonly moments = () => this.history.moments;
  /** Place of the present moment among `moments`. */
  readonly momentNow = () => this.history.cursor;

  constructor(client: EngineClient) {
    this.client = client;
    this.work = new WatchedWork(client);
  }

  /** `empty`: landing page; `open`: a file is read. */
  get status(): 'empty' | 'open' {
    return this.known ? 'open' : 'empty';
  }
  get understanding(): Understanding | null {
    return this.known;
  }
  get choice(): RoleChoice {
    return this.history.present?.choice ?? {};
  }
  /** The present recipe; without steps before the first run, null while empty. */
  get recipe(): Recipe | null {
    return this.history.present?.recipe ?? null;
  }
  get canUndo(): boolean {
    return this.history.back !== null && !this.working;
  }
  get canRedo(): boolean {
    return this.history.forth !== null && !this.working;
  }
  /** The table that is understood: as read, or after the person's own steps. */
  get understoodTable(): TableAt {
    const own = this.choice.before?.length ?? 0;
    return own > 0 && this.last.view ? { afterStep: own - 1 } : 'source';
  }
  /** What the present recipe gave; null before the first run. */
  get run(): RunView | null {
    return this.last.view;
  }
  get segmentation(): Segmentation | null {
    return this.last.segmentation;
  }
  /** Work that has lasted over half a second, with its progress. */
  get busy(): { progress: Progress | null; what: Doing } | null {
    return this.work.busy;
  }
  /** Whether any work is under way, however short. */
  get working(): boolean {
    return this.work.working;
  }
  get error(): PlainError | null {
    return this.work.error;
  }
  /** "Stopped. The table is as it was." */
  get stopped(): boolean {
    return this.work.stopped;
  }
  get chosenSegment(): number | null {
    return this.last.chosenSegment;
  }
  /** Said once after a reload: "Back where you were: 7 steps, 3 segments." */
  get restored(): boolean {
    return this.broughtBack;
  }
  /** Whether the source file is at hand, which reading it anew and the export of all its rows need. */
  get hasFile(): boolean {
    return this.fileAtHand;
  }

  /** What the person has said about how the file is to be read. */
  get said(): Partial<ReadOptions> {
    return this.from.options;
  }
  /** The file that is open, unless it is the sample, several, or only its session is at hand. */
  get file(): File | null {
    return this.from.file;
  }

  cancel(): void {
    this.work.cancel();
  }

  dismissError(): void {
    this.work.dismiss();
  }

  /** Shows an error that did not come from the worker, in the one place for errors. */
  fail(error: PlainError): void {
    this.work.fail(error);
  }

  choose(segment: number | null): void {
    this.last.choose(segment);
  }

  protected nothing(): void {
    this.known = null;
    this.last.clear();
    this.forgetChosen();
    this.history.restore([], -1);
    this.broughtBack = false;
    this.from.files = [];
  }

  /** What was said and chosen of other work does not go along. */
  protected forgetChosen(): void {
    this.answers.restore([]);
    this.kept.restore(null);
    this.keptLists.restore(null);
  }

  protected snapshot(): Snapshot {
    const { moments, cursor } = this.history;
    const segments = this.segmentation?.k ?? null;
    const chosen = { campaign: this.kept.now, lists: this.keptLists.now };
    return { history: moments, cursor, segments, answers: this.answers.all, ...chosen };
  }
}
