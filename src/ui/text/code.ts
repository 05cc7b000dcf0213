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
  const lacks = code?.target === target && missingOf(code.unsaid) > 0;
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

/** "2 things are not in the Python code, so customers may get other segments there." */
export function missingHeading({ target, unsaid, segments }: Code): string {
  const what = counted(missingOf(unsaid), 'thing is', 'things are');
  const so = {
    given: 'customers may get other segments there',
    lost: 'customers get no segments there',
    none: 'its rows may be others',
  }[segments];
  return `${what} not in the ${NAMES[target]} code, so ${so}.`;
}

/** What the code does; nothing is said of it before it is there. */
export function codePurpose(code: Code | null): string {
  if (code === null) return '';
  const learnt = 'What was learnt is written into the code';
  if (code.segments === 'none') return `${learnt}.`;
  if (code.segments === 'lost')
    return `This code gives no segments: steps that find them cannot be said in ${NAMES[code.target]}. What it holds of the recipe prepares rows, no more.`;
  return missingOf(code.unsaid) > 0
    ? `${learnt}: it puts new customers into these segments by the steps that are in it.`
    : `${learnt}: it puts new customers into these very segments.`;
}

const missingOf = (unsaid: readonly Unsaid[]): number =>
  unsaid.filter(({ weight }) => weight === 'missing').length;

/** "Step 3, Keep 50 % of the rows by chance" */
export const unsaidName = ({ step, says }: Unsaid): string =>
  step === null ? says : `Step ${step + 2}, ${says}`;
