import { bigquery } from './bigquery';
import type { Dialect } from './dialect';
import { duckdb } from './duckdb';
import { postgresql } from './postgresql';
import { snowflake } from './snowflake';
import { spark } from './spark';

/** Every database there is. A new one is one line here and one among the targets. */
export const dialects: Readonly<Record<Dialect['target'], Dialect>> = {
  duckdb,
  postgresql,
  bigquery,
  snowflake,
  spark,
};
