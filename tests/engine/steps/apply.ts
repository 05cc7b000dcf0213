import type { ColumnTable } from 'arquero';
import type { GenericSchema, InferOutput } from 'valibot';
import { EngineError } from '../../../src/engine/errors';
import type { Applied, SourceTables, StepDefinition } from '../../../src/engine/recipe/step';
import { unwatched } from '../../../src/engine/work';

/** Learns and applies a step at once. */
export async function learnAndApply<Schema extends GenericSchema, Fit>(
  step: StepDefinition<Schema, Fit>,
  table: ColumnTable,
  params: InferOutput<Schema>,
  sources: SourceTables = new Map([[0, { name: '', table }]]),
): Promise<Applied & { fit: Fit }> {
  const fit = await step.fit(table, params, unwatched, sources);
  return { fit, ...(await step.apply(table, params, fit, unwatched, sources)) };
}

/** The code and details a promise is refused with. */
export async function refusal(doing: Promise<unknown>): Promise<{ code: string; details: object }> {
  const error: unknown = await doing.then(
    () => new Error('nothing was thrown'),
    (reason: unknown) => reason,
  );
  if (!(error instanceof EngineError)) throw error;
  return { code: error.code, details: error.details };
}
