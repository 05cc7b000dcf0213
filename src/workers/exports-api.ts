import type { Code, ExportNotes } from '../engine/index';
import type { Outcome, Watch } from './api';
import type { CampaignsApi } from './campaigns-api';
import type { CampaignFile, LostFile } from './exports/campaigns';
import type { WrittenCode } from './exports/code';
import type { ListColumns, WrittenList, WrittenSegments } from './exports/list';
import type { StarFile } from './exports/star';

export type { ListColumns } from './exports/list';

/** A file that can be taken away: each kind has its choices here, and its writer in `exports/writers.ts`. */
export type WantedFile = WrittenList | WrittenSegments | CampaignFile | LostFile | StarFile | WrittenCode;

/** A file that was written. */
export interface WrittenFile {
  /** Null where it went straight into a file of the person. */
  blob: Blob | null;
  notes: ExportNotes;
}

/** What can be taken away once customers are in segments. */
export interface ExportsApi extends CampaignsApi {
  /**
   * Writes a file: into `into` where one is given, else to be handed over as a whole. One that was not finished
   * leaves what was in its place as it was.
   */
  exportFile(
    call: number,
    wanted: WantedFile,
    into: FileSystemFileHandle | null,
    watch: Watch,
  ): Promise<Outcome<WrittenFile>>;
  /** The columns that lists can have. */
  listColumns(): Promise<Outcome<ListColumns>>;
  /** The recipe as code, to be looked at before it is taken away. */
  code(wanted: WrittenCode): Promise<Outcome<Code>>;
}
