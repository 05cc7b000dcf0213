import {
  EngineError,
  firstLook,
  type ByteSource,
  type FirstLook,
  type FirstRows,
  type ReadOptions,
  type Work,
} from '../engine/index';
import { isSameFile } from './same-file';

/** Looks at files before they are read, and keeps what was concluded for the reading that follows. */
export class FirstLooks {
  #last: { file: File; chosen: string; look: FirstLook } | null = null;

  /** The first rows of a file; null of one that shows them only once it is read. @throws EngineError, Stopped */
  async look(
    file: File,
    source: ByteSource,
    chosen: Partial<ReadOptions>,
    work: Work,
  ): Promise<FirstRows | null> {
    try {
      const look = await firstLook(source, { options: chosen }, work);
      this.#last = { file, chosen: JSON.stringify(chosen), look };
      return look.rows;
    } catch (thrown) {
      if (thrown instanceof EngineError && thrown.code === 'not-a-table') return null;
      throw thrown;
    }
  }

  /** The last look, if it was at that file by the same choice; it is forgotten then. */
  take(file: File, chosen: Partial<ReadOptions>): FirstLook | null {
    const last = this.#last;
    this.#last = null;
    if (!last || !isSameFile(last.file, file) || last.chosen !== JSON.stringify(chosen)) return null;
    return last.look;
  }
}
