import { isMissing, type Column } from './columns';

/** A number for each row that orders as the cells do, text by its characters' codes; NaN where missing. */
export function ranks(column: Column): (row: number) => number {
  if (column.kind !== 'text') {
    return (row) => (isMissing(column, row) ? NaN : column.values[row]!);
  }
  const { dictionary, codes } = column;
  const texts = Array.from({ length: dictionary.size }, (_, code) => dictionary.text(code));
  const place = new Float64Array(texts.length);
  [...texts.keys()]
    .sort((a, b) => (texts[a]! < texts[b]! ? -1 : texts[a]! > texts[b]! ? 1 : 0))
    .forEach((code, at) => (place[code] = at));
  return (row) => (isMissing(column, row) ? NaN : place[codes[row]!]!);
}
