const RFM = `
  with lines as (
    select *, Quantity * UnitPrice as money, Quantity < 0 or Quantity * UnitPrice < 0 as returned from once
    where CustomerID is not null and InvoiceDate is not null and Quantity is not null and UnitPrice is not null
  ), last_day as (select max(InvoiceDate)::date + 1 as day from lines)
  select CustomerID,
    (select day from last_day) - max(InvoiceDate) filter (not returned)::date as recency_days,
    count(distinct InvoiceNo) filter (not returned) as frequency,
    sum(money) as monetary
  from lines group by CustomerID having count(*) filter (not returned) > 0`;

const TYPES = "types = {'InvoiceNo': 'VARCHAR', 'StockCode': 'VARCHAR', 'CustomerID': 'VARCHAR'}";
const reads = (file) =>
  `create table orders as select * from read_csv('${file.replaceAll("'", "''")}', ${TYPES})`;

/** A connection on two threads, and how long each statement takes; null where `@duckdb/node-api` is not installed. */
async function connected(use) {
  const api = await import('@duckdb/node-api').catch(() => null);
  if (!api) return null;
  const instance = await api.DuckDBInstance.create(':memory:', { threads: '2' });
  const connection = await instance.connect();
  const timed = async (sql) => {
    const start = performance.now();
    await connection.run(sql);
    return performance.now() - start;
  };
  const count = async (sql) => Number((await connection.runAndReadAll(sql)).getRows()[0][0]);
  const result = await use(timed, count);
  connection.closeSync();
  instance.closeSync();
  return result;
}

/** Milliseconds of reading into a table, or null. */
export const duckdbReads = (file) => connected(async (timed) => ({ read: await timed(reads(file)) }));

/** Milliseconds per phase with native DuckDB on two threads, or null where `@duckdb/node-api` is not installed. */
export const duckdb = (file) =>
  connected(async (timed) => ({
    read: await timed(reads(file)),
    copies: await timed('create table once as select distinct * from orders'),
    rfm: await timed(`create table rfm as ${RFM}`),
  }));

/** Milliseconds of `select distinct` into a table, and how many rows it has; or null. */
export const duckdbDistinct = (file) =>
  connected(async (timed, count) => {
    await timed(reads(file));
    const ms = await timed('create table once as select distinct * from orders');
    return { ms, after: await count('select count(*) from once') };
  });
