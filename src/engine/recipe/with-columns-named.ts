import * as v from 'valibot';
import { registry, type Registry } from './registry';
import type { StepDefinition } from './step';
import type { FreeStep } from './step-group';

/** As many characters are looked at to find where a step names columns; one that takes more was made by nobody. */
const PATIENCE = 1e7;

/**
 * The same steps for a table whose columns have other names, as it was → as it is; what they make of these columns is
 * named after the other names where the step names it so, and the steps behind follow. Texts that happen to be equal,
 * such as values of a filter, stay. Null where a step cannot be written so.
 */
export function withColumnsNamed(
  steps: readonly FreeStep[],
  names: ReadonlyMap<string, string>,
  known: Registry = registry,
): FreeStep[] | null {
  const called = new Map(names);
  const all: FreeStep[] = [];
  const mayFollow: ((column: string) => string | null)[] = [];
  for (const step of steps) {
    const definition = known.get(step.op);
    for (const column of (definition && readsOf(definition, step.params)) ?? []) {
      const now = called.has(column) ? null : lastOf(mayFollow, column);
      if (now !== null) called.set(column, now);
    }
    const written = definition ? withNames(step, called, definition) : step;
    if (!written) return null;
    all.push(written);
    if (!definition) continue;
    follow(called, made(definition, step), made(definition, written));
    if (definition.mayAdd) mayFollow.push((column) => madeOfData(definition, step, written, column));
  }
  return all;
}

/** What the last step that may have made the column calls it now; null where none has. */
function lastOf(steps: readonly ((column: string) => string | null)[], column: string): string | null {
  return steps.reduceRight<string | null>((found, now) => found ?? now(column), null);
}

/** The name now of a column that the data decide on, if the step may have made it: it begins with that of one it reads. */
function madeOfData(
  definition: StepDefinition,
  before: FreeStep,
  after: FreeStep,
  column: string,
): string | null {
  const [was, is] = [before, after].map(({ params }) => v.safeParse(definition.params, params));
  if (!was?.success || !is?.success || !definition.mayAdd!(was.output, column)) return null;
  const names = definition.reads(is.output);
  const now = definition.reads(was.output).flatMap((name, at) => {
    return column.startsWith(name) ? [`${names[at]}${column.slice(name.length)}`] : [];
  });
  return now.find((name) => definition.mayAdd!(is.output, name)) ?? null;
}

/** What the step makes is called so from now on. */
function follow(called: Map<string, string>, before: readonly string[], after: readonly string[]): void {
  before.forEach((column, at) => {
    const now = after[at] ?? column;
    if (now === column) called.delete(column);
    else called.set(column, now);
  });
}

function made(definition: StepDefinition, { params }: FreeStep): string[] {
  const parsed = v.safeParse(definition.params, params);
  if (!parsed.success) return [];
  const renamed = definition.renames?.(parsed.output).map(([, as]) => as) ?? [];
  return [...definition.adds(parsed.output), ...renamed];
}

function readsOf(definition: StepDefinition, params: unknown): readonly string[] | null {
  const parsed = v.safeParse(definition.params, params);
  return parsed.success ? definition.reads(parsed.output) : null;
}

/** Null where a column is named in a way that cannot be told from other texts. */
function withNames(
  step: FreeStep,
  called: ReadonlyMap<string, string>,
  definition: StepDefinition,
): FreeStep | null {
  const reads = readsOf(definition, step.params) ?? [];
  const as = (column: string): string => called.get(column) ?? column;
  if (reads.every((column) => as(column) === column)) return step;
  const params = definition.called
    ? definition.called(v.parse(definition.params, step.params), as)
    : columnsReplaced(step.params, new Set(reads.filter((column) => called.has(column))), as, definition);
  const expected = new Set(reads.map(as));
  const now = new Set(readsOf(definition, params));
  const same = now.size === expected.size && [...now].every((column) => expected.has(column));
  return same ? { ...step, params: params as FreeStep['params'] } : null;
}

/** Null where it cannot be told which texts name columns: a text does where the step reads what is put in its place. */
function columnsReplaced(
  params: unknown,
  wanted: ReadonlySet<string>,
  as: (column: string) => string,
  definition: StepDefinition,
): unknown {
  const { name: probe, length } = unlikeAny(params);
  let [unclear, left] = [false, PATIENCE];
  const replaced = eachText(params, (text, at) => {
    if (unclear || !wanted.has(text)) return text;
    left -= length;
    const probed = readsOf(definition, put(params, at, probe));
    // A property that may as well have another name is named after something: a column, or a value that is equal to one.
    unclear = left < 0 || (at.at(-1) === PROPERTY && probed !== null);
    return probed?.includes(probe) ? as(text) : text;
  });
  return unclear ? null : replaced;
}

/** A name that stands nowhere in the parameters, and how many characters these are. */
function unlikeAny(params: unknown): { name: string; length: number } {
  const all = JSON.stringify(params);
  let name = 'a column';
  while (all.includes(name)) name += '*';
  return { name, length: all.length };
}

/** Ends the path to the name of a property, where that of its value would go on. */
const PROPERTY = Symbol('name of a property');
type Path = readonly (string | number | symbol)[];

/** A copy in which each text, and each name of a property, is what `write` makes of it. */
function eachText(value: unknown, write: (text: string, at: Path) => string, at: Path = []): unknown {
  if (typeof value === 'string') return write(value, at);
  if (Array.isArray(value)) return value.map((one, i) => eachText(one, write, [...at, i]));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      write(key, [...at, key, PROPERTY]),
      eachText(one, write, [...at, key]),
    ]),
  );
}

/** A copy with another text in one place. */
const put = (params: unknown, place: Path, text: string): unknown =>
  eachText(params, (was, at) =>
    at.length === place.length && at.every((key, i) => key === place[i]) ? text : was,
  );
