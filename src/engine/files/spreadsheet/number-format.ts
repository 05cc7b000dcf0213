/** What the number format of a cell makes of its number: a calendar day or a time of day, a length of time, a number. */
export type FormatKind = 'date' | 'time' | 'number';

const known = new Map<string, FormatKind>();

/**
 * What a number format such as `d.m.yy h:mm` or `#,##0.00` shows, by its first section.
 * Lengths of time (`[h]:mm`) are numbers: of days. Source: ECMA-376 part 1, 18.8.31.
 */
export function formatKind(code: string): FormatKind {
  let kind = known.get(code);
  if (kind === undefined) known.set(code, (kind = kindOf(code)));
  return kind;
}

/** Quoted words, single letters after `\`, `_` and `*`, and what stands in brackets: colours, languages, conditions. */
const NOT_TOKENS = /"[^"]*"?|[\\_*].|\[[^\]]*\]/gs;

function kindOf(code: string): FormatKind {
  if (/\[(h+|m+|s+)\]/i.test(code.replace(/"[^"]*"?|\\./gs, ''))) return 'number';
  const [first = ''] = code.replace(NOT_TOKENS, '').split(';');
  const tokens = first.toLowerCase().replace(/general|standard/g, '');
  // `e` alone is a year of an era; beside a digit it is an exponent.
  if (/[yd]|e(?![+-])|m{3,}/.test(tokens) && !/[0#?]e/.test(tokens)) return 'date';
  if (/[hs]|am\/pm/.test(tokens)) return 'time';
  return /m/.test(tokens) ? 'date' : 'number';
}

/** Whether a format of moments shows hours or seconds. */
export const showsTime = (code: string): boolean =>
  /[hs]/i.test(code.replace(/"[^"]*"?|\\.|\[[^\]]*\]/gs, ''));
