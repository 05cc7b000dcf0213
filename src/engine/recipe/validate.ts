import * as v from 'valibot';
import type { Kind } from '../table/columns';
import type { Grain } from '../table/meta';
import { migrateRecipe } from './migrate';
import type { RecipeFault } from './outcome';
import { registry, type Registry } from './registry';
import type { Recipe, RecipeStep } from './schema';
import type { Refusal, StepDefinition } from './step';

/** What is known of a table before it exists. */
interface Expected {
  kinds: ReadonlyMap<string, Kind>;
  grain: Grain;
}

/**
 * Everything that is wrong with a recipe for a table of these columns, in the order of the steps; empty if it may run.
 * Steps that are off are passed over. After a step that cannot be understood only parameters are checked, since the
 * columns that would be there are not known.
 */
export function validate(
  recipe: Recipe,
  table: readonly { name: string; kind: Kind }[],
  known: Registry = registry,
): RecipeFault[] {
  const { steps, sources } = migrateRecipe(recipe, known);
  const faults = repeatedIds(steps);
  let expected: Expected | null = {
    kinds: new Map(table.map(({ name, kind }) => [name, kind])),
    grain: sources[0]?.grain ?? 'customers',
  };
  steps.forEach((step, index) => {
    if (!step.enabled) return;
    const found = checkStep(step, index, expected, known);
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
  known: Registry,
): { faults: Refusal[]; after: Expected | null } {
  const definition = known.get(step.op);
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
  const faults = columnFaults(definition, parsed.output, before);
  return {
    faults: refused ? [refused, ...faults] : faults,
    after: columnsAfter(definition, parsed.output, before),
  };
}

function columnFaults(step: StepDefinition, params: unknown, { kinds, grain }: Expected): Refusal[] {
  const faults: Refusal[] = [];
  if (step.grain && step.grain !== grain) {
    faults.push({ code: 'wrong-grain', details: { grain, needed: step.grain } });
  }
  for (const column of new Set(step.reads(params))) {
    if (!kinds.has(column)) faults.push({ code: 'missing-column', details: { column } });
  }
  for (const [column, allowed] of step.needs?.(params) ?? []) {
    const kind = kinds.get(column);
    if (kind && !allowed.includes(kind)) {
      faults.push({ code: 'wrong-kind', details: { column, kind, needed: allowed[0] ?? '' } });
    }
  }
  const taken = new Set(step.replaces ? [] : kinds.keys());
  for (const column of step.adds(params)) {
    if (taken.has(column)) faults.push({ code: 'name-taken', details: { column } });
    taken.add(column);
  }
  return faults;
}

function columnsAfter(step: StepDefinition, params: unknown, { kinds, grain }: Expected): Expected {
  const after = new Map<string, Kind>(step.replaces ? [] : kinds);
  for (const column of step.adds(params)) after.set(column, 'number');
  for (const [column, kind] of step.makes?.(params, kinds) ?? []) after.set(column, kind);
  return { kinds: after, grain: step.gives ?? grain };
}
