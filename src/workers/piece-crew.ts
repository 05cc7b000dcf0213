import * as Comlink from 'comlink';
import { CrewLost, type Crew, type Progress, type Work } from '../engine/index';
import type { PieceWorker } from './piece-worker';
import pieceUrl from './piece.worker.ts?worker&url';
import { startWorker } from './start-worker';

const MOST_HELPERS = 8;
/** How often the host is heard while others work. */
const LISTEN_MS = 30;

/** One who does pieces. */
export interface Helper {
  api: Pick<Comlink.Remote<PieceWorker>, 'begin' | 'do' | 'end'>;
  stop(): void;
}

/** Pieces of one trade on one ground. */
interface Job {
  id: number;
  trade: string;
  ground: unknown;
  pieces: readonly unknown[];
  results: unknown[];
  progress: Progress | null;
  next: number;
}

/** Workers that do pieces of the work at hand, started when the first are wanted. They must be ended. */
export class PieceCrew implements Crew {
  readonly #work: Work;
  readonly #count: number;
  readonly #begin: typeof startHelper;
  #helpers: readonly Helper[] = [];
  #jobs = 0;
  #lose!: (reason: Error) => void;
  readonly #over = new Promise<never>((_, reject) => (this.#lose = reject));

  constructor(work: Work, count: number, begin = startHelper) {
    this.#work = work;
    this.#count = count;
    this.#begin = begin;
    this.#over.catch(() => undefined);
  }

  /** Starts them before they are wanted. */
  ready(): void {
    if (this.#helpers.length > 0) return;
    const lost = (reason: string) => this.#lose(new CrewLost(reason));
    this.#helpers = Array.from({ length: this.#count }, (_, at) => this.#begin(`helper ${at + 1}`, lost));
  }

  async doAll(
    trade: string,
    ground: unknown,
    pieces: readonly unknown[],
    progress: Progress | null,
  ): Promise<unknown[]> {
    this.ready();
    const job: Job = { id: ++this.#jobs, trade, ground, pieces, results: [], progress, next: 0 };
    const all = Promise.all(this.#helpers.map((helper) => this.#take(helper, job)));
    const ended = new AbortController();
    try {
      await Promise.race([all, this.#over, this.#listening(progress, ended.signal)]);
    } finally {
      ended.abort();
    }
    return job.results;
  }

  end(): void {
    this.#lose(new CrewLost());
    for (const helper of this.#helpers) helper.stop();
  }

  /** One helper takes pieces until none is left. */
  async #take({ api }: Helper, job: Job): Promise<void> {
    if (job.next >= job.pieces.length) return;
    try {
      const begun = api.begin(job.id, job.trade, job.ground);
      begun.catch(() => undefined);
      // One piece follows at once: who had it done aside may be busy for long before an answer is heard.
      if (job.pieces.length > 1) await begun;
      while (job.next < job.pieces.length) {
        const at = job.next++;
        const answer = await api.do(job.id, job.pieces[at]);
        if (!answer.ok) throw new CrewLost();
        job.results[at] = answer.value;
        if (job.progress) job.progress.done++;
      }
      await begun;
      void api.end(job.id);
    } catch {
      // Whatever it was, it is met again, or not, where the pieces are done without helpers.
      this.end();
      throw new CrewLost();
    }
  }

  /** Rejects once the work is stopped; never ends otherwise. */
  async #listening(progress: Progress | null, ended: AbortSignal): Promise<never> {
    while (!ended.aborted) {
      await new Promise((resolve) => setTimeout(resolve, LISTEN_MS));
      if (!ended.aborted) await this.#work.breathe(progress ?? undefined);
    }
    return new Promise(() => undefined);
  }
}

function startHelper(name: string, lost: (reason: string) => void): Helper {
  const worker = startWorker(new URL(pieceUrl, self.location.href), name);
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    lost(event.message);
  });
  return { api: Comlink.wrap<PieceWorker>(worker), stop: () => worker.terminate() };
}

/** Does some work with others to help, or with none where the machine has one core. */
export async function withCrew<T>(
  work: Work,
  use: (work: Work, crew: PieceCrew | null) => Promise<T>,
  most = MOST_HELPERS,
): Promise<T> {
  const count = Math.min(navigator.hardwareConcurrency, most);
  if (navigator.hardwareConcurrency < 2) return use(work, null);
  const crew = new PieceCrew(work, count);
  try {
    return await use({ breathe: (progress) => work.breathe(progress), now: () => work.now(), crew }, crew);
  } finally {
    crew.end();
  }
}
