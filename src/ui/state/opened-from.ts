import type { ReadOptions, Understanding } from '../../engine/index';
import type { RoleChoice } from '../../workers/api';
import type { FileToRead, Opened } from '../../workers/files-api';
import type { WatchedWork } from './watched-work.svelte';

/** A file of which nothing is said. */
export const asItIs = (file: File): FileToRead => ({ file, options: {} });

/** What the table of this tab was read from, so that it can be read once more should the worker be lost before it is stored. */
export class OpenedFrom {
  /** None where only a stored session is at hand. */
  files: readonly FileToRead[] | 'sample' = [];
  /** What the person has said about how the one file is to be read. */
  options: Partial<ReadOptions> = {};

  /** The one file that is open. */
  get file(): File | null {
    const [first, ...others] = this.files === 'sample' ? [] : this.files;
    return first && others.length === 0 ? first.file : null;
  }

  /** Into a worker that has nothing. Null if it cannot be read any more. */
  async readAgain(work: WatchedWork, choice: RoleChoice): Promise<Understanding | null> {
    const opened = await this.#open(work);
    if (!opened) return null;
    return work.do('reading', (api, call, watch) => api.understand(call, choice, watch));
  }

  async #open(work: WatchedWork): Promise<Opened | null> {
    const { files, options } = this;
    if (files === 'sample') return work.do('reading', (api, call, watch) => api.openSample(call, watch));
    const [first] = files;
    if (!first) return null;
    if (files.length === 1)
      return work.do('reading', (api, call, watch) => api.open(call, first.file, options, watch));
    const gathered = await work.do('reading', (api, call, watch) => api.gather(call, files, false, watch));
    if (!gathered) return null;
    return work.do('reading', (api, call, watch) => api.putTogether(call, gathered.plan, {}, watch));
  }
}
