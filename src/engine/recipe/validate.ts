import * as v from 'valibot';
import type { Kind } from '../table/columns';
import type { Grain } from '../table/meta';
import { migrateRecipe } from './migrate';
import type { RecipeFault } from './outcome';
import { registry, type Registry } from './registry';
import type { Recipe, RecipeStep } from './schema';
import type { KnownColumn, KnownSource, Refusal, StepDefinition } from './step';

/** What is known of a table before it exists. */
interface Expected {
  kinds: ReadonlyMap<string, Kind>;
  /** Columns without any value. */
  blank: ReadonlySet<string>;
  grain: Grain;
  /** Columns that were there before a step took them away or named them otherwise. */
  gone: ReadonlyMap<string, GoneColumn>;
  /** Whether a column may be there that only the data can tell of; whether it is turns out when the recipe runs. */
  maybe: (column: string) => boolean;
}

/** Details of a column that is missing, where a step before is why: its index, and the name it gave instead. */
type GoneColumn = { goneAt: number; as?: string };

/** What a step is checked against beside the table: the steps there are, and the sources it may read. */
interface Surroundings {
  known: Registry;
  others: ReadonlyMap<number, KnownSource>;
  /** The sources as the recipe remembers them. */
  remembered: Recipe['sources'];
}

/**
 * Everything that is wrong with a recipe for a table of these columns, in the order of the steps; empty if it may run.
 * Steps that are off are passed over. After a step that cannot be understood only parameters are checked, since the
 * columns that would be there are not known.
 * @param others columns of the recipe's other sources, by index; as the recipe remembers them, if not given.
 */
export function validate(
  recipe: Recipe,
  table: readonly KnownColumn[],
  known: Registry = registry,
  others: ReadonlyMap<number, KnownSource> = new Map(recipe.sources.entries()),
): RecipeFault[] {
  const { steps, sources } = migrateRecipe(recipe, known);
  const faults = repeatedIds(steps);
  let expected: Expected | null = {
    kinds: new Map(table.map(({ name, kind }) => [name, kind])),
    blank: new Set(table.flatMap(({ name, blank }) => (blank ? [name] : []))),
    grain: sources[0]?.grain ?? 'customers',
    gone: new Map(),
    maybe: () => false,
  };
  steps.forEach((step, index) => {
    if (!step.enabled) return;
    const found = checkStep(step, index, expected, { known, others, remembered: sources });
    faults.push(...found.faults.map((fault) => ({ step: index, ...fault })));
    expected = found.after;
  });
  return faults;
}

function repeatedIds(steps: readonly RecipeStep[]): RecipeFault[] {
  const seen = new Set<string>();
  return steps.flatMap(({ id }, step): RecipeFault[] => {
    if (!seen.has(id)) {
      seen.add(id);
      return [];
    }
    return [{ step, code: 'bad-params', details: { path: `steps.${step}.id`, reason: 'id stands twice' } }];
  });
}

function checkStep(
  step: RecipeStep,
  index: number,
  before: Expected | null,
  around: Surroundings,
): { faults: Refusal[]; after: Expected | null } {
  const definition = around.known.get(step.op);
  if (!definition) return { faults: [{ code: 'unknown-step', details: { op: step.op } }], after: null };
  if (step.version > definition.version) {
    const details = { what: step.op, version: step.version };
    return { faults: [{ code: 'newer-version', details }], after: null };
  }
  const parsed = v.safeParse(definition.params, step.params);
  if (step.version < definition.version || !parsed.success) {
    const issue = parsed.issues?.[0];
    const path = [`steps.${index}.params`, issue && v.getDotPath(issue)].filter(Boolean).join('.');
    const reason = issue?.message ?? `version ${step.version} is no longer understood`;
    return { faults: [{ code: 'bad-params', details: { path, reason } }], after: null };
  }
  const refused = definition.refuses?.(parsed.output);
  if (!before) return { faults: refused ? [refused] : [], after: null };
  const faults = [...(refused ? [refused] : []), ...columnFaults(definition, parsed.output, before)];
  if (!definition.combines) return { faults, after: columnsAfter(definition, parsed.output, before, index) };
  const combined = combine(definition, parsed.output, before, around);
  return { faults: [...faults, ...combined.faults], after: combined.after };
}

