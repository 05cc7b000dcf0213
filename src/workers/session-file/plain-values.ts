const NUMBERS = new Map([
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['-Infinity', -Infinity],
  ['-0', -0],
]);

/**
 * Values as JSON has them, with what it has not as an object of one property: `{"$number":"NaN"}`, `{"$rows":[0,7]}` for
 * a Uint32Array. A property of which the name begins with `$` gets one more.
 */
export function toPlain(value: unknown): unknown {
  if (typeof value === 'number')
    return Number.isFinite(value) && !Object.is(value, -0)
      ? value
      : { $number: Object.is(value, -0) ? '-0' : String(value) };
  if (value instanceof Uint32Array) return { $rows: [...value] };
  if (Array.isArray(value)) return value.map(toPlain);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, held]) => [name.startsWith('$') ? `$${name}` : name, toPlain(held)]),
  );
}

/** The values again. @throws Error where it is nothing that `toPlain` made */
export function fromPlain(plain: unknown): unknown {
  if (Array.isArray(plain)) return plain.map(fromPlain);
  if (typeof plain !== 'object' || plain === null) return plain;
  const entries = Object.entries(plain);
  const [first] = entries;
  if (entries.length === 1 && first && /^\$[^$]/.test(first[0])) return special(first[0], first[1]);
  return Object.fromEntries(
    entries.map(([name, held]) => [name.startsWith('$$') ? name.slice(1) : name, fromPlain(held)]),
  );
}

function special(name: string, held: unknown): unknown {
  if (name === '$number' && NUMBERS.has(String(held))) return NUMBERS.get(String(held));
  if (name === '$rows' && Array.isArray(held)) return Uint32Array.from(held, Number);
  throw new Error(`no value: ${name}`);
}
