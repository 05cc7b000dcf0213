import { registry, type Registry } from './registry';
import { describeStep } from './run';
import type { Json, Recipe, RecipeStep } from './schema';

/** A step as one of the two recipes has it. */
export interface ComparedStep {
  /** Index in its recipe. */
  index: number;
  op: string;
  describe: string;
  enabled: boolean;
}

/** A parameter that differs; absent where the step does not have it. */
export interface ChangedParam {
  name: string;
  here?: Json;
  there?: Json;
}

/** A step here beside the one there that is most like it; null where the other recipe has none. */
export interface StepBesideStep {
  state: 'same' | 'changed' | 'moved' | 'only-here' | 'only-there';
  here: ComparedStep | null;
  there: ComparedStep | null;
  /** What differs in the parameters; switching on and off is said by `enabled`. */
  changes: readonly ChangedParam[];
}

/** Two recipes side by side, in the order of the first. */
export interface RecipesCompared {
  steps: readonly StepBesideStep[];
  /** Whether they do the same, whatever they and their steps are called. */
  same: boolean;
}

/**
 * Two recipes step by step. Steps are put beside each other so that as many as possible are the same and in the same
 * order (longest common subsequence, weighted); what is left and equal was moved. Ids do not count.
 */
export function compareRecipes(here: Recipe, there: Recipe, known: Registry = registry): RecipesCompared {
  const [ours, theirs] = [here, there].map(({ steps }) =>
    steps.map((step, index) => sketch(step, index, known)),
  );
  const pairs = aligned(ours!, theirs!);
  const steps = withMoved(pairs).map(([a, b, moved]) => beside(a, b, moved));
  return { steps, same: steps.every(({ state }) => state === 'same') };
}

interface Sketch {
  step: RecipeStep;
  said: ComparedStep;
  /** What it does, as text that is equal for equal steps. */
  essence: string;
}

type Pair = readonly [Sketch | null, Sketch | null, boolean];

function sketch(step: RecipeStep, index: number, known: Registry): Sketch {
  const { op, enabled, version, params } = step;
  const said = { index, op, describe: describeStep(step, undefined, known), enabled };
  return { step, said, essence: written([op, version, enabled, chosen(params)]) };
}

/** A parameter that is null and one that is absent both say nothing. */
const chosen = (params: RecipeStep['params']): RecipeStep['params'] =>
  Object.fromEntries(Object.entries(params).filter(([, value]) => value !== null));

/** JSON with the properties of objects in one order. */
const written = (value: unknown): string =>
  JSON.stringify(value, (_, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );

/** How much two steps have to do with each other; 0: nothing. */
function likeness(a: Sketch, b: Sketch): number {
  if (a.essence === b.essence) return 8;
  if (a.step.op !== b.step.op) return 0;
  return a.said.describe === b.said.describe ? 4 : 3;
}

function aligned(ours: readonly Sketch[], theirs: readonly Sketch[]): Pair[] {
  const best = Array.from({ length: ours.length + 1 }, () => new Float64Array(theirs.length + 1));
  for (let i = ours.length - 1; i >= 0; i--)
    for (let j = theirs.length - 1; j >= 0; j--) {
      const like = likeness(ours[i]!, theirs[j]!);
      const both = like > 0 ? like + best[i + 1]![j + 1]! : 0;
      best[i]![j] = Math.max(both, best[i + 1]![j]!, best[i]![j + 1]!);
    }
  const pairs: Pair[] = [];
  for (let i = 0, j = 0; i < ours.length || j < theirs.length;) {
    const [a, b] = [ours[i], theirs[j]];
    const like = a && b ? likeness(a, b) : 0;
    if (like > 0 && best[i]![j] === like + best[i + 1]![j + 1]!)
      pairs.push([ours[i++]!, theirs[j++]!, false]);
    else if (a && (!b || best[i]![j] === best[i + 1]![j]!)) pairs.push([ours[i++]!, null, false]);
    else pairs.push([null, theirs[j++]!, false]);
  }
  return pairs;
}

/** A step that only one has and the other has in another place was moved: it stands where it is here. */
function withMoved(pairs: readonly Pair[]): Pair[] {
  const free = new Map<string, Sketch[]>();
  for (const [a, b] of pairs) if (!a && b) free.set(b.essence, [...(free.get(b.essence) ?? []), b]);
  const moved = new Map<Sketch, Sketch>();
  for (const [a, b] of pairs) {
    const other = a && !b ? free.get(a.essence)?.shift() : undefined;
    if (other) moved.set(a!, other);
  }
  const taken = new Set(moved.values());
  return pairs.flatMap(([a, b, was]): Pair[] => {
    if (a && moved.has(a)) return [[a, moved.get(a)!, true]];
    return b && !a && taken.has(b) ? [] : [[a, b, was]];
  });
}

function beside(a: Sketch | null, b: Sketch | null, moved: boolean): StepBesideStep {
  const [here, there] = [a?.said ?? null, b?.said ?? null];
  if (!a || !b) return { state: a ? 'only-here' : 'only-there', here, there, changes: [] };
  if (a.essence === b.essence) return { state: moved ? 'moved' : 'same', here, there, changes: [] };
  return { state: 'changed', here, there, changes: changedParams(a.step.params, b.step.params) };
}

function changedParams(here: RecipeStep['params'], there: RecipeStep['params']): ChangedParam[] {
  const names = [...new Set([...Object.keys(here), ...Object.keys(there)])];
  return names
    .filter((name) => written(here[name] ?? null) !== written(there[name] ?? null))
    .map((name) => ({
      name,
      ...(Object.hasOwn(here, name) && { here: here[name] as Json }),
      ...(Object.hasOwn(there, name) && { there: there[name] as Json }),
    }));
}
