import type { Dialect } from './dialect';

const bytesOf = (text: string): number => new TextEncoder().encode(text).length;

/** What columns are called in a database: as here, unless it cannot tell two names apart or keeps no name so long. */
export class SqlNames {
  readonly #called = new Map<string, string>();
  readonly #taken = new Set<string>();
  /** Columns that had to be called otherwise. */
  readonly changed: { column: string; as: string }[] = [];

  constructor(readonly dialect: Dialect) {}

  /** The name in its marks. */
  of(column: string): string {
    return this.dialect.quoted(this.#nameOf(column));
  }

  /** The name under which the database itself keeps a column of the file. */
  stored(column: string): string {
    return this.dialect.quoted(this.#cut(column, ''));
  }

  #nameOf(column: string): string {
    const known = this.#called.get(column);
    if (known !== undefined) return known;
    let name = this.#cut(column, '');
    for (let n = 2; this.#taken.has(this.#plain(name)); n++) name = this.#cut(column, `_${n}`);
    this.#taken.add(this.#plain(name));
    this.#called.set(column, name);
    if (name !== column) this.changed.push({ column, as: name });
    return name;
  }

  #plain(name: string): string {
    return this.dialect.ignoresCase ? name.toLowerCase() : name;
  }

  #cut(column: string, behind: string): string {
    const room = this.dialect.longestName - behind.length;
    let name = column.replaceAll('\0', '') || '_';
    if (bytesOf(name) > room) {
      const letters = [...name];
      let bytes = 0;
      name = letters
        .slice(
          0,
          letters.findIndex((letter) => (bytes += bytesOf(letter)) > room),
        )
        .join('');
    }
    return name + behind;
  }
}
