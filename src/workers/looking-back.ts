import {
  columnNames,
  columnOf,
  EngineError,
  historyBetween,
  historyKey,
  historyMoves,
  historyOf,
  historySizes,
  movedList,
  movesOf,
  renamedBetween,
  renamedHistory,
  sameTables,
  sourceTable,
  writeCsv,
  type History,
  type MatchedCustomers,
  type Moves,
  type NoHistory,
  type RunToReplay,
  type Table,
  type Work,
} from '../engine/index';
import type { ExportOptions, HistoryFile, HistorySpan, Outcome, Watch } from './api';
import { Comparisons } from './comparisons';
import { asBlob, CSV_TYPE } from './exports/hand-over';
import { harmless } from './exports/harmless';
import type { Run } from './on-the-desk';

/** What was found last, and what it hangs on. */
interface Found extends Pick<RunToReplay, 'source' | 'sources'> {
  key: string;
  history: History | NoHistory | null;
  /** The two points that were asked for last. */
  between: { span: HistorySpan; matched: MatchedCustomers } | null;
}

/** The segments as they would have been before; what was found is kept as long as nothing but names changes. */
export abstract class LookingBack extends Comparisons {
  protected abstract present(): Run | null;
  /** By a column of the file, so that what was found goes with it. */
  readonly #found = new WeakMap<object, Found>();

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
    const { segmentation } = this.segmented;
    const run = this.#run();
    const found = this.#foundOf(run);
    found.history ??= await historyOf(run, segmentation, work);
    const { history } = found;
    return 'why' in history ? history : renamedHistory(history, segmentation.segments);
  }

  async #matched(span: HistorySpan, work: Work): Promise<MatchedCustomers> {
    const { segmentation } = this.segmented;
    const run = this.#run();
    const found = this.#foundOf(run);
    const known = found.between;
    if (known?.span.from === span.from && known.span.to === span.to)
      return renamedBetween(known.matched, segmentation.segments);
    const matched = await historyBetween(run, segmentation, span, work);
    if ('why' in matched) throw new EngineError('missing-column', { column: 'segment' });
    found.between = { span, matched };
    return matched;
  }

  /** What is known of this run, or of one that differs in names alone. */
  #foundOf(run: RunToReplay): Found {
    const file = columnOf(run.source, columnNames(run.source)[0]!);
    const before = this.#found.get(file);
    const key = historyKey(run);
    if (before?.key === key && sameTables(before, run)) return before;
    const { source, sources } = run;
    const found = { source, sources, key, history: null, between: null };
    this.#found.set(file, found);
    return found;
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
  return asBlob(writeCsv(table, columns, harmless(options), work), CSV_TYPE);
}
