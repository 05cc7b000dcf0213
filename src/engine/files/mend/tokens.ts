/** A piece of a record that may become a cell. */
export interface Token {
  text: string;
  quoted: boolean;
}

/** One way to cut a record into pieces. */
export interface Cutting {
  tokens: Token[];
  /** What stands between the pieces, and is put back where they are joined. */
  delimiter: string;
  /** What was done to the record beforehand, as a cost. */
  cost: number;
}

interface Marks {
  delimiter: string;
  quote: string;
}

const COST = { quote: 0.2, split: 0.2, delimiter: 0.2 };
const OTHER_DELIMITERS = [',', ';', '\t', '|', ' '];
const MOST_CUTTINGS = 40;

/**
 * The ways to cut the text of a record: as it is; with one opening quote taken for a character; with a delimiter put
 * where a quoted cell begins right behind another; by another delimiter.
 */
export function cuttings(raw: string, { delimiter, quote }: Marks): Cutting[] {
  const as = (text: string, mark: string, cost: number, literal = -1): Cutting => ({
    tokens: cut(text, mark, quote, literal),
    delimiter: mark,
    cost,
  });
  const found = [as(raw, delimiter, 0)];
  if (quote !== '') {
    found[0]!.tokens.forEach(({ quoted, text }, at) => {
      if (quoted && text.includes(quote)) found.push(as(raw, delimiter, COST.quote, at));
    });
    for (const text of withDelimiters(raw, delimiter, quote)) found.push(as(text, delimiter, COST.split));
  }
  for (const other of OTHER_DELIMITERS) {
    if (other !== delimiter && raw.includes(other)) found.push(as(raw, other, COST.delimiter));
  }
  return found.slice(0, MOST_CUTTINGS);
}

/** The record with a delimiter put before one of its quotes that has none, or between the two of a pair. */
function withDelimiters(raw: string, delimiter: string, quote: string): string[] {
  const made: string[] = [];
  for (let at = raw.indexOf(quote, 1); at >= 0; at = raw.indexOf(quote, at + 1)) {
    const [before, after] = [raw[at - 1]!, raw[at + 1] ?? delimiter];
    if (after === quote) made.push(`${raw.slice(0, at + 1)}${delimiter}${raw.slice(at + 1)}`);
    else if (before !== delimiter && before !== quote && after !== delimiter)
      made.push(`${raw.slice(0, at)}${delimiter}${raw.slice(at)}`);
  }
  return made;
}

/** Cuts as the reader does: a quote closes before a delimiter or at the end. The quote of one piece may be literal. */
function cut(raw: string, delimiter: string, quote: string, literal: number): Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at <= raw.length;) {
    const opens = quote !== '' && raw[at] === quote && tokens.length !== literal;
    const close = opens ? closing(raw, at + 1, delimiter, quote) : -1;
    if (close >= 0) {
      tokens.push({
        text: raw
          .slice(at + 1, close)
          .split(quote + quote)
          .join(quote),
        quoted: true,
      });
      at = close + 1 + delimiter.length;
      if (close + 1 >= raw.length) break;
      continue;
    }
    const next = raw.indexOf(delimiter, at);
    const end = next < 0 ? raw.length : next;
    tokens.push({ text: raw.slice(at, end), quoted: false });
    at = end + delimiter.length;
    if (next < 0) break;
  }
  return tokens;
}

function closing(raw: string, from: number, delimiter: string, quote: string): number {
  for (let at = raw.indexOf(quote, from); at >= 0; at = raw.indexOf(quote, at + 1)) {
    if (raw[at + 1] === quote) at++;
    else if (at + 1 >= raw.length || raw.startsWith(delimiter, at + 1)) return at;
  }
  return -1;
}
