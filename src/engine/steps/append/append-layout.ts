import type { KnownColumn, KnownSource } from '../../recipe/step';
import type { Kind } from '../../table/columns';
import { plainName } from './plain-name';

/** A column of an appended file that is known to be one of the first under another name. */
export interface Renamed {
  column: string;
  as: string;
}

/** A column of files read as one. */
export interface LaidColumn {
  name: string;
  kind: Kind;
  blank: boolean;
  /** What each file calls it, in the order of the files; null where a file does not have it. */
  from: readonly (string | null)[];
  /** The kinds it has where it has cells, if they are not all the same; it is text then. */
  kinds: readonly Kind[];
}

/**
 * Which columns are one: those given as renamed, then those of the same name, then those whose names differ only in
 * case, blanks, underscores, hyphens and points, where that is plain. Columns of later files that none matches come
 * behind. A kind that differs between files makes the column text.
 */
export function appendLayout(
  parts: readonly KnownSource['columns'][],
  renamed: readonly Renamed[],
): LaidColumn[] {
  const laid = new Map<string, (KnownColumn | null)[]>();
  parts.forEach((columns, part) => {
    const found = matched(columns, [...laid.keys()], renamed);
    for (const [name, column] of found) {
      const row = laid.get(name) ?? new Array<KnownColumn | null>(part).fill(null);
      laid.set(name, [...row, column]);
    }
    for (const [name, row] of laid) if (row.length === part) laid.set(name, [...row, null]);
  });
  return [...laid].map(([name, columns]) => ({ name, ...together(columns) }));
}

/** The name each column of a part gets: one of those there are, or its own. */
function matched(
  columns: readonly KnownColumn[],
  there: readonly string[],
  renamed: readonly Renamed[],
): Map<string, KnownColumn> {
  const found = new Map<string, KnownColumn>();
  const left = new Set(columns);
  const match = (nameFor: (column: KnownColumn) => string | undefined) => {
    for (const column of left) {
      const name = nameFor(column);
      if (name === undefined || found.has(name)) continue;
      found.set(name, column);
      left.delete(column);
    }
  };
  const own = new Map(renamed.map(({ column, as }) => [column, as]));
  const exact = new Set(there);
  const plain = uniquePlain(there);
  const plainHere = uniquePlain(columns.map(({ name }) => name));
  match(({ name }) => (exact.has(own.get(name) ?? '') ? own.get(name) : undefined));
  match(({ name }) => (exact.has(name) ? name : undefined));
  match(({ name }) =>
    plainHere.get(plainName(name)) === name ? (plain.get(plainName(name)) ?? undefined) : undefined,
  );
  for (const column of left) found.set(freeName(column.name, [...there, ...found.keys()]), column);
  return found;
}

/** The plain form of each name that no other has too. */
function uniquePlain(names: readonly string[]): Map<string, string | null> {
  const found = new Map<string, string | null>();
  for (const name of names) found.set(plainName(name), found.has(plainName(name)) ? null : name);
  return found;
}

/** The name, or the next of `name (2)`, `name (3)` … that is free. */
export function freeName(wanted: string, taken: readonly string[]): string {
  let name = wanted;
  for (let copy = 2; taken.includes(name); copy++) name = `${wanted} (${copy})`;
  return name;
}

function together(columns: readonly (KnownColumn | null)[]): Omit<LaidColumn, 'name'> {
  const filled = columns.filter((column) => column !== null && !column.blank);
  const kinds = [...new Set(filled.map((column) => column!.kind))];
  const [only] = kinds.length === 1 ? kinds : [];
  const any = columns.find((column) => column !== null)!;
  return {
    kind: only ?? (kinds.length > 1 ? 'text' : any!.kind),
    blank: filled.length === 0,
    from: columns.map((column) => column?.name ?? null),
    kinds: kinds.length > 1 ? kinds : [],
  };
}
