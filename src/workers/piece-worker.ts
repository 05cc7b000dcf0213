import * as Comlink from 'comlink';
import { beginTrade, neverShare, unwatched, type Shift } from '../engine/index';
import type { Outcome } from './api';
import { outcome } from './wire';

/** One of several workers that do pieces of the same work. What comes of a piece is handed over, not copied. */
export class PieceWorker {
  readonly #shifts = new Map<number, Shift<unknown, unknown>>();

  constructor() {
    neverShare();
  }

  async do(job: number, piece: unknown): Promise<Outcome<unknown>> {
    const progress = { phase: '', done: 0, total: 1, unit: 'rounds' as const };
    const answer = await outcome(() => this.#shifts.get(job)!.do(piece, unwatched, progress));
    return answer.ok ? Comlink.transfer(answer, buffersOf(answer.value)) : answer;
  }

  begin(job: number, trade: string, ground: unknown): void {
    this.#shifts.set(job, beginTrade(trade, ground));
  }

  end(job: number): void {
    this.#shifts.get(job)?.end();
    this.#shifts.delete(job);
  }
}

/** The memory of the arrays in a result, itself or one level down. */
function buffersOf(result: unknown): ArrayBuffer[] {
  const found = new Set<ArrayBuffer>();
  const look = (value: unknown, depth: number): void => {
    if (ArrayBuffer.isView(value)) found.add(value.buffer as ArrayBuffer);
    else if (depth > 0 && typeof value === 'object' && value !== null)
      for (const part of Object.values(value)) look(part, depth - 1);
  };
  look(result, 2);
  return [...found];
}
