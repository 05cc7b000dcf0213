/** What a cell of a sample looks like, as a person would say at a glance. */
export type CellShape = 'blank' | 'number' | 'date' | 'word' | 'odd';

const NUMBER =
  /^[-+]?(\d+([.,]\d+)?|[.,]\d+|\d{1,3}([.,']\d{3})+([.,]\d+)?)([eE][-+]?\d+)?\s?%?$|^[$€£]\s?[\d.,]+$/;
const DATE =
  /^(\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](\d{4}|\d{2})|\d{1,2}[-/. ][a-z]{3,9}\.?[-/. ]\d{2,4})([T ]\d{1,2}:\d{2}.*)?$|^\d{1,2}:\d{2}(:\d{2})?$/i;
const WORD = /^[\p{L}\p{N}_#@(][^,;\t|"]*$/u;

/** The shape of a cell; marks of missing cells count as blank. */
export function cellShape(text: string): CellShape {
  const trimmed = text.trim().replace(/^"(.*)"$/, '$1');
  if (trimmed === '' || /^(n\/?a|null|nan|#n\/a|\?|-|none)$/i.test(trimmed)) return 'blank';
  if (NUMBER.test(trimmed)) return 'number';
  if (DATE.test(trimmed)) return 'date';
  return WORD.test(trimmed) ? 'word' : 'odd';
}
