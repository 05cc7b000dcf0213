import type { KnownSource, StepDefinition } from '../../recipe/step';
import type { Kind } from '../../table/columns';

/** The segments customers are in, as far as code needs to know them. */
export interface Labels {
  id: string;
  name: string;
  /** That of segment 1 first. */
  names: readonly string[];
  /** The features they were found in, in the order of the sums of squares. */
  features: readonly string[];
}

/** What is known of the table before a step. */
export interface State {
  /** Kinds by column, in the order of the columns; of those that are here what they are in the run. */
  kinds: ReadonlyMap<string, Kind>;
  /** Columns that are not what they are in the run, for a step that is not in the code makes or changes them. */
  lost: ReadonlySet<string>;
  /** Of lost columns whose cell is the same wherever that of another column is, that column. */
  follows: ReadonlyMap<string, string>;
  /** Columns of dates with a clock. */
  clocks: ReadonlySet<string>;
  labels: Labels | null;
}

/** The columns there are after a step; `made` and `gone` are those that only the fit knows of. */
export function stateAfter(
  step: StepDefinition,
  params: unknown,
  before: State,
  {
    made = [],
    gone = [],
    clocks = [],
    labels,
    whole = params,
    others = [],
  }: {
    made?: readonly string[];
    gone?: readonly string[];
    clocks?: readonly string[];
    labels?: Labels | undefined;
    /** What was chosen, where the step is said without some of it. */
    whole?: unknown;
    /** The files of the recipe, for a step that reads another. */
    others?: readonly KnownSource[];
  },
): State {
  const as = new Map(step.renames?.(params));
  const dropped = new Set([...(step.drops?.(params) ?? []), ...gone]);
  const called = (name: string) => as.get(name) ?? name;
  const stay = [...before.kinds].filter(([name]) => !step.replaces && !dropped.has(name));
  const kinds = new Map<string, Kind>(stay.map(([name, kind]) => [called(name), kind]));
  for (const name of [...step.adds(params), ...made]) kinds.set(name, 'number');
  for (const [name, kind] of step.makes?.(params, before.kinds) ?? []) kinds.set(name, kind);
  for (const [name, kind] of combined(step, params, before, others)) kinds.set(name, kind);
  const renamed = (step.renames?.(whole) ?? []).map(([, name]) => name);
  const lost = [...(step.replaces ? [] : before.lost), ...step.adds(whole), ...renamed];
  return {
    kinds,
    lost: new Set(lost.filter((name) => !kinds.has(name))),
    follows: stillFollows(step, whole, before, kinds),
    clocks: new Set([...[...before.clocks].map(called), ...clocks]),
    labels: labels ?? before.labels,
  };
}

/**
 * The columns there are where the code passes a step over: those it makes, takes out, or gives another kind or name are
 * lost to the steps behind it, and so are the segments where it `labels` customers anew.
 */
export function stateWithout(
  step: StepDefinition,
  params: unknown,
  before: State,
  { others, labels }: { others: readonly KnownSource[]; labels: boolean },
): State {
  const after = kindsInRun(step, params, before, others);
  const renamed = (step.renames?.(params) ?? []).flat();
  const changed = [...before.kinds].flatMap(([name, kind]) => (after.get(name) === kind ? [] : [name]));
  const lost = new Set([...before.lost, ...step.adds(params), ...renamed, ...changed]);
  for (const name of after.keys()) if (!before.kinds.has(name)) lost.add(name);
  const kinds = new Map([...before.kinds].filter(([name]) => !lost.has(name)));
  const read = new Set(step.reads(params));
  const untouched = [...stillFollows(step, params, before, kinds)].filter(([name]) => !read.has(name));
  return {
    kinds,
    lost,
    follows: new Map([...untouched, ...brought(step, params, kinds)]),
    clocks: before.clocks,
    labels: labels ? null : before.labels,
  };
}

/** Steps that read a column and leave its cells as they are. */
const ONLY_READ: ReadonlySet<string> = new Set([
  'join',
  'drop-missing',
  'filter-rows',
  'keep-values',
  'set-role',
]);

/** A step that reads the other column may change it, and two of its values become one. */
function stillFollows(
  step: StepDefinition,
  params: unknown,
  { follows }: State,
  kinds: ReadonlyMap<string, Kind>,
): Map<string, string> {
  const changed = new Set(ONLY_READ.has(step.op) ? [] : step.reads(params));
  return new Map([...follows].filter(([name, of]) => !kinds.has(name) && kinds.has(of) && !changed.has(of)));
}

/** What a join brings hangs on the key alone. */
function brought(
  step: StepDefinition,
  params: unknown,
  kinds: ReadonlyMap<string, Kind>,
): [column: string, of: string][] {
  const [key] = step.reads(params);
  if (step.op !== 'join' || key === undefined || !kinds.has(key)) return [];
  return step.adds(params).map((name) => [name, key]);
}

function kindsInRun(
  step: StepDefinition,
  params: unknown,
  before: State,
  others: readonly KnownSource[],
): ReadonlyMap<string, Kind> {
  return step.combines ? combined(step, params, before, others) : stateAfter(step, params, before, {}).kinds;
}

/** The columns there are where a step reads other files; none, where it reads none. */
function combined(
  step: StepDefinition,
  params: unknown,
  before: State,
  others: readonly KnownSource[],
): ReadonlyMap<string, Kind> {
  if (!step.combines) return new Map();
  const there = [...before.kinds].map(([name, kind]) => ({ name, kind }));
  const wanted = (step.sources?.(params) ?? []).flatMap((index) => others[index] ?? []);
  return new Map(step.combines(params, there, wanted).columns.map(({ name, kind }) => [name, kind]));
}
