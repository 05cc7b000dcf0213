import { basename } from 'node:path';
import { parseArguments, type Arguments } from './arguments';
import { HELP } from './help';
import { doJob } from './job';
import { cannotWrite } from './path-errors';
import { sentenceFor } from './sentences';
import { TerminalWork } from './terminal-work';
import { DiffersError, RunError, UsageError } from './usage-error';
import { EngineError, Stopped } from '../engine/index';

const DIFFERS = 3;
const OUT_OF_MEMORY = /array buffer allocation failed|invalid (typed )?array (buffer )?length|out of memory/i;

/**
 * The headless runner: gives the exit code. 0 done, 1 the data cannot be used, 2 wrong usage, 3 the files are not what
 * the recipe was made for, 130 stopped.
 * @param folder the caller's folder, where relative paths start.
 */
export async function main(argv: readonly string[], folder: string): Promise<number> {
  const say = (line: string) => process.stderr.write(`tessera: ${line}\n`);
  let args: Arguments;
  try {
    args = parseArguments(argv, folder);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    say(`${error.message}; see --help`);
    return 2;
  }
  if (args.help) return print(HELP);
  const work = new TerminalWork();
  const stop = () => work.stop();
  process.once('SIGINT', stop).once('SIGTERM', stop);
  try {
    const text = await doJob(args, work, (line) => {
      work.clear();
      say(line);
    });
    work.clear();
    return await print(text);
  } catch (error) {
    work.clear();
    if (error instanceof Stopped) return 130;
    say(complaint(error, basename(args.files[0]!)));
    return error instanceof DiffersError ? DIFFERS : 1;
  } finally {
    process.off('SIGINT', stop).off('SIGTERM', stop);
  }
}

function complaint(error: unknown, file: string): string {
  if (error instanceof EngineError) return sentenceFor(error, file);
  if (error instanceof RunError || error instanceof DiffersError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  if (OUT_OF_MEMORY.test(message)) return sentenceFor(new EngineError('out-of-memory'), file);
  return `${file}: unexpected: ${message.replace(/\s*\n\s*/g, ' ')}`;
}

/** Writes to standard output; a reader that went away (`| head`) is no error, a full disk behind it is. */
function print(text: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const ended = (error?: NodeJS.ErrnoException | null) =>
      error && error.code !== 'EPIPE' ? reject(cannotWrite('standard output', error)) : resolve(0);
    process.stdout.once('error', ended);
    process.stdout.write(text, ended);
  });
}
