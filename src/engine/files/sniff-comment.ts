const MARKS = ['#', '%'];
const LEAST_LINES = 3;
const MOST_SHARE = 0.5;
/** So much of what begins with the mark may look like a record by chance. */
const MOST_ALIKE = 0.2;

/** Lines of a sample that are said beside the table. */
export interface CommentEvidence {
  comment: string;
  lines: number;
  example: string;
}

/** The mark that lines of a sample begin with though they may be no records; to be tried, not to be believed. */
export function possibleComment(lines: readonly string[]): string | undefined {
  return MARKS.find((mark) => lines.some((line) => line.startsWith(mark)));
}

/**
 * The mark that lines beside the table begin with: at most half of the lines, and hardly any of them with as many
 * delimiters as the others mostly have. Null where there are none; `#` may begin the first name or an ordinary cell.
 */
export function sniffComment(
  lines: readonly string[],
  delimiter: string,
  chosen?: string,
): CommentEvidence | null {
  if (chosen !== undefined) {
    const found = chosen === '' ? [] : lines.filter((line) => line.startsWith(chosen));
    return found.length > 0 ? { comment: chosen, lines: found.length, example: found[0]! } : null;
  }
  if (delimiter === 'whitespace' || lines.length < LEAST_LINES) return null;
  const count = (line: string) => line.split(delimiter).length;
  for (const comment of MARKS) {
    const found = lines.filter((line) => line.startsWith(comment));
    if (found.length === 0 || found.length > lines.length * MOST_SHARE) continue;
    const widths = new Map<number, number>();
    for (const line of lines) {
      if (!line.startsWith(comment)) widths.set(count(line), (widths.get(count(line)) ?? 0) + 1);
    }
    const [width = 1] = [...widths].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [];
    const alike = found.filter((line) => count(line) === width).length;
    if (width > 1 && alike <= found.length * MOST_ALIKE)
      return { comment, lines: found.length, example: found[0]! };
  }
  return null;
}
