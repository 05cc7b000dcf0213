import * as Comlink from 'comlink';
import {
  EngineError,
  HandsLost,
  type Hands,
  type PartBounds,
  type PartPlan,
  type PartResult,
} from '../engine/index';
import type { Outcome } from './api';
import type { PartReader } from './part-reader';
import readerUrl from './reader.worker.ts?worker&url';
import { isSameFile } from './same-file';
import { startWorker } from './start-worker';

/** Below this a file is read before other workers would have been started. */
const WORTH_BYTES = 16 << 20;
const MOST_READERS = 8;
/** Parts given to one reader at once: it fetches the next one's bytes while it works on one. */
const AT_ONCE = 2;
/** Files that no reader of text takes in hand. */
const NO_TEXT = /\.(xls[xmb]?|ods|parquet|sqlite3?|db)$/i;

interface Reader {
  worker: Worker;
  api: Comlink.Remote<PartReader>;
  busy: number;
}

interface Job {
  plan: PartPlan;
  bounds: PartBounds;
  done(result: PartResult | null): void;
  failed(reason: Error): void;
}

/** Workers that read parts of one file. They must be ended; all their memory is given back then. */
export class ReaderPool implements Hands {
  readonly count: number;
  readonly #readers: Reader[];
  readonly #waiting: Job[] = [];
  #lost = false;
  #lose!: (reason: HandsLost) => void;
  readonly #over = new Promise<never>((_, reject) => (this.#lose = reject));

  constructor(file: File, count: number) {
    this.count = count;
    this.#over.catch(() => undefined);
    this.#readers = Array.from({ length: count }, (_, at) => this.#start(file, at));
  }

  read(plan: PartPlan, bounds: PartBounds): Promise<PartResult | null> {
    const result = new Promise<PartResult | null>((done, failed) => {
      this.#waiting.push({ plan, bounds, done, failed });
      this.#next();
    });
    return Promise.race([result, this.#over]);
  }

  end(): void {
    this.#fail(new HandsLost());
    for (const { worker } of this.#readers) worker.terminate();
  }

  #start(file: File, at: number): Reader {
    const worker = startWorker(new URL(readerUrl, self.location.href), `reader ${at + 1}`);
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      this.#fail(new HandsLost(event.message));
    });
    const api = Comlink.wrap<PartReader>(worker);
    void api.use(file, `reader ${at + 1}`);
    return { worker, api, busy: 0 };
  }

  #fail(reason: HandsLost): void {
    this.#lost = true;
    this.#waiting.length = 0;
    this.#lose(reason);
  }

  #next(): void {
    while (!this.#lost && this.#waiting.length > 0) {
      const [idlest] = [...this.#readers].sort((a, b) => a.busy - b.busy);
      if (!idlest || idlest.busy >= AT_ONCE) return;
      void this.#give(idlest, this.#waiting.shift()!);
    }
  }

  async #give(reader: Reader, { plan, bounds, done, failed }: Job): Promise<void> {
    reader.busy++;
    try {
      done(valueOf(await reader.api.read(plan, bounds)));
    } catch (thrown) {
      failed(thrown instanceof Error ? thrown : new HandsLost());
    }
    reader.busy--;
    this.#next();
  }
}

/** What a file itself is to blame for is an error; with anything else the file is read without readers. */
function valueOf(answer: Outcome<PartResult | null>): PartResult | null {
  if (answer.ok) return answer.value;
  if ('error' in answer && answer.error.code === 'unreadable-file')
    throw new EngineError(answer.error.code, answer.error.details);
  throw new HandsLost();
}

/** Readers for a file that is looked at and will be read next; they start while its first rows are shown. */
let ready: { file: File; readers: ReaderPool } | null = null;

/** Whether the file takes so long that other workers are worth their start. */
export const isWorthReaders = ({ size }: File): boolean => size >= WORTH_BYTES;

function newReaders(file: File): ReaderPool | null {
  const count = Math.min(navigator.hardwareConcurrency, MOST_READERS);
  if (!isWorthReaders(file) || count < 2 || NO_TEXT.test(file.name)) return null;
  return new ReaderPool(file, count);
}

/** Starts readers for a file that will probably be read. */
export function readyReaders(file: File): void {
  if (ready && isSameFile(ready.file, file)) return;
  dismissReaders();
  const readers = newReaders(file);
  ready = readers && { file, readers };
}

/** Ends readers that nothing was read with. */
export function dismissReaders(): void {
  ready?.readers.end();
  ready = null;
}

/** Does some work with readers for the file at hand, or with none where the file is short or the machine has one core. */
export async function withReaders<T>(file: File, work: (readers: Hands | null) => Promise<T>): Promise<T> {
  const waiting = ready && isSameFile(ready.file, file) ? ready.readers : null;
  if (waiting) ready = null;
  else dismissReaders();
  const readers = waiting ?? newReaders(file);
  if (!readers) return work(null);
  try {
    return await work(readers);
  } finally {
    readers.end();
  }
}
