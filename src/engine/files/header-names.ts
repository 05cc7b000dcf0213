/** Names of columns, and which of them had to be changed. */
export interface HeaderNames {
  names: string[];
  renamed: { from: string; to: string }[];
}

/**
 * Unique names for `width` columns: trimmed; an empty one becomes `Column 3`, a repeated one `name (2)`.
 * Without a header all are made up.
 */
export function headerNames(header: readonly string[] | null, width: number): HeaderNames {
  const names: string[] = [];
  const renamed: HeaderNames['renamed'] = [];
  const taken = new Set<string>();
  const own = new Set(header?.map((name) => name.trim()));
  for (let at = 0; at < width; at++) {
    const from = header?.[at] ?? '';
    const wanted = from.trim() || `Column ${at + 1}`;
    let name = wanted;
    for (let copy = 2; taken.has(name) || (name !== wanted && own.has(name)); copy++)
      name = `${wanted} (${copy})`;
    taken.add(name);
    names.push(name);
    if (header && name !== from) renamed.push({ from, to: name });
  }
  return { names, renamed };
}

/** A name for the `n`-th extra column (from 1) that no column has. */
export function extraName(names: readonly string[], n: number): string {
  let name = `Extra ${n}`;
  for (let copy = 2; names.includes(name); copy++) name = `Extra ${n} (${copy})`;
  return name;
}
