const SINGLE = ['^', '~', '#', '¦', '§', '*', '!', '=', ':', '&', '\u001f', '\u0001', '¶', '†', '•'];
const SEVERAL = ['||', '::', '~|~', '|~|', '^|^', '##', '@@', '$$', '%%', '<>'];
const SAMPLE_LINES = 100;
const LEAST_LINES = 2;
const MOSTLY = 0.9;

/** Quoted cells, addresses and times hold marks that keep nothing apart. */
const NO_MARKS = /"(?:[^"]|"")*"|\b[a-z]+:\/\/\S*|\b\d{1,2}:\d{2}(?::\d{2})?\b/gi;

/**
 * Marks that keep cells apart in few files: those that stand in the lines of a text equally often. Of a mark of several characters and the one it is made of, the longer alone.
 */
export function oddMarks(sample: string): string[] {
  const lines = sample
    .split(/\r\n|\r|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES)
    .map((line) => line.replace(NO_MARKS, ''));
  if (lines.length < LEAST_LINES) return [];
  const regular = (mark: string): boolean => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(mark).length - 1;
      counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    const [count = 0, times = 0] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [];
    return count > 0 && times >= lines.length * MOSTLY;
  };
  // `a||b` may be a blank cell; where `|` never stands alone it is a mark of two.
  const alone = (mark: string) => (line: string) => line.split(mark).join('').includes(mark[0]!);
  const several = SEVERAL.filter((mark) => regular(mark) && !lines.some(alone(mark)));
  return [
    ...several,
    ...SINGLE.filter((mark) => regular(mark) && !several.some((long) => long.includes(mark))),
  ];
}
