const QUOTED = (quote: string) =>
  new RegExp(`(?:^|[,;\\t|])${quote}[^${quote}\\r\\n]*${quote}(?=$|[,;\\t|\\r\\n])`, 'gm');

/** `'` where cells stand between single quotes and none between double ones; `"` otherwise. */
export function sniffQuote(sample: string): string {
  const count = (quote: string) => (sample.match(QUOTED(quote)) ?? []).length;
  return !sample.includes('"') && count("'") >= 3 ? "'" : '"';
}
