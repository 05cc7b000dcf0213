import {
  driftOfRun,
  fitsFor,
  newNotes,
  run,
  segmentationOf,
  sourceTable,
  type Drift,
  type History,
  type Model,
  type Recipe,
  type RunOutcome,
  type Segmentation,
} from '../engine/index';
import type { Arguments } from './arguments';
import { codeFiles } from './code-files';
import { driftLines } from './drift-words';
import { csvLook, labelledFile, noteLines } from './labelled-file';
import { openFile, type OpenFile } from './file-source';
import { heldAgainst } from './held-against';
import { readInput, type Input } from './inputs';
import { sayFiles } from './several-words';
import { asksHistory, historyLine, lookedBack, writeHistory } from './history';
import { Outputs } from './outputs';
import { readingWarnings } from './reading-warnings';
import { readGiven, recipeFor } from './plan';
import { changesFile, movesLine, sinceBefore, type SinceBefore } from './since-before';
import { summaryOf, type Timing } from './summary';
import type { TerminalWork } from './terminal-work';
import { RunError } from './usage-error';
import { wordsOf } from './words';

interface Result {
  input: Input;
  recipe: Recipe;
  outcome: RunOutcome;
  segmentation: Segmentation;
  history: History | null;
  /** Since the model that was given was made. */
  drift: Drift | null;
}

/**
 * Files in, files out: everything the options ask for. Gives what belongs on standard output.
 * Nothing is written unless all of it can be.
 * @param warn told, in one line each, what the files hold that hardly can be meant
 * @throws EngineError, RunError, Stopped
 */
export async function doJob(
  args: Arguments,
  work: TerminalWork,
  warn: (line: string) => void,
): Promise<string> {
  const outputs = new Outputs();
  const files: OpenFile[] = [];
  let before: OpenFile | null = null;
  try {
    for (const path of args.files) files.push(await openFile(path));
    before = args.before === null ? null : await openFile(args.before);
    for (const path of args.outputs.values()) if (path !== '-') await outputs.open(path);
    const timings: Timing[] = [];
    const found = await segmentFiles(args, files, timings, work);
    const since = before && (await sinceBefore(before, found.outcome, found.segmentation, work));
    const result = { ...found, since };
    sayFiles(result, warn);
    for (const { read } of result.input.files) readingWarnings(read.report).forEach(warn);
    warnUnlike(result.input, warn);
    if (result.drift) driftLines(result.drift).forEach(warn);
    if (since) warn(movesLine(since, before!.name));
    if (result.history) warn(historyLine(result.history));
    const started = work.now();
    const notes = newNotes();
    const look = csvLook(args, notes);
    const changes = args.outputs.get('changes');
    if (since && changes !== undefined) await outputs.write(changes, changesFile(since, look, work));
    if (result.history) await writeHistory(result.history, look, args.outputs, outputs, work);
    const out = args.outputs.get('out');
    if (out !== undefined) await outputs.write(out, labelledFile(result, args, out, notes, work));
    noteLines(notes).forEach(warn);
    timings.push({ phase: 'write', ms: work.now() - started });
    for (const { path, text, missing } of codeFiles(args.outputs, result.recipe, result.outcome)) {
      missing.forEach(warn);
      await outputs.write(path, [new TextEncoder().encode(text)]);
    }
    return await writeTexts(args, outputs, result, timings);
  } finally {
    await outputs.discard();
    for (const file of [...files, ...(before ? [before] : [])]) await file.close();
  }
}

function warnUnlike({ files, unlike }: Input, warn: (line: string) => void): void {
  const [file] = files;
  for (const { option, was, is } of unlike)
    warn(
      `${file!.source.name} is read with ${option} ${JSON.stringify(is)}; the recipe had ${JSON.stringify(was)}`,
    );
}

async function segmentFiles(
  args: Arguments,
  files: readonly OpenFile[],
  timings: Timing[],
  work: TerminalWork,
): Promise<Result> {
  const timed = async <T>(phase: string, make: () => Promise<T>): Promise<T> => {
    const started = work.now();
    const made = await make();
    timings.push({ phase, ms: work.now() - started });
    return made;
  };
  const given = await readGiven(args);
  const read = await timed('read', () =>
    readInput({ sources: files, said: args.sources }, given.recipe, work),
  );
  const input = await heldAgainst(read, args.acceptDifferences, work);
  const recipe = await timed('understand', () => recipeFor(given, input, args, work));
  const [source, ...others] = input.files.map(({ read }, i) => sourceTable(read.table, recipe.sources[i]!));
  const sources = new Map(others.map((table, i) => [i + 1, table]));
  const learnt = given.fits
    ? { mode: 'reuse' as const, fits: fitsFor(recipe, given.fits) }
    : { mode: 'learn' as const };
  const outcome = await run(recipe, source!, { ...learnt, sources, work });
  for (const step of outcome.steps) if (step.enabled) timings.push({ phase: step.op, ms: step.ms });
  const segmentation = await timed('describe', () => segmentationOf(recipe, outcome, [], work));
  if (!segmentation)
    throw new RunError(`${input.files[0]!.source.name}: the recipe has no step that groups customers`);
  const drift = given.fits && (await driftOfRun(recipe, outcome, work));
  const named = [source!, ...others].map(
    (table, i) => [i, { name: recipe.sources[i]!.name, table }] as const,
  );
  const ran = { recipe, outcome, source: source!, sources: new Map(named) };
  const { name } = input.files[0]!.source;
  const looksBack = asksHistory(args);
  const history = looksBack
    ? await timed('history', () => lookedBack(looksBack, ran, segmentation, name, work))
    : null;
  return { input, recipe, outcome, segmentation, history, drift };
}

async function writeTexts(
  args: Arguments,
  outputs: Outputs,
  result: Result & { since: SinceBefore | null },
  timings: readonly Timing[],
): Promise<string> {
  const { input, recipe, outcome, segmentation } = result;
  const model: Model = { format: 'tessera-model', version: 1, recipe, fits: { ...outcome.fits } };
  const summary = json(summaryOf(input, recipe, outcome, segmentation, timings, result));
  const texts = [
    ['json', summary],
    ['save-recipe', json(recipe)],
    ['save-model', json(model)],
  ] as const;
  for (const [name, text] of texts) {
    const path = args.outputs.get(name);
    if (path !== undefined && path !== '-') await outputs.write(path, [new TextEncoder().encode(text)]);
  }
  await outputs.commit();
  if (args.outputs.get('json') === '-') return summary;
  return args.outputs.size === 0 ? wordsOf(segmentation) : '';
}

const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
