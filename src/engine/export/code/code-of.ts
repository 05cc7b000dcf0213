import { migrateRecipe } from '../../recipe/migrate';
import type { Recipe } from '../../recipe/schema';
import { pythonProgram } from './python/program';
import { PythonScript } from './python/script';
import { speak, type Spoken } from './spoken';
import { dialects } from './sql/dialects';
import { sourceSql, sqlProgram } from './sql/program';
import { SqlScript } from './sql/script';
import { TARGET_FACTS, type Target } from './targets';

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
  segments: CodeSegments;
}

/** Whether customers get segments: `lost` where the recipe gives them some and no step of the code does, `none` where the recipe has none. */
export type CodeSegments = 'given' | 'lost' | 'none';

/** What is written down: a recipe, with what each step used of what it learnt, by its id. */
export interface CodeInput {
  recipe: Recipe;
  fits: Readonly<Record<string, unknown>>;
  target: Target;
  /** The table of the database, points parting catalogue, schema and table; named after the file, if not said. */
  table?: string;
}

/**
 * The recipe as a program in another language that gives each customer the segment it has here: what was learnt is
 * written into it, so that it scores. What a step cannot say there, or says otherwise, is in `unsaid`; a step that cannot be said is passed
 * over, and the code says so too.
 */
export function codeOf({ recipe, fits, target, table }: CodeInput): Code {
  const { steps, sources } = migrateRecipe(recipe);
  const source = sources[0]!;
  const spoken = speak({ steps, sources }, fits, target);
  const unsaid = spoken.flatMap(unsaidOf);
  const segments = segmentsOf(spoken);
  const tables = sources.map(({ name }) => stemOf(name).replace(/[^a-z0-9_]/gi, '_'));
  const { ending } = TARGET_FACTS[target];
  if (target === 'python') {
    const python = new PythonScript();
    for (const one of spoken) {
      const { at, writer, said, reason } = one;
      python.begin(`step_${numberOf(at)}`, sentence(one));
      if (writer && reason === null) writer.python(python, said);
    }
    const program = pythonProgram(python, sources, { unsaid, segments });
    return { target, ending, segments, text: program.text, unsaid: [...program.unsaid, ...unsaid] };
  }
  const dialect = dialects[target];
  const ordered = spoken.some(({ writer, said, reason }) => reason === null && writer?.needsOrder?.(said));
  const sql = new SqlScript(dialect, {
    columns: source.columns.map(({ name }) => name),
    table: table ?? tables[0]!,
    tables,
    ordered,
  });
  sourceSql(sql, source);
  for (const one of spoken) {
    const { at, writer, said, reason } = one;
    sql.begin(`step_${numberOf(at)}`, sentence(one));
    if (writer && reason === null) writer.sql(sql, said);
    else sql.note();
  }
  const program = sqlProgram(sql, sources, { unsaid, segments });
  return { target, ending, segments, text: program.text, unsaid: [...program.unsaid, ...unsaid] };
}

/** Steps are numbered as the recipe counts them for people, who see the reading of the file as the first. */
const numberOf = (at: number): number => at + 2;

function sentence({ at, says, reason, lacks }: Spoken): string {
  if (reason !== null) return `${numberOf(at)}. NOT IN THIS CODE: ${says}. ${reason}`;
  return `${numberOf(at)}. ${says}${lacks === null ? '' : `. ${lacks}`}`;
}

function segmentsOf(spoken: readonly Spoken[]): CodeSegments {
  const labelling = spoken.filter(({ labels }) => labels);
  if (labelling.length === 0) return 'none';
  return labelling.some(({ reason }) => reason === null) ? 'given' : 'lost';
}

/** A file's name without its folder and its ending. */
const stemOf = (name: string): string =>
  name
    .replace(/^.*[\\/]/, '')
    .replace(/\.[^.]*$/, '')
    .trim()
    .replace(/[^\p{L}\p{N}_-]+/gu, '_') || 'customers';

function unsaidOf({ at, says, writer, said, reason, lacks }: Spoken): Unsaid[] {
  if (reason !== null) return [{ step: at, says, reason, weight: 'missing' }];
  const differs = [...(lacks === null ? [] : [lacks]), ...(writer?.differs?.(said) ?? [])];
  return differs.map((one) => ({ step: at, says, reason: one, weight: 'differs' as const }));
}
