import * as Comlink from 'comlink';
import {
  neverShare,
  readPart,
  TextMemory,
  type ByteSource,
  type PartBounds,
  type PartPlan,
  type PartResult,
} from '../engine/index';
import type { Outcome } from './api';
import { blobSource } from './blob-source';
import { outcome } from './wire';

/** One of several workers that read parts of the same file. What it makes of a part is handed over, not copied. */
export class PartReader {
  #source: ByteSource | null = null;
  #name = '';
  #memory: { pass: number; texts: TextMemory } | null = null;

  /** @param name another one for each reader */
  use(file: File, name: string): void {
    neverShare();
    this.#name = name;
    this.#source = blobSource(file, file.name);
  }

  async read(plan: PartPlan, bounds: PartBounds): Promise<Outcome<PartResult | null>> {
    const source = this.#source!;
    if (this.#memory?.pass !== plan.id)
      this.#memory = { pass: plan.id, texts: new TextMemory(plan, this.#name) };
    const { texts } = this.#memory;
    const answer = await outcome(() => readPart(source, plan, bounds, texts));
    return answer.ok && answer.value ? Comlink.transfer(answer, buffersOf(answer.value)) : answer;
  }
}

/** The memory of all cells and texts of a part. */
function buffersOf({ built, extras }: PartResult): ArrayBuffer[] {
  const buffers: ArrayBufferLike[] = [];
  for (const part of [...built, ...extras]) {
    if ('codes' in part) {
      const { codes, bytes, offsets, hashes } = part;
      buffers.push(codes.buffer, bytes.buffer, offsets.buffer, hashes.buffer);
    } else if (part.cells) buffers.push(part.cells.buffer);
  }
  return buffers as ArrayBuffer[];
}
