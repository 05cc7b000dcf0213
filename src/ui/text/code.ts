import type { Code, Target, Unsaid } from '../../engine/index';
import type { PlainError } from '../../workers/wire';
import { errorText } from './errors';
import { counted } from './format';

/** Languages in the order they are offered. */
export const CODE_TARGETS: readonly { value: Target; label: string }[] = [
  { value: 'python', label: 'Python (pandas, scikit-learn)' },
  { value: 'duckdb', label: 'SQL for DuckDB' },
  { value: 'postgresql', label: 'SQL for PostgreSQL' },
  { value: 'bigquery', label: 'SQL for BigQuery' },
  { value: 'snowflake', label: 'SQL for Snowflake' },
  { value: 'spark', label: 'SQL for Spark' },
];

const NAMES: Record<Target, string> = {
  python: 'Python',
  duckdb: 'DuckDB',
  postgresql: 'PostgreSQL',
  bigquery: 'BigQuery',
  snowflake: 'Snowflake',
  spark: 'Spark SQL',
};

interface Proof {
  sure: boolean;
  sentence: string;
}

const PROOF: Record<Target, Proof> = {
  python: run('Python, with pandas and scikit-learn'),
  duckdb: run('DuckDB'),
  postgresql: run('PostgreSQL'),
  bigquery: read('BigQuery'),
  snowflake: read('Snowflake'),
  spark: read('Spark SQL'),
};

/** How far such code was tried; null where a step is not in it, for tests say nothing of that. */
export function codeProof(target: Target, code: Pick<Code, 'target' | 'unsaid'> | null): Proof | null {
  const lacks = code?.target === target && code.unsaid.some(({ weight }) => weight === 'missing');
  return lacks && PROOF[target].sure ? null : PROOF[target];
}

/** Why there is no code. */
export const codeFailed = (target: Target, error: PlainError): string =>
  `The ${NAMES[target]} code could not be written. ${errorText(error).sentence}`;

function run(name: string): Proof {
  return {
    sure: true,
    sentence: `Run by our tests on ${name}: every customer they try gets the segment it has here.`,
  };
}

function read(name: string): Proof {
  return {
    sure: false,
    sentence: `Read by a parser of ${name}, not run by us. Try it on a few customers you know first.`,
  };
}

/** "2 steps are not in the Python code: customers may get other segments." */
export function missingHeading(target: Target, unsaid: readonly Unsaid[]): string {
  const missing = unsaid.filter(({ weight }) => weight === 'missing').length;
  const what = counted(missing, 'thing is', 'things are');
  return `${what} not in the ${NAMES[target]} code, so customers may get other segments there.`;
}

/** "Step 3, Keep 50 % of the rows by chance" */
export const unsaidName = ({ step, says }: Unsaid): string =>
  step === null ? says : `Step ${step + 2}, ${says}`;
