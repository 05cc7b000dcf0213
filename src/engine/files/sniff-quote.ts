const QUOTED = (quote: string) =>
  new RegExp(`(?:^|[,;\\t|])${quote}[^${quote}\\r\\n]*${quote}(?=$|[,;\\t|\\r\\n])`, 'gm');

/** `'` where at least three cells stand between single quotes, and twice as many as between double ones; `"` otherwise. */
export function sniffQuote(sample: string): string {
  const count = (quote: string) => (sample.match(QUOTED(quote)) ?? []).length;
  return count("'") >= Math.max(3, 2 * count('"')) ? "'" : '"';
}
