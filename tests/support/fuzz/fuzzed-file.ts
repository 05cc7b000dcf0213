import { generator } from '../../../src/engine/stats/random';
import { mutated } from './mutations';
import type { SeedFile } from './seed-files';

export interface FuzzedFile {
  format: string;
  name: string;
  /** The seed file, and what was done to it. */
  how: string;
  bytes: Uint8Array;
}

/** File number `at` of the run with that seed: the same bytes on every machine that has the same seed files. */
export function fuzzedFile(seeds: readonly SeedFile[], seed: number, at: number): FuzzedFile {
  const random = generator(seed * 1_000_003 + at);
  // Formats by turns, so that the many delimited files do not crowd out the others.
  const formats = [...new Set(seeds.map(({ format }) => format))];
  const format = formats[at % formats.length]!;
  const ofFormat = seeds.filter((one) => one.format === format);
  const from = ofFormat[Math.floor(random() * ofFormat.length)]!;
  const other = random() < 0.5 ? ofFormat : seeds;
  const { bytes, how } = mutated(from, other[Math.floor(random() * other.length)]!, random);
  return { format, name: from.name, how, bytes };
}
