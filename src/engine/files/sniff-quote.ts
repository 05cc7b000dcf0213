const BORDER = '[,;\\t|]';
const QUOTED = (quote: string) =>
  new RegExp(`(?:^|${BORDER}) *${quote}[^${quote}\\r\\n]*${quote}(?= *(?:$|${BORDER}|\\r|\\n))`, 'gm');

/** What speaks for a quote and for a way to write it inside a cell. */
export interface QuoteEvidence {
  quote: string;
  /** What makes a quote a plain character; absent where it is doubled. */
  escape?: string;
  /** Cells of the sample that stand wholly between each. */
  double: number;
  single: number;
  /** Quotes behind a backslash, and doubled ones inside cells. */
  escaped: number;
  doubled: number;
}

const LEAST_SINGLE = 3;

/** `'` where at least three cells stand between single quotes, and twice as many as between double ones; `"` otherwise. */
export function sniffQuote(sample: string): QuoteEvidence {
  const count = (pattern: RegExp) => (sample.match(pattern) ?? []).length;
  const double = count(QUOTED('"'));
  const single = count(QUOTED("'"));
  // Where each apostrophe is escaped and nothing else is quoted, it is the quote of whoever wrote the file.
  const apostrophes = count(/'/g);
  const written = !sample.includes('"') && apostrophes > 0 && count(/\\'/g) === apostrophes;
  const quote = single >= Math.max(LEAST_SINGLE, 2 * double) || written ? "'" : '"';
  const escaped = count(quote === "'" ? /\\'/g : /\\"/g);
  const doubled = count(new RegExp(`[^,;\\t|\\r\\n\\\\${quote}]${quote}${quote}(?=[^${quote}])`, 'g'));
  return { quote, double, single, escaped, doubled };
}
