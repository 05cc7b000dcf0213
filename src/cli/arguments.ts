import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { TARGETS, type Target } from '../engine/index';
import { UsageError } from './usage-error';

const OUTPUTS = [
  'out',
  'changes',
  'history',
  'transitions',
  'json',
  'save-recipe',
  'save-model',
  'python',
] as const;
export type Output = (typeof OUTPUTS)[number] | `sql ${Database}`;
type Database = Exclude<Target, 'python'>;
const DATABASES = TARGETS.filter((target) => target !== 'python');

/** What was asked for; paths are absolute. */
export interface Arguments {
  help: boolean;
  files: readonly string[];
  /** Places in `files` by the name of the recipe's source that they are said to be. */
  sources: ReadonlyMap<string, number>;
  /** Where to write what; `-` stands for standard output (JSON only). */
  outputs: ReadonlyMap<Output, string>;
  recipe: string | null;
  model: string | null;
  /** An earlier labelled list, to be compared with. */
  before: string | null;
  k: number | null;
  /** `YYYY-MM-DD` */
  referenceDate: string | null;
  rows: 'customers' | 'source';
  /** Write cells that begin like a formula as they are. */
  keepFormulas: boolean;
  /** Run a recipe on a file that differs from what it was made for. */
  acceptDifferences: boolean;
}

const MOST_SEGMENTS = 50;

/** @param folder where relative paths start. @throws UsageError */
export function parseArguments(argv: readonly string[], folder: string): Arguments {
  const { values, positionals } = split(argv);
  const path = (value: string) => (value === '-' ? value : resolve(folder, value));
  const outputs = new Map<Output, string>();
  for (const name of OUTPUTS)
    if (values[name] !== undefined) outputs.set(name, path(filled(name, values[name])));
  for (const [database, at] of sqlOf(values.sql ?? [])) outputs.set(`sql ${database}`, path(at));
  const said = sourcesOf(values.source ?? []);
  const found: Arguments = {
    help: values.help ?? false,
    files: [...positionals, ...said.values()].map(path),
    sources: new Map([...said.keys()].map((name, i) => [name, positionals.length + i])),
    outputs,
    recipe: values.recipe === undefined ? null : path(filled('recipe', values.recipe)),
    model: values.model === undefined ? null : path(filled('model', values.model)),
    before: values.before === undefined ? null : path(filled('before', values.before)),
    k: values.k === undefined ? null : segmentsOf(values.k),
    referenceDate: values['reference-date'] === undefined ? null : dayOf(values['reference-date']),
    rows: rowsOf(values.rows ?? 'customers'),
    keepFormulas: values['keep-formulas'] ?? false,
    acceptDifferences: values['accept-differences'] ?? false,
  };
  if (!found.help) refuseContradictions(found);
  return found;
}

function split(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        out: text,
        before: text,
        changes: text,
        history: text,
        transitions: text,
        json: text,
        recipe: text,
        source: { ...text, multiple: true },
        'save-recipe': text,
        model: text,
        'save-model': text,
        python: text,
        sql: { ...text, multiple: true },
        k: text,
        'reference-date': text,
        rows: text,
        'keep-formulas': { type: 'boolean' },
        'accept-differences': { type: 'boolean' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new UsageError(message.split(/\.? To specify|\n/)[0]!.replace(/\.$/, ''));
  }
}

/** Paths by the names of sources, of `NAME=PATH` each. */
function sourcesOf(said: readonly string[]): Map<string, string> {
  const found = new Map<string, string>();
  for (const one of said) {
    const at = one.indexOf('=');
    const [name, path] = [one.slice(0, at), one.slice(at + 1)];
    if (at < 1 || path === '') throw new UsageError(`--source needs NAME=PATH, not '${one}'`);
    if (found.has(name)) throw new UsageError(`--source names ${name} twice`);
    found.set(name, path);
  }
  return found;
}

/** Paths by databases, of `DATABASE=PATH` each. */
function sqlOf(said: readonly string[]): Map<Database, string> {
  const found = new Map<Database, string>();
  for (const one of said) {
    const [name, ...rest] = one.split('=');
    const database = DATABASES.find((known) => known === name);
    const path = rest.join('=');
    if (!database || path === '')
      throw new UsageError(`--sql needs DATABASE=PATH, the database ${DATABASES.join(', ')}, not '${one}'`);
    if (found.has(database)) throw new UsageError(`--sql names ${database} twice`);
    found.set(database, path);
  }
  return found;
}

function filled(option: string, value: string): string {
  if (value === '') throw new UsageError(`--${option} needs a path`);
  return value;
}

function segmentsOf(text: string): number {
  const k = /^\d+$/.test(text) ? Number(text) : NaN;
  if (k >= 1 && k <= MOST_SEGMENTS) return k;
  throw new UsageError(`--k needs a whole number from 1 to ${MOST_SEGMENTS}, not '${text}'`);
}

function dayOf(text: string): string {
  const ms = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (!Number.isNaN(ms) && new Date(ms).toISOString().startsWith(text)) return text;
  throw new UsageError(`--reference-date needs a day such as 2011-12-10, not '${text}'`);
}

function rowsOf(text: string): 'customers' | 'source' {
  if (text === 'customers' || text === 'source') return text;
  throw new UsageError(`--rows is customers or source, not '${text}'`);
}

function refuseContradictions({ files, outputs, recipe, model, before, k }: Arguments): void {
  if (files.length === 0) throw new UsageError('no file given');
  if (model !== null && recipe !== null) throw new UsageError('--model and --recipe exclude each other');
  if (model !== null && k !== null) throw new UsageError('--model and --k exclude each other');
  if (outputs.has('changes') && before === null) throw new UsageError('--changes needs --before');
  for (const [option, path] of outputs) {
    if (path === '-' && option !== 'json')
      throw new UsageError(`--${option} needs a path; only --json can be -`);
  }
  for (const path of [...files, recipe, model, before]) {
    if (path === '-') throw new UsageError('standard input cannot be read; give a path');
  }
  refuseSharedPaths(
    [...files, recipe, model, before].filter((path) => path !== null),
    outputs,
  );
}

function refuseSharedPaths(inputs: readonly string[], outputs: ReadonlyMap<Output, string>): void {
  const taken = new Set(inputs);
  for (const [option, path] of outputs) {
    if (taken.has(path)) throw new UsageError(`--${option} would overwrite ${path}, which is used already`);
    taken.add(path);
  }
}
