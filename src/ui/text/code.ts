import type { Target, Unsaid } from '../../engine/index';
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

/** How far the code was tried. */
export const CODE_PROOF: Record<Target, { sure: boolean; sentence: string }> = {
  python: run('Python, with pandas and scikit-learn'),
  duckdb: run('DuckDB'),
  postgresql: run('PostgreSQL'),
  bigquery: read('BigQuery'),
  snowflake: read('Snowflake'),
  spark: read('Spark SQL'),
};

function run(name: string) {
  return {
    sure: true,
    sentence: `Run by our tests on ${name}: every customer they try gets the segment it has here.`,
  };
}

function read(name: string) {
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
