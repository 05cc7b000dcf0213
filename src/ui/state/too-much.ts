import type { ReadOptions } from '../../engine/index';
import type { FileToRead, FilesWeighed } from '../../workers/files-api';
import { roomOf } from './room-of';

/** A large part of what is open already leaves this much of the room for more. */
const LEAST_PART = 0.05;

/** Several files that are not read at once: they would not fit together, or what is open is a sample. */
export interface TooMuch {
  files: readonly File[];
  /** The files, those of them that a sample is read of with how. */
  sampled: readonly FileToRead[];
  expectedBytes: number;
  room: number;
  every: number;
  /** Whether all of them would fit, and only what is open is a sample. */
  fits: boolean;
}

/** One customer in how many is to be read of files, so that they fit beside what is open; 1: all. */
export function everyOf({ bytes, open, sample }: FilesWeighed): number {
  const fresh = bytes.reduce((sum, each) => sum + each, 0);
  const { room, every } = roomOf(fresh + open);
  if (every === 1) return sample?.every ?? 1;
  return Math.max(sample?.every ?? 1, Math.ceil(fresh / Math.max(room - open, room * LEAST_PART)));
}

/** The files with the sample that is read of each; small ones are read whole, unless what is open is a sample. */
export function sampledFiles(
  files: readonly File[],
  { bytes, sample }: FilesWeighed,
  every: number,
  columns: readonly (string | null)[],
): FileToRead[] {
  return files.map((file, at) => {
    const by = columns[at] ?? null;
    const whole = bytes[at] === 0 && (sample === null || by === null);
    const options: Partial<ReadOptions> = whole ? {} : { sample: { every, ...(by !== null && { by }) } };
    return { file, options };
  });
}
