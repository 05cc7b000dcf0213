import { readFileSync, writeFileSync } from 'node:fs';
import { fateOf, type Fate } from './fate';
import { fuzzedFile } from './fuzzed-file';
import { ownSeeds, seedsBelow } from './seed-files';

/** What the parent asks for: file number `at` of the run with that seed, or which formats there are. */
export interface Asked {
  seed: number;
  at: number;
}

export interface Answered extends Fate {
  at: number;
  format: string;
  name: string;
  how: string;
  /** Of processor time, collecting garbage included: what else the machine does must not count. */
  ms: number;
  /** Megabytes the process grew by at its height, where the system tells. */
  peakMb: number;
}

const [wanted = '', ...folders] = process.argv.slice(2);
const seeds = [...ownSeeds(), ...folders.flatMap(seedsBelow)].filter(
  ({ format }) => wanted === '' || format === wanted,
);

process.on('message', ({ seed, at }: Asked) => void answer(seed, at));
process.send?.({ seeds: seeds.length, formats: [...new Set(seeds.map(({ format }) => format))] });

async function answer(seed: number, at: number): Promise<void> {
  const { format, name, how, bytes } = fuzzedFile(seeds, seed, at);
  // Known before the work begins, should it never end.
  process.send?.({ started: at, format, name, how });
  const before = resetPeak();
  const started = process.cpuUsage();
  const fate = await fateOf(name, bytes);
  const { user, system } = process.cpuUsage(started);
  const ms = (user + system) / 1000;
  process.send?.({ at, format, name, how, ms, peakMb: memory('VmHWM') - before, ...fate } satisfies Answered);
}

/** Lets the system measure the height of memory anew; gives the memory in use now. */
function resetPeak(): number {
  if (memory('VmRSS') > 400) globalThis.gc?.();
  try {
    writeFileSync('/proc/self/clear_refs', '5');
  } catch {
    return NaN;
  }
  return memory('VmRSS');
}

function memory(what: 'VmHWM' | 'VmRSS'): number {
  try {
    return (
      Number(new RegExp(`${what}:\\s+(\\d+) kB`).exec(readFileSync('/proc/self/status', 'utf8'))?.[1]) / 1024
    );
  } catch {
    return NaN;
  }
}
