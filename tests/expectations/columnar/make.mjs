// Writes, with DuckDB, small Parquet files for the tests and what DuckDB says of them and of the real ones.
// Run: npm install --no-save @duckdb/node-api && node tests/expectations/columnar/make.mjs
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { DuckDBInstance } from '@duckdb/node-api';

const here = fileURLToPath(new URL('.', import.meta.url));
const fixtures = fileURLToPath(new URL('../../fixtures/data/columnar/', import.meta.url));
const shared = fileURLToPath(new URL('../../../../shared/data/parquet/', import.meta.url));

const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
const connection = await instance.connect();
const rowsOf = async (sql) => (await connection.runAndReadAll(sql)).getRowObjectsJson();

// All kinds a column can have, with missing cells throughout.
await connection.run(`
  create table kinds as select
    i::integer as int32,
    case when i % 7 <> 0 then i * 1000003 end::bigint as int64,
    (9007199254740993 + i)::bigint as beyond_exact,
    (i % 256)::utinyint as uint8, (4294967295 - i)::uinteger as uint32,
    case when i % 5 <> 0 then i / 8 end::float as float32,
    case when i % 11 = 0 then null when i % 13 = 0 then 'nan'::double else i / 3 end as float64,
    (i * 12.34 - 500)::decimal(9, 2) as money9, (i * 12345678.901)::decimal(18, 3) as money18,
    (i * 12345678901234.5)::decimal(38, 4) as money38,
    case when i % 3 <> 0 then i % 2 = 0 end as truth,
    date '1969-12-01' + i::integer as day,
    timestamp '1969-12-31 23:59:59.123' + to_minutes(i) as moment_us,
    (timestamp '2024-02-29 00:00:00' + to_days(i::integer))::timestamp_s as midnights,
    (timestamp '2024-02-29 12:00:00.987654' + to_seconds(i))::timestamp_ns as moment_ns,
    (timestamp '2024-02-29 12:00:00.987' + to_seconds(i))::timestamp_ms as moment_ms,
    (timestamp '2024-02-29 12:00:00' + to_hours(i))::timestamptz as moment_utc,
    time '00:00:00' + to_seconds(i * 257) as clock,
    case i % 4 when 0 then null else 'köln ' || (i % 40) end as words,
    'text number ' || i as distinct_words,
    strftime(date '2024-01-31' + i::integer, '%Y-%m-%d') as iso_text,
    printf('%05d', i) as postcode,
    case i % 3 when 0 then 'low' when 1 then 'high' end::enum('low', 'high') as grade,
    md5(i::varchar)::uuid as uuid,
    '\\x00\\xFF'::blob || encode(i::varchar) as bytes,
    json('{"a": ' || i || '}') as json,
    {'street': 'road ' || i, 'place': {'code': i, 'name': case when i % 2 = 0 then 'x' end}} as address,
    case when i % 6 = 0 then null when i % 6 = 1 then [] else [i, null, i + 1] end as items,
    map {'k' || i: i} as props
  from range(60) t(i)`);
await connection.run(
  `create table groups as select i as id, i % 97 / 4 as amount, 'shop ' || (i % 7) as shop from range(5000) t(i)`,
);

const copies = {
  'kinds-uncompressed.parquet': 'compression uncompressed',
  'kinds-snappy.parquet': 'compression snappy',
  'kinds-gzip.parquet': 'compression gzip',
  'kinds-zstd.parquet': 'compression zstd',
  'kinds-brotli.parquet': 'compression brotli',
  'kinds-lz4.parquet': 'compression lz4_raw',
  'kinds-v2.parquet': 'compression zstd, parquet_version v2',
};
for (const [name, options] of Object.entries(copies))
  await connection.run(`copy (from kinds) to '${fixtures}${name}' (format parquet, ${options})`);
await connection.run("set force_mbedtls_unsafe = 'true'");
await connection.run("pragma add_parquet_key('key', '0123456789112345')");
await connection.run(
  `copy (from range(3)) to '${fixtures}encrypted.parquet' (format parquet, encryption_config {footer_key: 'key'})`,
);
await connection.run(`copy (from kinds limit 0) to '${fixtures}no-rows.parquet' (format parquet)`);

await connection.run(`copy groups to '${fixtures}groups.parquet' (format parquet, row_group_size 2048)`);

const expected = {};
for (const name of [...Object.keys(copies), 'groups.parquet'])
  expected[name] = await factsOf(fixtures + name);
if (existsSync(shared)) {
  for (const folder of ['', 'hyparquet/'])
    for (const name of readdirSync(shared + folder).filter((file) => file.endsWith('.parquet')))
      expected[folder + name] = await factsOf(shared + folder + name);
}
writeFileSync(`${here}parquet.json`, `${JSON.stringify(expected, null, 1)}\n`);

/** Rows, and of each column that is no list, map or struct: missing cells, and what can be compared of the others. */
async function factsOf(path) {
  const from = `read_parquet('${path}', binary_as_string = true)`;
  try {
    const columns = await rowsOf(`describe from ${from}`);
    const [{ rows }] = await rowsOf(`select count(*)::integer as rows from ${from}`);
    const facts = {};
    for (const { column_name: name, column_type: type } of columns) {
      const measures = name === 'bytes' ? null : measuresOf(`"${name}"`, type);
      if (measures)
        [facts[name]] = await rowsOf(`select '${kindOf(type)}' as kind, ${measures} from ${from}`);
    }
    return { rows, columns: facts };
  } catch (error) {
    return { refused: error.message.split('\n')[0].replaceAll(path, 'the file') };
  }
}

function kindOf(type) {
  if (/INT|DOUBLE|FLOAT|DECIMAL/.test(type)) return 'number';
  if (/DATE|TIMESTAMP/.test(type)) return 'date';
  return type === 'BOOLEAN' ? 'boolean' : 'text';
}

function measuresOf(column, type) {
  if (/\[\]|STRUCT|MAP|BLOB|GEOMETRY|VARIANT/.test(type)) return null;
  const kind = kindOf(type);
  const isFloat = /DOUBLE|FLOAT/.test(type);
  const there = isFloat
    ? `case when isnan(${column}) or isinf(${column}) then null else ${column}::double end`
    : column;
  const missing = `(count(*) - count(${there}))::integer as missing`;
  if (kind === 'number')
    return `${missing}, sum((${there})::double) as sum, min(${there})::varchar as least, max(${there})::varchar as most`;
  const value = kind === 'date' ? `epoch_ms(${column}::timestamp)` : `${column}::varchar`;
  const first =
    kind === 'boolean'
      ? `sum(${column}::integer)::integer as yes`
      : `min(${value})::varchar as least, max(${value})::varchar as most`;
  return `${missing}, ${first}${kind === 'text' ? `, count(distinct ${column})::integer as distinct` : ''}`;
}
