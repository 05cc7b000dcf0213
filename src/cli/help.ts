export const HELP = `Turns an order or customer export into named customer segments. Nothing leaves this machine.

Usage: npm run -s tessera -- FILE… [options]

FILE is a delimited text file (.csv, .tsv, .txt) or a spreadsheet (.xlsx, .xlsm, .xlsb, .xls, .ods), of which the
fullest sheet is read unless the recipe names one. Several files must have the same columns; their rows are
taken one after the other. Without --recipe or --model Tessera decides by itself what to do.

  --out PATH              write the labelled file
  --rows customers        … one row per customer: key, features, labels (default)
  --rows source           … every row as it was read, labelled by customer
  --json PATH             write what was found as JSON; - writes it alone to standard output
  --k NUMBER              make so many segments
  --reference-date DATE   count days since the last order to this day (YYYY-MM-DD)
  --recipe PATH           do the steps of a saved recipe, learning anew from these files
  --model PATH            reuse what was learnt before; not with --recipe or --k
  --save-recipe PATH      save the recipe
  --save-model PATH       save the recipe with what it learnt
  --help                  print this

Paths start from the folder you call from. Existing files are replaced.
Exit code: 0 done, 1 the data cannot be used, 2 wrong usage, 130 stopped.
`;
