/** What comment lines begin with. */
export const COMMENT_MARKS = ['#', '%', '//', '--'] as const;

const DELIMITERS = [',', ';', '\t', '|'];

/**
 * The mark that every line of a text begins with that says something, where they are neither rows, cut by a delimiter
 * into as many cells each, nor words that begin with it, such as tags; undefined where there is none.
 */
export function commentsAlone(text: string): string | undefined {
  const lines = text.split(/\r\n|\r|\n/).filter((line) => line.trim() !== '');
  const mark = COMMENT_MARKS.find((one) => lines[0]?.startsWith(one));
  if (mark === undefined || !lines.every((line) => line.startsWith(mark))) return undefined;
  const areRows = DELIMITERS.some((delimiter) => {
    const [width = 1, ...others] = lines.map((line) => line.split(delimiter).length);
    return width > 1 && others.length > 0 && others.every((other) => other === width);
  });
  const areWords = lines.every((line) => !/\s/.test(line.slice(mark.length).trimEnd()));
  return areRows || areWords ? undefined : mark;
}
