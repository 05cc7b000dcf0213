import type { EffectCell, StepEffect } from '../../engine/index';
import { binsAhead } from './bins';
import { featuresAhead } from './feature-steps';
import { count, counted, date, dateTime, inWordsCapital, listed, number } from './format';
import { formulaAhead } from './formula';
import { kindWords } from './error-words';
import { valueAhead } from './per-customer';
import { notValid } from './table-steps';
import { areYears } from './years';

const FEW = 3;
const MOST_DECIMALS = 6;

const are = (n: number, one: string, many: string): string => (n === 1 ? one : many);

/** A list of names, cut to its first three. */
export const fewNames = (names: readonly string[]): string =>
  names.length > FEW + 1
    ? `${names.slice(0, FEW).join(', ')} and ${count(names.length - FEW)} more`
    : listed(names);

/** What a step would do, a sentence for each kind of change. */
export function effectSentences(effect: StepEffect): string[] {
  const said = effect.followed ? [...rowsSaid(effect), ...cellsSaid(effect)] : [grainSaid(effect)];
  const all = [...said, ...columnsSaid(effect)];
  return [
    ...(all.length > 0 ? all : ['Nothing would change.']),
    ...notValid(effect),
    ...binsAhead(effect),
    ...formulaAhead(effect),
    ...featuresAhead(effect),
    ...valueAhead(effect),
  ];
}

const grainSaid = ({ rows }: StepEffect): string =>
  `${counted(rows.before, 'row')} would become ${count(rows.after)}.`;

function rowsSaid({ rows }: StepEffect): string[] {
  const said: string[] = [];
  if (rows.dropped > 0) said.push(`${count(rows.dropped)} of ${counted(rows.before, 'row')} would go.`);
  if (rows.added > 0) said.push(`${counted(rows.added, 'row')} would be added.`);
  if (rows.reordered) said.push('Rows would stand in another order.');
  return said;
}

function cellsSaid({ changed, rows }: StepEffect): string[] {
  const stay = rows.after - rows.added;
  const kinds = changed.filter(({ from, to }) => from !== to);
  const plain = changed.filter(({ from, to }) => from === to);
  const all = plain.reduce((sum, { cells }) => sum + cells, 0);
  const said = kinds.map(({ column, to, cells, blanked }) => {
    const read = cells - blanked;
    const lost =
      blanked > 0 ? `, ${count(blanked)} cannot be and ${are(blanked, 'becomes', 'become')} blank` : '';
    return `${column} would hold ${kindWords(to)}: ${counted(read, 'cell')} ${are(read, 'is', 'are')} read${lost}.`;
  });
  if (all === 0) return said;
  const blank = plain.reduce((sum, { blanked }) => sum + blanked, 0);
  const become = blank > 0 ? ` ${blank === all ? are(all, 'It', 'They') : count(blank)} would be blank.` : '';
  if (plain.length === 1) {
    said.push(`${count(all)} of ${counted(stay, 'cell')} would change.${become}`);
    return said;
  }
  const most = [...plain].sort((a, b) => b.cells - a.cells).slice(0, FEW);
  const others = plain.length - most.length;
  const where = most.map(({ column, cells }) => `${count(cells)} in ${column}`);
  said.push(
    `${counted(all, 'cell')} would change: ${listed([...where, ...(others > 0 ? [`the rest in ${counted(others, 'column')}`] : [])])}.${become}`,
  );
  return said;
}

function columnsSaid({ columns }: StepEffect): string[] {
  const said = columns.renamed.slice(0, FEW).map(([from, to]) => `${from} would be called ${to}.`);
  const { added, removed } = columns;
  if (added.length > 0)
    said.push(`${fewNames(added)} would be ${are(added.length, 'a new column', 'new columns')}.`);
  if (removed.length > 0) said.push(`${fewNames(removed)} would be gone.`);
  if (columns.reordered) said.push('Columns would stand in another order.');
  return said;
}

/** "In a sample of 20,000 rows; all 2,000,000 are being counted." */
export const sampleSaid = (sample: number, rows: number): string =>
  `In a sample of ${counted(sample, 'row')}; all ${count(rows)} are being counted.`;

/** "Ten of them:", "All of them:". */
export function examplesSaid(shown: number, of: number): string {
  if (of === 1) return 'It is this:';
  return shown >= of ? 'These:' : `${inWordsCapital(shown)} of them:`;
}

/** Figures of a number that is shown short; what is before the point stays in full. */
const FIGURES = 4;
const shortly = (value: number): string =>
  number(
    value,
    Math.min(MOST_DECIMALS, Math.max(0, FIGURES - 1 - Math.floor(Math.log10(Math.abs(value) || 1)))),
  );

/**
 * What words cells of one column: a blank one is empty, and years are written as such where all of them are. What is
 * new and stands in a narrow column is written `short`, to four figures.
 */
export function cellWords(of: readonly (EffectCell | null)[], short = false): (cell: EffectCell) => string {
  const years = areYears(of.flatMap((cell) => (typeof cell?.value === 'number' ? [cell.value] : [])));
  return ({ kind, value, hasTime }) => {
    if (value === null) return '';
    if (typeof value === 'string') return value;
    if (kind === 'date') return hasTime ? dateTime(value) : date(value);
    if (years) return String(value);
    return short ? shortly(value) : number(value, MOST_DECIMALS);
  };
}

/** "The first 5 rows it makes:" */
export const madeSaid = (rows: number): string =>
  rows === 1 ? 'The row it makes:' : `The first ${count(rows)} rows it makes:`;
