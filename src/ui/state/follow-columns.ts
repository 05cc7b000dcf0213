import type { Recipe, RecipeStep } from '../../engine/index';

/** Steps that add a column per column, and what they put behind its name; see docs/RECIPE.md. */
const SUFFIXES = new Map<string, Readonly<Record<string, string>>>([
  [
    'transform',
    {
      log1p: 'log',
      log: 'ln',
      sqrt: 'sqrt',
      'box-cox': 'boxcox',
      'yeo-johnson': 'yeojohnson',
      rank: 'rank',
      winsorise: 'winsorised',
    },
  ],
  ['scale', { z: 'z', 'min-max': 'minmax', robust: 'robust', 'unit-length': 'unit' }],
]);
const FOLLOWS = new Set(['transform', 'scale', 'segment']);

const columnsOf = ({ params }: RecipeStep): string[] =>
  Array.isArray(params.columns) ? params.columns.map(String) : [];

/** The column a step makes of another one; that one itself where it makes none. */
function madeOf(step: RecipeStep | undefined, column: string): string {
  const suffix = step?.enabled ? SUFFIXES.get(step.op)?.[String(step.params.with)] : undefined;
  return suffix !== undefined && step && columnsOf(step).includes(column) ? `${column}_${suffix}` : column;
}

/**
 * The changed recipe, its later steps pointing at the columns that are there now: with "Even out long tails" off,
 * what was scaled as `monetary_log` is scaled as `monetary`, and grouped as `monetary_z`.
 */
export function followColumns(before: Recipe, after: Recipe): Recipe {
  const now = new Map(after.steps.map((step) => [step.id, step]));
  /** A column's name for the steps that follow: as it was → as it is. */
  let names = new Map<string, string>();
  const followed = new Map<string, RecipeStep>();
  for (const was of before.steps) {
    const given = now.get(was.id);
    const step = given && pointed(given, names);
    if (step) followed.set(step.id, step);
    if (!SUFFIXES.has(was.op)) continue;
    const inputs = new Set([...columnsOf(was), ...(given ? columnsOf(given) : []), ...names.keys()]);
    const next = new Map(names);
    for (const column of inputs) next.set(madeOf(was, column), madeOf(step, names.get(column) ?? column));
    names = new Map([...next].filter(([one, other]) => one !== other));
  }
  return { ...after, steps: after.steps.map((step) => followed.get(step.id) ?? step) };
}

function pointed(step: RecipeStep, names: ReadonlyMap<string, string>): RecipeStep {
  if (names.size === 0 || !FOLLOWS.has(step.op)) return step;
  const columns = [...new Set(columnsOf(step).map((name) => names.get(name) ?? name))];
  const weights = step.params.weights as Record<string, number> | undefined;
  const weighed = Object.entries(weights ?? {}).map(
    ([name, weight]) => [names.get(name) ?? name, weight] as const,
  );
  return {
    ...step,
    params: { ...step.params, columns, ...(weights && { weights: Object.fromEntries(weighed) }) },
  };
}
