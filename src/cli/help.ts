export const HELP = `Turns an order or customer export into named customer segments. Nothing leaves this machine.

Usage: npm run -s tessera -- FILE… [options]

FILE is a delimited text file (.csv, .tsv, .txt), a Parquet file, a spreadsheet (.xlsx, .xlsm, .xlsb, .xls, .ods) or
an SQLite database, of which the fullest sheet or table is read unless the recipe names one. Of several files those of
the same columns are read as one, and a file with a row for each customer, product … is joined to them by the column they share; both is said. Files are told
apart by their columns, also where a recipe says what to do with them. Without --recipe or --model Tessera decides by itself what to do.

  --out PATH              write the labelled file: as an Excel workbook or Parquet where the path ends with .xlsx or
                          .parquet, else as CSV
  --rows customers        … one row per customer: key, features, labels (default)
  --rows source           … every row as it was read, labelled by customer
  --keep-formulas         write cells and headers that begin like a formula as they are; else those of CSV have an
                          apostrophe in front, so that no spreadsheet runs them
  --json PATH             write what was found as JSON; - writes it alone to standard output
  --k NUMBER              make so many segments
  --reference-date DATE   count days since the last order to this day (YYYY-MM-DD)
  --recipe PATH           do the steps of a saved recipe, learning anew from these files
  --source NAME=PATH      use this file for the recipe's source of that name (its first letters, or its number, will
                          do); other files are still told apart by their columns
  --model PATH            reuse what was learnt before; not with --recipe or --k
  --accept-differences    run a recipe or model though the files differ from what it was made for
  --before PATH           compare with an earlier labelled file, last month's customer list: who moved to another segment,
                          who is new, who is gone
  --changes PATH          write these customers, with their segments then and now; needs --before
  --history PATH          write how many customers each segment had at the end of each month, and what they were worth, by
                          the segments found now: the last 24 months, or weeks where there are fewer than four months
  --transitions PATH      write how many customers moved from which segment to which, from each month to the next
  --save-recipe PATH      save the recipe
  --save-model PATH       save the recipe with what it learnt
  --python PATH           write the recipe, with what it learnt, as a Python script that labels another file
  --sql DATABASE=PATH     … as SQL for duckdb, postgresql, bigquery, snowflake or spark; more than one may be asked for.
                          What a step cannot say there is said
  --help                  print this

Paths start from the folder you call from. Existing files are replaced.
Exit code: 0 done, 1 the data cannot be used, 2 wrong usage, 3 the files differ from what the recipe was
made for, 130 stopped.
`;
