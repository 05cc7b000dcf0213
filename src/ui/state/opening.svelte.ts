import type { FirstRows, ReadOptions } from '../../engine/index';
import { roomOf } from './room-of';
import type { WatchedWork } from './watched-work.svelte';

/** A file on its way in, as far as its first megabyte shows it. */
export interface Beginning {
  name: string;
  bytes: number;
  rows: FirstRows;
}

/** A file whose table would not fit, and what could be read of it instead. */
export interface TooLarge {
  file: File;
  options: Partial<ReadOptions>;
  expectedBytes: number;
  room: number;
  sample: NonNullable<ReadOptions['sample']>;
}

/** A file below this is read before its first rows could be shown. */
const SHOWN_FROM = 2e6;

/** What happens between the choice of a file and its table: first rows to look at, and a question where it would not fit. */
export class Opening {
  readonly #work: WatchedWork;
  #first = $state.raw<Beginning | null>(null);
  #tooLarge = $state.raw<TooLarge | null>(null);
  #anyway: File | null = null;
  /** Looked at and not shown yet. */
  #seen: Beginning | null = null;

  constructor(work: WatchedWork) {
    this.#work = work;
  }

  /** The first rows of the file that is being read. */
  get first(): Beginning | null {
    return this.#first;
  }
  /** The file that waits for an answer. */
  get tooLarge(): TooLarge | null {
    return this.#tooLarge;
  }

  /** Looks at the first rows; true if the rest is to be read now. */
  async begin(file: File, options: Partial<ReadOptions>): Promise<boolean> {
    this.end();
    this.#seen = this.#tooLarge = null;
    if (file.size < SHOWN_FROM) return true;
    const rows = await this.#work.do('looking', (api, call, watch) =>
      api.preview(call, file, options, watch),
    );
    if (this.#work.error !== null || this.#work.stopped) return false;
    if (!rows) return true;
    const { every, room } = roomOf(rows.expectedBytes);
    if (every > 1 && options.sample === undefined && this.#anyway !== file)
      return this.#ask(file, options, rows.expectedBytes, room, every);
    this.#seen = { name: file.name, bytes: file.size, rows };
    return true;
  }

  /** Shows the first rows that were looked at, and gives them. To be called once the rest is asked for, which drawing them would hold up. */
  show(): Beginning | null {
    [this.#first, this.#seen] = [this.#seen, null];
    return this.#first;
  }

  async #ask(
    file: File,
    options: Partial<ReadOptions>,
    expectedBytes: number,
    room: number,
    every: number,
  ): Promise<false> {
    const by = await this.#work.do('looking', (api, call, watch) =>
      api.sampleColumn(call, file, options, watch),
    );
    if (this.#work.error !== null || this.#work.stopped) return false;
    const sample = { every, ...(by !== null && { by }) };
    this.#tooLarge = { file, options, expectedBytes, room, sample };
    return false;
  }

  /** The person wants the whole file whatever it takes. */
  insist(file: File): void {
    this.#anyway = file;
    this.#tooLarge = null;
  }

  /** The question is answered otherwise. */
  forget(): void {
    this.#tooLarge = null;
  }

  /** That file is read, or will not be. */
  end(first: Beginning | null = this.#first): void {
    if (first === this.#first) this.#first = null;
  }
}
