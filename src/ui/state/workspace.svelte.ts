import type {
  Recipe,
  RecipeStep,
  Role,
  Segmentation,
  Understanding,
  Progress,
  Grain,
  ReadOptions,
} from '../../engine/index';
import type {
  ExportOptions,
  RoleChoice,
  RowsPage,
  RowsQuery,
  RunView,
  SessionInfo,
  TableHead,
  TableAt,
} from '../../workers/api';
import type { PlainError } from '../../workers/wire';

/** What the interface shows of the work: one file, its recipe with history, and what the last run gave. */
export interface WorkspaceView {
  /** `empty`: landing page; `open`: a file is read. */
  readonly status: 'empty' | 'open';
  readonly understanding: Understanding | null;
  readonly choice: RoleChoice;
  /** The steps so far; none before the first run. Null while empty. */
  readonly recipe: Recipe | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly run: RunView | null;
  readonly segmentation: Segmentation | null;
  /** Work under way that has lasted over half a second, with its progress. */
  readonly busy: {
    progress: Progress | null;
    what: 'reading' | 'running' | 'exporting' | 'restoring';
  } | null;
  readonly error: PlainError | null;
  /** "Stopped. The table is as it was." */
  readonly stopped: boolean;
  /** The segment chosen anywhere; null for none. */
  readonly chosenSegment: number | null;
  readonly sessions: readonly SessionInfo[];
  /** Said once after a reload: "Back where you were: 7 steps, 3 segments." */
  readonly restored: boolean;
  /** A refusal of the browser's storage; nothing is lost while the tab is open. */
  readonly storageError: PlainError | null;
  readonly hasFile: boolean;

  open(file: File): Promise<void>;
  openSample(): Promise<void>;
  reread(options: Partial<ReadOptions>): Promise<void>;
  setRole(role: Role, column: string | null): Promise<void>;
  setGrain(grain: Grain): Promise<void>;
  /** The one button: builds the automatic recipe and runs it. True if segments came of it. */
  segmentCustomers(): Promise<boolean>;
  setSegmentCount(k: number | 'auto'): Promise<void>;
  renameSegment(id: number, name: string): Promise<void>;
  editStep(id: string, params: RecipeStep['params']): Promise<void>;
  switchStep(id: string, enabled: boolean): Promise<void>;
  deleteStep(id: string): Promise<void>;
  undo(): Promise<void>;
  redo(): Promise<void>;
  cancel(): void;
  dismissError(): void;
  choose(segment: number | null): void;
  head(table: TableAt): Promise<TableHead | null>;
  rows(query: RowsQuery): Promise<RowsPage | null>;
  /** Makes the file and hands it to the browser as a download. */
  download(options: ExportOptions): Promise<void>;
  openSession(id: string): Promise<void>;
  renameSession(id: string, name: string): Promise<void>;
  deleteSession(id: string): Promise<void>;
  removeEverything(): Promise<void>;
  /** Back to the landing page; the session stays stored. */
  close(): Promise<void>;
}
