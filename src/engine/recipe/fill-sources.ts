import { EngineError } from '../errors';
import { plainName } from '../steps/append/plain-name';
import type { Recipe, RecipeStep } from './schema';

/** A recipe for files that are at hand, and which of them is which of its sources. */
export interface FilledSources {
  recipe: Recipe;
  /** For each source the place of its file in the list given; sources that no file fits stand behind all that have one. */
  files: readonly number[];
}

/** A file as far as it matters which source it is. */
export interface FileColumns {
  name: string;
  columns: readonly string[];
}

/** A file that has so many of the first source's columns is appended to it. */
const LEAST_ALIKE = 0.5;

/**
 * Which file is which source, by their columns: a source that is joined takes the file with most of its columns among
 * those that have what its step needs and are less like the first source; all others are the first source and those
 * appended, in the order given, however many they were when the recipe was saved. A step that appends is added where
 * there was none, and switched off where there is nothing to append.
 * @param said places of files by the source they were said to be.
 * @throws EngineError `unrelated-files` for a file that is like no source
 */
export function fillSources(
  recipe: Recipe,
  files: readonly FileColumns[],
  said: ReadonlyMap<number, number> = new Map(),
): FilledSources {
  const joins = recipe.steps.filter(({ op }) => op === 'join').map(slotOf);
  const taken = new Map<number, number>();
  for (const { source } of joins) if (said.has(source)) taken.set(source, said.get(source)!);
  const named = new Set(said.values());
  for (const slot of joins) {
    if (taken.has(slot.source)) continue;
    const free = files.map((_, i) => i).filter((i) => !named.has(i) && ![...taken.values()].includes(i));
    const best = bestFor(recipe, slot, files, free);
    if (best !== null) taken.set(slot.source, best);
  }
  // One file has to be the first, whatever it is like.
  if (taken.size === files.length)
    for (const [source, file] of taken) if (!named.has(file)) taken.delete(source);
  const joined = new Set(taken.values());
  const first = bestNamedFirst(
    recipe,
    files,
    files.map((_, i) => i).filter((i) => !joined.has(i)),
  );
  refuseUnlike(recipe, first, files, named);
  const slots = [...new Set(joins.map(({ source }) => source))];
  const order = [
    ...slots.filter((source) => taken.has(source)),
    ...slots.filter((source) => !taken.has(source)),
  ];
  const sources = [
    ...first.map((file, i) => ({ ...firstSource(recipe, i), name: files[file]!.name })),
    ...order.map((source) => {
      const file = taken.get(source);
      const before = recipe.sources[source]!;
      return file === undefined ? before : { ...before, name: files[file]!.name };
    }),
  ];
  const now = new Map(order.map((source, i) => [source, first.length + i]));
  return {
    recipe: { ...recipe, sources, steps: stepsFor(recipe.steps, first.length, now) },
    files: [...first, ...order.flatMap((source) => taken.get(source) ?? [])],
  };
}

/** Steps name columns as the first file does: one that has all the names leads, if the first given does not. */
function bestNamedFirst(recipe: Recipe, files: readonly FileColumns[], given: readonly number[]): number[] {
  const wanted = recipe.sources[0]?.columns.map(({ name }) => name) ?? [];
  const namesOf = (file: number) => wanted.filter((name) => files[file]!.columns.includes(name)).length;
  const most = Math.max(...given.map(namesOf));
  const lead = given.find((file) => namesOf(file) === most);
  return lead === undefined ? [...given] : [lead, ...given.filter((file) => file !== lead)];
}

interface Slot {
  source: number;
  needs: readonly string[];
}

function slotOf({ params }: RecipeStep): Slot {
  const { source, right, columns } = params as {
    source: number;
    right: string;
    columns: { column: string }[];
  };
  return { source, needs: [right, ...columns.map(({ column }) => column)] };
}

/** The source of that place among the first and those appended to it; the first, where there were fewer. */
function firstSource({ sources, steps }: Recipe, place: number): Recipe['sources'][number] {
  const appended = steps.find(({ op }) => op === 'append')?.params.sources;
  const index = place > 0 && Array.isArray(appended) ? Number(appended[place - 1]) : 0;
  return sources[index] ?? sources[0]!;
}

function bestFor(
  recipe: Recipe,
  { source, needs }: Slot,
  files: readonly FileColumns[],
  free: readonly number[],
): number | null {
  let best: number | null = null;
  let most = 0;
  for (const file of free) {
    const there = new Set(files[file]!.columns);
    if (!needs.every((name) => there.has(name))) continue;
    const share = shareOf(recipe, source, files[file]!);
    if (share <= shareOf(recipe, 0, files[file]!) || share <= most) continue;
    best = file;
    most = share;
  }
  return best;
}

/** Share of a source's columns that the file has. */
function shareOf({ sources }: Recipe, source: number, { columns }: FileColumns): number {
  const wanted = sources[source]?.columns ?? [];
  const there = new Set(columns.map(plainName));
  const found = wanted.filter(({ name }) => there.has(plainName(name))).length;
  return found / Math.max(1, wanted.length);
}

/** One file alone is taken as it is: what it lacks is said by the steps. */
function refuseUnlike(
  recipe: Recipe,
  first: readonly number[],
  files: readonly FileColumns[],
  named: ReadonlySet<number>,
): void {
  if (first.length < 2) return;
  for (const file of first) {
    if (named.has(file) || shareOf(recipe, 0, files[file]!) >= LEAST_ALIKE) continue;
    throw new EngineError('unrelated-files', {
      file: files[file]!.name,
      first: recipe.sources[0]?.name ?? '',
    });
  }
}

function stepsFor(
  steps: readonly RecipeStep[],
  first: number,
  now: ReadonlyMap<number, number>,
): RecipeStep[] {
  const appended = Array.from({ length: first - 1 }, (_, i) => i + 1);
  let done = false;
  const changed = steps.map((step): RecipeStep => {
    if (step.op === 'join')
      return { ...step, params: { ...step.params, source: now.get(step.params.source as number) } };
    if (step.op !== 'append') return step;
    const here = !done && appended.length > 0;
    done = true;
    return here
      ? { ...step, enabled: true, params: { ...step.params, sources: appended } }
      : { ...step, enabled: false };
  });
  if (done || appended.length === 0) return changed;
  const ids = new Set(steps.map(({ id }) => id));
  let id = 'append';
  for (let n = 2; ids.has(id); n++) id = `append-${n}`;
  return [{ id, op: 'append', version: 1, enabled: true, params: { sources: appended } }, ...changed];
}
