const MOST_APART = 200;

/**
 * The names that several header records give together, column by column: `2019` above `Sales` is `2019 Sales`. A blank
 * cell of a record that is not the last stands for the one on its left, as merged cells are written; a name that only
 * repeats the one above it is said once.
 */
export function joinHeader(records: readonly (readonly string[])[]): string[] {
  const width = Math.max(0, ...records.map((record) => record.length));
  const names: string[] = [];
  const above = records.map(() => '');
  for (let column = 0; column < width; column++) {
    const parts: string[] = [];
    records.forEach((record, line) => {
      const own = (record[column] ?? '').trim();
      if (line < records.length - 1 && isSpread(record)) above[line] = own || above[line]!;
      else above[line] = own;
      const part = above[line]!;
      if (part !== '' && parts.at(-1) !== part) parts.push(part);
    });
    names.push(parts.join(' '));
  }
  return names;
}

/** A record of which cells are merged begins blank or leaves some blank, and fills at least two. */
function isSpread(record: readonly string[]): boolean {
  const filled = record.slice(0, MOST_APART).filter((cell) => cell.trim() !== '').length;
  return filled >= 1 && filled < record.length;
}
