import {
  checkContract,
  isBroken,
  renamedRead,
  type Comparison,
  type Difference,
  type Work,
} from '../engine/index';
import type { Input } from './inputs';
import { DiffersError } from './usage-error';

/**
 * The files once they were held against what the recipe was made from; columns under another name have the recipe's.
 * @throws DiffersError where one differs and `accepted` is not said
 */
export async function heldAgainst(input: Input, accepted: boolean, work: Work): Promise<Input> {
  const { recipe } = input;
  if (!recipe) return input;
  const files: Input['files'][number][] = [];
  for (const [place, file] of input.files.entries()) {
    const comparison = await checkContract(recipe, file.read, work, place);
    if (!accepted && isBroken(comparison))
      throw new DiffersError(complaint(file.read.report.name, comparison));
    const names = comparison.names.flatMap(({ column, found }) =>
      found === null ? [] : [[found, column] as const],
    );
    files.push({ ...file, read: renamedRead(file.read, new Map(names)) });
  }
  return { ...input, files };
}

function complaint(file: string, { differences }: Comparison): string {
  const lines = differences.filter(({ severity }) => severity !== 'note').map(differenceLine);
  const list = lines.map((line) => `  ${line}\n`).join('');
  return `${file} is not what the recipe was made for:\n${list}Say --accept-differences to run it all the same`;
}

const percent = (share: string | number | undefined) => `${Math.round(100 * Number(share))} %`;

/** One difference as one line. */
export function differenceLine({ code, column, details: d }: Difference): string {
  const name = JSON.stringify(column);
  const lines: Record<Difference['code'], string> = {
    missing: `column ${name} is missing`,
    renamed: `column ${name} is missing; ${JSON.stringify(d['found'])} may be it`,
    kind: `column ${name} holds ${d['is']}, not ${d['was']}`,
    range: `column ${name}: ${d['count']} values far outside ${d['least']} to ${d['most']}, such as ${d['value']}`,
    categories: `column ${name} has ${d['count']} values never seen before: ${d['values']}`,
    repeats: `column ${name} was different in every row; ${d['count']} rows repeat now`,
    blanks: `column ${name} is ${percent(d['share'])} blank, was ${percent(d['was'])}`,
    unit: `column ${name} is in ${d['is']}, was in ${d['was']}`,
    new: `column ${name} is new`,
  };
  return lines[code];
}
