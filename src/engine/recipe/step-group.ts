import * as v from 'valibot';
import { migrateStep } from './migrate';
import { readSaved, refusal } from './read-saved';
import { registry, type Registry } from './registry';
import { StepSchema } from './schema';

/** A step that has no place in a recipe yet: it is on, and gets its id where it is used. */
const FreeStep = v.omit(StepSchema, ['id', 'enabled']);
export type FreeStep = v.InferOutput<typeof FreeStep>;

const StepGroupSchema = v.object({
  format: v.literal('tessera-steps'),
  version: v.literal(1),
  /** What a person calls it. */
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  steps: v.pipe(v.array(FreeStep), v.minLength(1)),
});
/** Steps that are kept to be used again as one. Normative text: docs/RECIPE.md. */
export type StepGroup = v.InferOutput<typeof StepGroupSchema>;

/**
 * Reads a saved group of steps: JSON text, or what it parses to. Steps of older versions are brought up; unknown steps
 * are kept. A step that reads other files is refused, for they are not part of the group.
 * @throws EngineError `not-a-step-group` (path such as `steps.3.op`, reason), `newer-version`
 */
export function parseStepGroup(input: unknown, known: Registry = registry): StepGroup {
  const group = readSaved(StepGroupSchema, input, 'steps');
  const other = group.steps.findIndex(({ op }) => known.get(op)?.sources);
  if (other >= 0) throw refusal('steps', `steps.${other}.op`, 'reads-other-files');
  return { ...group, steps: group.steps.map((step) => migrateStep(step, known)) };
}
