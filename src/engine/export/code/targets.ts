/** Languages a recipe can be written in. */
export const TARGETS = ['python', 'duckdb', 'postgresql', 'bigquery', 'snowflake', 'spark'] as const;
export type Target = (typeof TARGETS)[number];

/** What is known of a language beside its words. */
export interface TargetFacts {
  title: string;
  /** Whether our tests run the code, or a parser of the language only reads it. */
  proof: 'run' | 'read';
  /** How the name of a file ends, without a point in front. */
  ending: string;
}

export const TARGET_FACTS: Readonly<Record<Target, TargetFacts>> = {
  python: { title: 'Python', proof: 'run', ending: 'py' },
  duckdb: { title: 'DuckDB', proof: 'run', ending: 'duckdb.sql' },
  postgresql: { title: 'PostgreSQL', proof: 'run', ending: 'postgresql.sql' },
  bigquery: { title: 'BigQuery', proof: 'read', ending: 'bigquery.sql' },
  snowflake: { title: 'Snowflake', proof: 'read', ending: 'snowflake.sql' },
  spark: { title: 'Spark SQL', proof: 'read', ending: 'spark.sql' },
};
