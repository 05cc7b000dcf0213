/** What the star holds, a line each; orders only where customers were made of some. */
export const STAR_TABLES: readonly (readonly [table: string, holds: string])[] = [
  ['customers', 'one row per customer with its segment'],
  ['segments', 'one row per segment: name, size, revenue, action'],
  ['profiles', 'mean and median of each feature in each segment'],
  ['dates', 'one row per calendar day, with ISO weeks'],
  ['orders', 'one row per order line; revenue adds up to that of the segments'],
  ['dictionary', 'every column: kind, unit, what it points to'],
];

export const BI = {
  title: 'Tables for a BI tool',
  about:
    'Tables that fit each other by keys, in one zip. Every key stands in the table it points to, or is blank.',
  format: 'Files',
  parquet: 'Parquet',
  csv: 'CSV',
  orders: 'With the order lines',
  contacts: 'With e-mails, phone numbers and names',
  download: 'Download tables',
  loading: 'How to load them',
  keyStays: (key: string) => `${key} goes along, so that a customer can be found again.`,
} as const;

/** How it is loaded, tool by tool. Only DuckDB was run by us. */
export const LOADING: readonly { tool: string; steps: string }[] = [
  {
    tool: 'Power BI',
    steps:
      'Unpack the zip. Get data, Parquet (or Text/CSV), once per table. In Model view draw customers[segment_id] to segments[segment_id], profiles[segment_id] to segments[segment_id], orders[customer_key] to customers[customer_key], and the date key of orders to dates[date_key]. Mark dates as the date table by its column date.',
  },
  {
    tool: 'Tableau',
    steps:
      'Unpack the zip and choose CSV. Connect to the text file orders (or customers), drag the other tables beside it and relate them by the keys of the same name; the date key to date_key.',
  },
  {
    tool: 'Looker Studio',
    steps:
      'Choose CSV. File upload takes one table per data source: upload each, then blend orders with customers by customer_key, and customers with segments by segment_id.',
  },
  {
    tool: 'DuckDB',
    steps:
      "Unpack the zip, then: SELECT segment, sum(o.revenue) FROM 'orders.parquet' o JOIN 'customers.parquet' c USING (customer_key) JOIN 'segments.parquet' s USING (segment_id) GROUP BY segment.",
  },
];
