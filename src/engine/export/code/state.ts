import type { StepDefinition } from '../../recipe/step';
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
  /** Kinds by column, in the order of the columns. */
  kinds: ReadonlyMap<string, Kind>;
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
  }: {
    made?: readonly string[];
    gone?: readonly string[];
    clocks?: readonly string[];
    labels?: Labels | undefined;
  },
): State {
  const as = new Map(step.renames?.(params));
  const dropped = new Set([...(step.drops?.(params) ?? []), ...gone]);
  const called = (name: string) => as.get(name) ?? name;
  const stay = [...before.kinds].filter(([name]) => !step.replaces && !dropped.has(name));
  const kinds = new Map<string, Kind>(stay.map(([name, kind]) => [called(name), kind]));
  for (const name of [...step.adds(params), ...made]) kinds.set(name, 'number');
  for (const [name, kind] of step.makes?.(params, before.kinds) ?? []) kinds.set(name, kind);
  return {
    kinds,
    clocks: new Set([...[...before.clocks].map(called), ...clocks]),
    labels: labels ?? before.labels,
  };
}
