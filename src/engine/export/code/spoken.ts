import * as v from 'valibot';
import { registry } from '../../recipe/registry';
import { describeStep } from '../../recipe/run';
import type { Recipe } from '../../recipe/schema';
import type { StepDefinition } from '../../recipe/step';
import { lassoSegment } from '../../steps/lasso-segment';
import { listed } from '../../steps/parts/words';
import { stateAfter, stateWithout, type State } from './state';
import type { Target } from './targets';
import type { Said, StepWriter } from './writer';
import { UNSAID, writers } from './writers';

/** One enabled step as it is to be said. */
export interface Spoken {
  at: number;
  says: string;
  writer: StepWriter | null;
  said: Said<unknown, unknown>;
  /** Why it is not in the code; null where it is. */
  reason: string | null;
  /** What it is said without; null where nothing of it is left out. */
  lacks: string | null;
  /** Whether it puts customers into segments, or changes these. */
  labels: boolean;
}

/** The enabled steps in turn, each with the table that the code has before it. */
export function speak(
  { steps, sources }: Pick<Recipe, 'steps' | 'sources'>,
  fits: Readonly<Record<string, unknown>>,
  target: Target,
): Spoken[] {
  let before = stateOf(sources[0]!);
  const spoken: Spoken[] = [];
  for (const [at, step] of steps.entries()) {
    if (!step.enabled) continue;
    const definition = registry.get(step.op);
    const parsed = definition && v.safeParse(definition.params, step.params);
    if (!definition || !parsed?.success) continue;
    const fit = fits[step.id];
    const writer = writers.get(step.op) ?? null;
    const labels = writer?.labels !== undefined || step.op === lassoSegment.op;
    const whole = { params: parsed.output, fit, before, target, sources, id: step.id };
    const said = { ...whole, params: spared(writer, definition, whole) };
    const reason = whyNot(writer, said, definition);
    const left = reason === null ? leftOut(definition, whole.params, said.params) : [];
    const lacks =
      left.length === 0
        ? null
        : `It is without ${listed(left)}, which a step that is not in this code makes.`;
    spoken.push({ at, says: describeStep(step, fit), writer, said, reason, lacks, labels });
    before =
      reason === null && writer
        ? stateAfter(definition, said.params, before, {
            made: writer.made?.(said) ?? [],
            gone: writer.gone?.(said) ?? [],
            clocks: writer.clocks?.(said) ?? [],
            labels: writer.labels?.(said),
            whole: whole.params,
            others: sources,
          })
        : stateWithout(definition, whole.params, before, { others: sources, labels });
  }
  return spoken;
}

const stateOf = ({ columns }: Recipe['sources'][number]): State => ({
  kinds: new Map(columns.map(({ name, kind }) => [name, kind])),
  lost: new Set(),
  follows: new Map(),
  clocks: new Set(columns.flatMap(({ name, format }) => (/HH/.test(format ?? '') ? [name] : []))),
  labels: null,
});

/** The choices without what is lost, where the step does without it; else as they are. */
function spared(
  writer: StepWriter | null,
  { params: schema }: StepDefinition,
  { params, before }: Said<unknown, unknown>,
): unknown {
  const less = writer?.without?.(params, (column) => before.kinds.has(column)) ?? params;
  // A step of no column at all is none.
  return v.is(schema, less) ? less : params;
}

/** Columns that the choices name in full, and not in what is said. */
function leftOut({ reads }: StepDefinition, whole: unknown, said: unknown): string[] {
  const there = new Set(reads(said));
  return [...new Set(reads(whole))].filter((column) => !there.has(column));
}

/** Why a step is not in the code; null where it is. */
function whyNot(
  writer: StepWriter | null,
  said: Said<unknown, unknown>,
  { op, reads }: StepDefinition,
): string | null {
  if (!writer) return UNSAID[op] ?? 'It is not written as code.';
  if (writer.isSentence) return null;
  const gone = reads(said.params).find((column) => !said.before.kinds.has(column));
  if (gone !== undefined) return `It reads ${gone}, which a step that is not in this code makes.`;
  return writer.cannot?.(said) ?? null;
}
