import type { TopLevelSpec } from 'vega-lite';
import { withoutEmpty } from './without-empty';

type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * A chart as Vega-Lite: what is drawn and no more. What is told of a mark that is pointed at, and fields that nothing is
 * drawn from, such as the rows that marks stand for, are left out.
 */
export function chartJson(spec: TopLevelSpec): string {
  const bare = withoutTold(withoutEmpty(spec)) as Plain;
  const words = new Set<string>();
  gather(bare, words);
  return JSON.stringify(onlyDrawn(bare, words), null, 2);
}

/** Without tooltips. */
function withoutTold(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutTold);
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (key === 'tooltip') return [];
      return [[key, key === 'values' ? inner : withoutTold(inner)]];
    }),
  );
}

/** All words of the specification itself, and the fields that its expressions read. */
function gather(value: unknown, words: Set<string>): void {
  if (typeof value === 'string') {
    words.add(value);
    for (const [, dotted, quoted] of value.matchAll(/datum(?:\.(\w+)|\[['"]([^'"]+)['"]\])/g))
      words.add(dotted ?? quoted!);
  } else if (Array.isArray(value)) value.forEach((one) => gather(one, words));
  else if (isPlain(value))
    for (const [key, inner] of Object.entries(value)) if (key !== 'data') gather(inner, words);
}

function onlyDrawn(value: unknown, words: ReadonlySet<string>): unknown {
  if (Array.isArray(value)) return value.map((one) => onlyDrawn(one, words));
  if (!isPlain(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'data' ? drawnData(inner, words) : onlyDrawn(inner, words),
    ]),
  );
}

function drawnData(data: unknown, words: ReadonlySet<string>): unknown {
  if (!isPlain(data) || !Array.isArray(data['values'])) return data;
  const values = data['values'].map((datum) =>
    isPlain(datum) ? Object.fromEntries(Object.entries(datum).filter(([field]) => words.has(field))) : datum,
  );
  return { ...data, values };
}
