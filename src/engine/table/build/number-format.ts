/** How the numbers of one column are written, beyond plain digits with one decimal mark. */
export interface NumberFormat {
  decimal: '.' | ',';
  /** The currency as it is written (`€`, `US$`, `CHF`), or `%`; null for none. */
  unit: string | null;
  /** Whether the unit stands in front. Both places are read; this one is how the column is described. */
  unitFirst: boolean;
  /** Digits in groups as India writes them: `12,34,567`. */
  lakh: boolean;
}

/** What is written beyond plain numbers: nothing yet. */
const PLAIN: NumberFormat = { decimal: '.', unit: null, unitFirst: false, lakh: false };

const EXAMPLES: readonly (readonly [digits: string, format: Partial<NumberFormat>])[] = [
  ['12,34,567.89', { lakh: true }],
  ['1,234.56', {}],
  ['1.234,56', { decimal: ',' }],
];

/** The format as an example of itself: `1.234,56 €`, `$1,234.56`, `1,234.56 %`. `numberFormatOf` reads it back. */
export function numberFormatText({ decimal, unit, unitFirst, lakh }: NumberFormat): string {
  const [digits] = EXAMPLES.find(
    ([, one]) => (one.decimal ?? '.') === decimal && (one.lakh ?? false) === lakh,
  )!;
  if (unit === null) return digits;
  if (!unitFirst) return `${digits} ${unit}`;
  return /[\p{L}.]$/u.test(unit) ? `${unit} ${digits}` : unit + digits;
}

/** The format an example shows; null where it is none of those that `numberFormatText` gives. */
export function numberFormatOf(text: string): NumberFormat | null {
  const example = EXAMPLES.find(([digits]) => text.includes(digits));
  if (!example) return null;
  const [digits, format] = example;
  const [before = '', after = ''] = text.split(digits).map((part) => part.trim());
  if (before !== '' && after !== '') return null;
  const unit = before || after || null;
  return { ...PLAIN, ...format, unit, unitFirst: before !== '' };
}
