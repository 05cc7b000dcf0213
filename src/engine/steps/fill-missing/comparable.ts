import { MISSING, type Column, type TextColumn } from '../../table/columns';
import { momentText } from '../parts/calendar';
import type { FillValue } from '../parts/filled';

/** The cells of a column as numbers that rise as its values do, NaN where blank; `valueOf` gives the value back. */
export interface Comparable {
  values: Float64Array;
  valueOf(number: number): FillValue;
}

/** Text rises by its UTF-16 code units, no comes before yes. */
export function comparable(column: Column): Comparable {
  switch (column.kind) {
    case 'number':
      return { values: column.values, valueOf: (number) => number };
    case 'date':
      return { values: column.values, valueOf: momentText };
    case 'boolean':
      return {
        values: Float64Array.from(column.values, (value) => (value === 2 ? NaN : value)),
        valueOf: (number) => number === 1,
      };
    case 'text':
      return ranked(column);
  }
}

function ranked({ codes, dictionary }: TextColumn): Comparable {
  const texts = Array.from({ length: dictionary.size }, (_, code) => dictionary.text(code));
  const rising = [...texts.keys()].sort((a, b) => (texts[a]! < texts[b]! ? -1 : 1));
  const rank = new Uint32Array(texts.length);
  rising.forEach((code, at) => (rank[code] = at));
  return {
    values: Float64Array.from(codes, (code) => (code === MISSING ? NaN : rank[code]!)),
    valueOf: (number) => texts[rising[number]!]!,
  };
}
