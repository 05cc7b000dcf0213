import {
  columnNames,
  EngineError,
  historyBetween,
  historyMoves,
  historyOf,
  historySizes,
  movedList,
  movesOf,
  sourceTable,
  writeCsv,
  type History,
  type MatchedCustomers,
  type Moves,
  type NoHistory,
  type RunOutcome,
  type RunToReplay,
  type Table,
  type Work,
} from '../engine/index';
import type { ExportOptions, HistoryFile, HistorySpan, Outcome, Watch } from './api';
import { Comparisons } from './comparisons';
import { csvBlob } from './export-parts';
import type { Run } from './on-the-desk';

/** The segments as they would have been before; what was found is kept as long as the run it is of. */
export abstract class LookingBack extends Comparisons {
  protected abstract present(): Run | null;
  readonly #found = new WeakMap<RunOutcome, History | NoHistory>();
  /** The two points that were asked for last. */
  readonly #between = new WeakMap<RunOutcome, { span: HistorySpan; matched: MatchedCustomers }>();

  history(call: number, watch: Watch): Promise<Outcome<History | NoHistory>> {
    return this.watched(call, watch, (work) => this.#history(work));
  }

  historyMoves(call: number, span: HistorySpan, watch: Watch): Promise<Outcome<Moves>> {
    return this.watched(call, watch, async (work) => movesOf(await this.#matched(span, work)));
  }

  historyCsv(call: number, file: HistoryFile, options: ExportOptions, watch: Watch): Promise<Outcome<Blob>> {
    return this.watched(call, watch, async (work) => csvOf(await this.#table(file, work), options, work));
  }

  async #table(file: HistoryFile, work: Work): Promise<Table> {
    if (typeof file === 'object') return movedList(await this.#matched(file.span, work), file.choice);
    const history = await this.#history(work);
    if ('why' in history) throw new EngineError('missing-column', { column: 'segment' });
    return file === 'sizes' ? historySizes(history) : historyMoves(history);
  }

  async #history(work: Work): Promise<History | NoHistory> {
    const { outcome, segmentation } = this.segmented;
    const known = this.#found.get(outcome);
    if (known) return known;
    const history = await historyOf(this.#run(), segmentation, work);
    this.#found.set(outcome, history);
    return history;
  }

  async #matched(span: HistorySpan, work: Work): Promise<MatchedCustomers> {
    const { outcome, segmentation } = this.segmented;
    const before = this.#between.get(outcome);
    if (before?.span.from === span.from && before.span.to === span.to) return before.matched;
    const matched = await historyBetween(this.#run(), segmentation, span, work);
    if ('why' in matched) throw new EngineError('missing-column', { column: 'segment' });
    this.#between.set(outcome, { span, matched });
    return matched;
  }

  /** The run with all that its recipe was given. */
  #run(): RunToReplay {
    const { recipe, outcome, source: files } = this.segmented;
    const { source } = this.present()!;
    const others = recipe.sources.slice(1).flatMap((named, i) => {
      const file = files.others[i];
      return file ? [[i + 1, { name: named.name, table: sourceTable(file.read.table, named) }] as const] : [];
    });
    return { recipe, outcome, source, sources: new Map(others) };
  }
}

function csvOf(table: Table, options: ExportOptions, work: Work): Promise<Blob> {
  const columns = columnNames(table).map((name) => ({ name }));
  return csvBlob(writeCsv(table, columns, options, work));
}