/** A step that reads other sources: it cannot be checked where one of them is not there. */
function combine(
  step: StepDefinition,
  params: unknown,
  { kinds, blank, grain, gone: taken, maybe }: Expected,
  { others, remembered }: Surroundings,
): { faults: readonly Refusal[]; after: Expected | null } {
  const wanted = step.sources?.(params) ?? [];
  const gone = wanted.filter((index) => !others.has(index));
  if (gone.length > 0) {
    const faults = gone.map((source): Refusal => {
      const like = remembered[source]?.name ?? null;
      return { code: 'missing-source', details: { source, like } };
    });
    return { faults, after: null };
  }
  const before = [...kinds].map(([name, kind]): KnownColumn => ({ name, kind, blank: blank.has(name) }));
  const { faults, columns } = step.combines!(
    params,
    before,
    wanted.map((index) => others.get(index)!),
  );
  const after = new Map(columns.map(({ name, kind }) => [name, kind]));
  const stillBlank = new Set(columns.flatMap((column) => (column.blank ? [column.name] : [])));
  return { faults, after: { kinds: after, blank: stillBlank, grain, gone: taken, maybe } };
}

function columnFaults(
  step: StepDefinition,
  params: unknown,
  { kinds, grain, gone, maybe }: Expected,
): Refusal[] {
  const faults: Refusal[] = [];
  if (step.grain && step.grain !== grain) {
    faults.push({ code: 'wrong-grain', details: { grain, needed: step.grain } });
  }
  for (const column of new Set(step.reads(params))) {
    if (!kinds.has(column) && !maybe(column))
      faults.push({ code: 'missing-column', details: { column, ...gone.get(column) } });
  }
  for (const [column, allowed] of step.needs?.(params) ?? []) {
    const kind = kinds.get(column);
    if (kind && !allowed.includes(kind)) {
      faults.push({ code: 'wrong-kind', details: { column, kind, needed: allowed[0] ?? '' } });
    }
  }
  const checked = faults.length === 0 && step.refuses?.(params) == null ? step.checks?.(params, kinds) : null;
  if (checked) faults.push(checked);
  const taken = new Set(step.replaces ? [] : kinds.keys());
  const renames = step.renames?.(params) ?? [];
  for (const column of [...(step.drops?.(params) ?? []), ...renames.map(([name]) => name)])
    taken.delete(column);
  for (const column of [...renames.map(([, as]) => as), ...step.adds(params)]) {
    if (taken.has(column)) faults.push({ code: 'name-taken', details: { column } });
    taken.add(column);
  }
  return faults;
}

function columnsAfter(
  step: StepDefinition,
  params: unknown,
  { kinds, blank, grain, gone, maybe }: Expected,
  index: number,
): Expected {
  const as = new Map(step.renames?.(params));
  const dropped = new Set(step.drops?.(params));
  const stay = [...kinds].filter(([name]) => !step.replaces && !dropped.has(name));
  const after = new Map<string, Kind>(stay.map(([name, kind]) => [as.get(name) ?? name, kind]));
  for (const [column, name] of as) if (!after.has(name) && maybe(column)) after.set(name, 'number');
  for (const column of step.adds(params)) after.set(column, 'number');
  for (const [column, kind] of step.makes?.(params, kinds) ?? []) after.set(column, kind);
  const goneNow = new Map<string, GoneColumn>(gone);
  for (const column of dropped) goneNow.set(column, { goneAt: index });
  for (const [column, name] of as) goneNow.set(column, { goneAt: index, as: name });
  const stillBlank = new Set(
    [...blank].map((name) => as.get(name) ?? name).filter((name) => after.has(name)),
  );
  const stays = (column: string) => !step.replaces && !dropped.has(column) && !as.has(column);
  return {
    kinds: after,
    blank: stillBlank,
    grain: step.gives ?? grain,
    gone: goneNow,
    maybe: (column) => (stays(column) && maybe(column)) || step.mayAdd?.(params, column) === true,
  };
}
