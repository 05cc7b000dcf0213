import type { CodeSegments } from './code-of';

/** What the code is, and whether it gives segments: the first lines of its head. */
export function firstLines(
  file: string,
  segments: CodeSegments,
  { learntIn, it, language }: { learntIn: string; it: string; language?: string },
): string[] {
  const where = language === undefined ? '' : ` in ${language}`;
  const learnt = `What was learnt stands in ${learntIn}`;
  if (segments === 'given')
    return [
      `Customer segments${where}, from ${file}.`,
      `${learnt}: ${it} puts customers into the segments found before.`,
    ];
  const head = `Steps of a recipe${where}, from ${file}.`;
  if (segments === 'none') return [head, `${learnt}.`];
  return [head, 'NO SEGMENTS: steps that find them are not in this code. Its rows have none.'];
}
