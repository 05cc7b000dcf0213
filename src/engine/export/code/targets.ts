/** Languages a recipe can be written in. */
export const TARGETS = ['python', 'duckdb', 'postgresql', 'bigquery', 'snowflake', 'spark'] as const;
export type Target = (typeof TARGETS)[number];

/** What is known of a language beside its words. */
export interface TargetFacts {
  title: string;
  /** Whether our tests run the code, or a parser of the language only reads it. */
  proof: 'run' | 'read';
  /** Behind the name of the file, with its point. */
  extension: string;
}

export const TARGET_FACTS: Readonly<Record<Target, TargetFacts>> = {
  python: { title: 'Python', proof: 'run', extension: '.py' },
  duckdb: { title: 'DuckDB', proof: 'run', extension: '.duckdb.sql' },
  postgresql: { title: 'PostgreSQL', proof: 'run', extension: '.postgresql.sql' },
  bigquery: { title: 'BigQuery', proof: 'read', extension: '.bigquery.sql' },
  snowflake: { title: 'Snowflake', proof: 'read', extension: '.snowflake.sql' },
  spark: { title: 'Spark SQL', proof: 'read', extension: '.spark.sql' },
};
