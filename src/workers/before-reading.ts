import { customerColumn, type ReadOptions } from '../engine/index';
import type { FirstRows, Outcome, Watch } from './api';
import type { FilesWeighed } from './files-api';
import { blobSource } from './blob-source';
import { FirstLooks } from './first-look';
import type { HeldFile } from './held-files';
import { readyReaders } from './reader-pool';
import { SessionShelf } from './session-shelf';
import { weighFiles } from './weigh-files';

/** What is asked about files before they are read. */
export abstract class BeforeReading extends SessionShelf {
  protected readonly looks = new FirstLooks();

  /** All files that were read. */
  protected abstract readonly heldFiles: readonly HeldFile[];

  preview(
    call: number,
    file: File,
    chosen: Partial<ReadOptions>,
    watch: Watch,
  ): Promise<Outcome<FirstRows | null>> {
    return this.watched(call, watch, (work) => {
      readyReaders(file);
      return this.looks.look(file, blobSource(file, file.name), chosen, work);
    });
  }

  sampleColumn(
    call: number,
    file: File,
    chosen: Partial<ReadOptions>,
    watch: Watch,
  ): Promise<Outcome<string | null>> {
    return this.watched(call, watch, async (work) => {
      const found = await customerColumn(blobSource(file, file.name), { options: chosen }, work);
      return found?.several ? found.column : null;
    });
  }

  weigh(call: number, files: readonly File[], add: boolean, watch: Watch): Promise<Outcome<FilesWeighed>> {
    return this.watched(call, watch, (work) => weighFiles(files, add ? this.heldFiles : [], work));
  }

  sampleColumns(call: number, files: readonly File[], watch: Watch): Promise<Outcome<(string | null)[]>> {
    return this.watched(call, watch, async (work) => {
      const columns: (string | null)[] = [];
      for (const file of files)
        columns.push((await customerColumn(blobSource(file, file.name), {}, work))?.column ?? null);
      return columns;
    });
  }
}
