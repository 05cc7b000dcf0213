import type { Kernels } from './kernels';
import { plainKernels } from './plain/plain-kernels';
import { simdKernels } from './simd';

/** What a WebAssembly memory and its plain stand-in share. Growing gives a new buffer; the old one is empty then. */
export interface Memory {
  readonly buffer: ArrayBuffer;
  grow(pages: number): number;
}

const PAGE = 65_536;
const ALIGNED = 16;

/** Kernels and the memory they work in, handed out from the bottom up. Views hold until more is taken. */
export class Room {
  readonly kernels: Kernels;
  readonly #memory: Memory;
  #top = ALIGNED;

  constructor({ kernels, memory }: { kernels: Kernels; memory: Memory }) {
    this.kernels = kernels;
    this.#memory = memory;
  }

  /** The byte offset of a new area. What is in it is anybody's guess. */
  take(bytes: number): number {
    const at = this.#top;
    this.#top = at + Math.ceil(bytes / ALIGNED) * ALIGNED;
    // Kernels read in groups of eight numbers, and so up to 56 bytes past the last area.
    const missing = this.#top + 64 - this.#memory.buffer.byteLength;
    if (missing > 0) this.#memory.grow(Math.ceil(missing / PAGE));
    return at;
  }

  /** Everything taken after `mark` was read can be given back at once with `drop`. */
  get mark(): number {
    return this.#top;
  }

  drop(mark: number): void {
    this.#top = mark;
  }

  get size(): number {
    return this.#memory.buffer.byteLength;
  }

  get buffer(): ArrayBuffer {
    return this.#memory.buffer;
  }

  numbers(at: number, length: number): Float64Array<ArrayBuffer> {
    return new Float64Array(this.#memory.buffer, at, length);
  }

  bytes(at: number, length: number): Uint8Array<ArrayBuffer> {
    return new Uint8Array(this.#memory.buffer, at, length);
  }

  words(at: number, length: number): Uint32Array<ArrayBuffer> {
    return new Uint32Array(this.#memory.buffer, at, length);
  }
}

const EMPTY = ALIGNED;
/** A memory never shrinks; one that has grown beyond this is not kept for the next caller. */
const KEPT_BYTES = 32 * 2 ** 20;
let plainOnly = false;
let spare: Room | null = null;

/** Whether rooms opened from now on have the plain kernels although the host could run the others: for tests. */
export function usePlainKernels(always: boolean): void {
  plainOnly = always;
  spare = null;
}

/** A room for one caller alone. It must be closed, whatever happens. */
export function openRoom(): Room {
  const found = spare;
  spare = null;
  return found ?? new Room((plainOnly ? null : simdKernels()) ?? plainKernels());
}

/** Lets the next caller have the room's memory. */
export function closeRoom(room: Room): void {
  room.drop(EMPTY);
  spare = room.size <= KEPT_BYTES ? room : null;
}

/** Opens a room, and closes it when all is done or has failed. */
export async function inRoom<Answer>(use: (room: Room) => Promise<Answer>): Promise<Answer> {
  const room = openRoom();
  try {
    return await use(room);
  } finally {
    closeRoom(room);
  }
}
