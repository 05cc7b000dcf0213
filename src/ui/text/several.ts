import type { AppendPlan, FilesPlan, JoinPlan, UnrelatedFile } from '../../engine/index';
import type { Gathered } from '../../workers/files-api';
import { count, counted, listed, shareInFull } from './format';

type Files = Gathered['files'];

/** What the files are to each other, in a few words: the title of the place where it is shown. */
export function togetherTitle(files: Files, { first, joins }: FilesPlan): string {
  if (joins.length === 0)
    return first.files.length > 1
      ? `${counted(first.files.length, 'file')} of the same shape`
      : 'These files do not go together';
  const names = [...new Set([first.files[0]!, ...joins.map(({ file }) => file)])].map(
    (at) => files[at]!.name,
  );
  return joins.length === 1
    ? `${listed(names)} share ${joins[0]!.left}`
    : `${counted(files.length, 'file')} that go together`;
}

/** "oct.csv, nov.csv and dec.csv are read as one: 125,000 rows." */
export function appendSentence(files: Files, { files: at, rows, columns }: AppendPlan): string {
  const alike = columns.every(({ from }) => !from.includes(null)) ? 'the same' : 'nearly the same';
  const all = rows.reduce((sum, each) => sum + each, 0);
  return `${listed(at.map((file) => files[file]!.name))} have ${alike} columns. They are read as one: ${counted(all, 'row')}.`;
}

/** Dates that could be read in two ways in one file and not in another, a line each. */
export const settledLines = (files: Files): string[] =>
  files.flatMap(({ name, settled }) =>
    settled.map(
      ({ column, format, like }) =>
        `${column} in ${name} could be read day or month first. It is read ${format.startsWith('D') ? 'day' : 'month'} first, as in ${like}.`,
    ),
  );

/** What differs between files of one shape, a line each. */
export function differences(files: Files, { files: at, columns }: AppendPlan): string[] {
  const nameOf = (place: number) => files[at[place]!]!.name;
  return columns.flatMap(({ name, from, kinds }) => {
    const lacking = from.flatMap((own, place) => (own === null ? [nameOf(place)] : []));
    const called = from.flatMap((own, place) =>
      own !== null && own !== name ? [`${own} in ${nameOf(place)}`] : [],
    );
    return [
      ...(lacking.length > 0 ? [`${name} is not in ${listed(lacking)}: blank there.`] : []),
      ...(called.length > 0 ? [`${name} is called ${listed(called)}.`] : []),
      ...(kinds.length > 0 ? [`${name} is read as words, for the files differ in what it holds.`] : []),
    ];
  });
}

const THINGS: Record<string, string> = {
  customer: 'customer',
  email: 'address',
  order: 'order',
  phone: 'number',
  product: 'product',
};
const thing = ({ of }: JoinPlan): string => (of === null ? 'value' : (THINGS[of] ?? 'value'));

/** "6,884 of 6,889 customers match (99.9 %)." */
export function matchSentence(join: JoinPlan): string {
  const { matched, keys } = join.match.left;
  const part = keys > 0 ? ` (${shareInFull(matched / keys)})` : '';
  return `${count(matched)} of ${counted(keys, thing(join))} match${part}.`;
}

/** What does not match on either side, and what else is worth knowing before it is done; a line each. */
export function unmatchedLines(files: Files, first: string, join: JoinPlan): string[] {
  const { left, right } = join.match;
  const other = files[join.file]!.name;
  const [lost, unused] = [left.keys - left.matched, right.keys - right.matched];
  const rows = left.rows - left.matchedRows;
  return [
    lost === 0
      ? `Each ${thing(join)} of ${first} is in ${other}.`
      : `${counted(lost, thing(join))} of ${first} ${lost === 1 ? 'is' : 'are'} not in ${other}${such(left.unmatched, lost)}: ${counted(rows, 'row')}.`,
    unused === 0
      ? `Each ${thing(join)} of ${other} has a row in ${first}.`
      : `${count(unused)} of ${other} ${unused === 1 ? 'has' : 'have'} no row in ${first}${such(right.unmatched, unused)}.`,
    ...(left.blank > 0
      ? [`${counted(left.blank, 'row')} of ${first} ${left.blank === 1 ? 'has' : 'have'} no ${join.left}.`]
      : []),
    ...(right.repeated > 0
      ? [
          `${count(right.repeated)} ${right.repeated === 1 ? 'stands' : 'stand'} more than once in ${other}: the first row is taken.`,
        ]
      : []),
    ...(join.matching === 'alike'
      ? ['They are written differently: case, blanks at the ends and a trailing .0 do not count.']
      : []),
  ];
}

const SHOWN = 3;

function such(examples: readonly string[], all: number): string {
  if (all === 0) return '';
  const few = examples.slice(0, SHOWN).join(', ');
  return ` (${few}${all > SHOWN ? ' …' : ''})`;
}

/** Why a file is left out. */
export function unrelatedSentence(
  files: Files,
  first: string,
  { file, reason, column }: UnrelatedFile,
): string {
  const name = files[file]!.name;
  return reason === 'repeats'
    ? `${name} shares ${column} with ${first}, but it repeats in both, so no row of one belongs to one row of the other. It is left out.`
    : `${name} has neither the columns of ${first} nor one in common that names its rows. It is left out.`;
}

/** The name on the button that does it. */
export function togetherButton(files: Files, { first, joins }: FilesPlan): string {
  if (joins.length > 0) return 'Put them together';
  return first.files.length > 1 ? 'Read them as one' : `Open ${files[first.files[0]!]!.name} alone`;
}
