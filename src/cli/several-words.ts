import type { FilesPlan, Recipe, RunOutcome } from '../engine/index';
import type { Input } from './inputs';

interface Done {
  input: Input;
  recipe: Recipe;
  outcome: RunOutcome;
}

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`;

/** What became of several files, a line for each step that made one table of them and for each column that differs. */
export function sayFiles({ input, recipe, outcome }: Done, say: (line: string) => void): void {
  const nameOf = (index: number) => recipe.sources[index]?.name ?? '';
  for (const [i, { op, enabled, rowsOut, counts, notes }] of outcome.steps.entries()) {
    if (!enabled) continue;
    const { params } = recipe.steps[i]!;
    if (op === 'append') {
      const names = [0, ...(params.sources as number[])].map(nameOf);
      say(`read as one: ${names.join(', ')}; ${counted(rowsOut, 'row')}`);
      for (const note of notes)
        say(`column ${JSON.stringify(note.replace('as-text:', ''))} differs in kind and is text`);
    }
    if (op === 'join') {
      const name = nameOf(params.source as number);
      const rest = [
        `${counts['unmatched']} without a match`,
        ...(counts['dropped'] ? [`${counts['dropped']} dropped`] : []),
        ...(counts['unused'] ? [`${counted(counts['unused'], 'row')} of it unused`] : []),
        ...(counts['repeated'] ? [`the first row taken of ${counted(counts['repeated'], 'key')}`] : []),
      ];
      say(`joined ${name} by ${String(params.right)}: ${counts['matched']} rows matched, ${rest.join(', ')}`);
    }
  }
  if (input.plan) for (const line of differences(input.plan, input)) say(line);
  for (const { report } of input.files.map(({ read }) => read))
    for (const { column, format, like } of report.settled ?? [])
      say(`column ${JSON.stringify(column)} of ${report.name} is read as ${format}, as ${like} has it`);
}

function differences({ first }: FilesPlan, { files }: Input): string[] {
  const names = files.map(({ read }) => read.report.name);
  return first.columns.flatMap(({ name, from }) => {
    const lacking = from.flatMap((own, i) => (own === null ? [names[i]!] : []));
    const called = from.flatMap((own, i) =>
      own !== null && own !== name ? [`${JSON.stringify(own)} in ${names[i]}`] : [],
    );
    return [
      ...(lacking.length > 0 ? [`column ${JSON.stringify(name)} is not in ${lacking.join(', ')}`] : []),
      ...(called.length > 0 ? [`column ${JSON.stringify(name)} is called ${called.join(', ')}`] : []),
    ];
  });
}
