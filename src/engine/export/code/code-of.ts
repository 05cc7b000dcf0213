import * as v from 'valibot';
import { migrateRecipe } from '../../recipe/migrate';
import { registry } from '../../recipe/registry';
import { describeStep } from '../../recipe/run';
import { lassoSegment } from '../../steps/lasso-segment';
import type { StepDefinition } from '../../recipe/step';
import type { Recipe, RecipeStep } from '../../recipe/schema';
import { pythonProgram } from './python/program';
import { PythonScript } from './python/script';
import { sourceSql, sqlProgram } from './sql/program';
import { dialects } from './sql/dialects';
import { SqlScript } from './sql/script';
import { stateAfter, stateWithout, type State } from './state';
import { TARGET_FACTS, type Target } from './targets';
import type { Said, StepWriter } from './writer';
import { UNSAID, writers } from './writers';

/** Something the code does not say as the recipe does. */
export interface Unsaid {
  /** The step by its place from 0; null where it is the reading of the file. */
  step: number | null;
  /** The step's sentence, or what is read. */
  says: string;
  /** A sentence. */
  reason: string;
  /** `missing`: the step is not in the code, and labels may be others. `differs`: some cells may come out otherwise. */
  weight: 'missing' | 'differs';
}

export interface Code {
  target: Target;
  text: string;
  /** How the name of its file ends, without a point in front. */
  ending: string;
  unsaid: readonly Unsaid[];
}

/** What is written down: a recipe, with what each step used of what it learnt, by its id. */
export interface CodeInput {
  recipe: Recipe;
  fits: Readonly<Record<string, unknown>>;
  target: Target;
  /** The table of the database, points parting catalogue, schema and table; named after the file, if not said. */
  table?: string;
}

/** One enabled step as it is to be said. */
interface Spoken {
  at: number;
  step: RecipeStep;
  says: string;
  writer: StepWriter | null;
  said: Said<unknown, unknown>;
  reason: string | null;
}

/**
 * The recipe as a program in another language that gives each customer the segment it has here: what was learnt is
 * written into it, so that it scores. What a step cannot say there, or says otherwise, is in `unsaid`; a step that cannot be said is passed
 * over, and the code says so too.
 */
export function codeOf({ recipe, fits, target, table }: CodeInput): Code {
  const { steps, sources } = migrateRecipe(recipe);
  const source = sources[0]!;
  const spoken = speak(steps, fits, target, sources, {
    kinds: new Map(source.columns.map(({ name, kind }) => [name, kind])),
    lost: new Set(),
    clocks: new Set(source.columns.flatMap(({ name, format }) => (/HH/.test(format ?? '') ? [name] : []))),
    labels: null,
  });
  const unsaid = spoken.flatMap(unsaidOf);
  const stem = stemOf(source.name);
  const { ending } = TARGET_FACTS[target];
  if (target === 'python') {
    const python = new PythonScript();
    for (const { at, says, writer, said, reason } of spoken) {
      python.begin(`step_${numberOf(at)}`, sentence(at, says, reason));
      if (writer && reason === null) writer.python(python, said);
    }
    const program = pythonProgram(python, source, unsaid);
    return { target, ending, text: program.text, unsaid: [...program.unsaid, ...unsaid] };
  }
  const dialect = dialects[target];
  const ordered = spoken.some(({ writer, said, reason }) => reason === null && writer?.needsOrder?.(said));
  const sql = new SqlScript(dialect, {
    columns: source.columns.map(({ name }) => name),
    table: table ?? stem.replace(/[^a-z0-9_]/gi, '_'),
    ordered,
  });
  sourceSql(sql, source);
  for (const { at, says, writer, said, reason } of spoken) {
    sql.begin(`step_${numberOf(at)}`, sentence(at, says, reason));
    if (writer && reason === null) writer.sql(sql, said);
    else sql.note();
  }
  const program = sqlProgram(sql, source, unsaid);
  return { target, ending, text: program.text, unsaid: [...program.unsaid, ...unsaid] };
}

/** Steps are numbered as the recipe counts them for people, who see the reading of the file as the first. */
const numberOf = (at: number): number => at + 2;

const sentence = (at: number, says: string, reason: string | null): string =>
  reason === null ? `${numberOf(at)}. ${says}` : `${numberOf(at)}. NOT IN THIS CODE: ${says}. ${reason}`;

/** A file's name without its folder and its ending. */
const stemOf = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .trim()
    .replace(/[^\p{L}\p{N}_-]+/gu, '_') || 'customers';

function speak(
  steps: readonly RecipeStep[],
  fits: Readonly<Record<string, unknown>>,
  target: Target,
  sources: Recipe['sources'],
  first: State,
): Spoken[] {
  let before = first;
  const spoken: Spoken[] = [];
  for (const [at, step] of steps.entries()) {
    if (!step.enabled) continue;
    const definition = registry.get(step.op);
    const parsed = definition && v.safeParse(definition.params, step.params);
    if (!definition || !parsed?.success) continue;
    const fit = fits[step.id];
    const writer = writers.get(step.op) ?? null;
    const said = { params: parsed.output, fit, before, target, id: step.id };
    const reason = whyNot(writer, said, definition);
    spoken.push({ at, step, says: describeStep(step, fit), writer, said, reason });
    before =
      reason === null && writer
        ? stateAfter(definition, parsed.output, before, {
            made: writer.made?.(said) ?? [],
            gone: writer.gone?.(said) ?? [],
            clocks: writer.clocks?.(said) ?? [],
            labels: writer.labels?.(said),
          })
        : stateWithout(definition, parsed.output, before, {
            others: sources,
            labels: writer?.labels !== undefined || step.op === lassoSegment.op,
          });
  }
  return spoken;
}

/** Why a step is not in the code; null where it is. */
function whyNot(
  writer: StepWriter | null,
  said: Said<unknown, unknown>,
  { op, reads, naming }: StepDefinition,
): string | null {
  if (!writer) return UNSAID[op] ?? 'It is not written as code.';
  const { kinds, lost } = said.before;
  const named = reads(said.params);
  const all = naming === undefined ? [] : reads(naming(said.params, [...kinds.keys(), ...lost]));
  const gone = [...named, ...all].find((column) => !kinds.has(column));
  if (gone !== undefined) return `It reads ${gone}, which a step that is not in this code makes.`;
  return writer.cannot?.(said) ?? null;
}

function unsaidOf({ at, says, writer, said, reason }: Spoken): Unsaid[] {
  if (reason !== null) return [{ step: at, says, reason, weight: 'missing' }];
  const differs = writer?.differs?.(said) ?? [];
  return differs.map((one) => ({ step: at, says, reason: one, weight: 'differs' as const }));
}
