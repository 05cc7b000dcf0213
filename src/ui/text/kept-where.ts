import type { FilterParams } from '../../engine/index';
import { clockInWords } from './own-rules';
import { called } from './called';
import { date, listed } from './format';

type Group = Extract<FilterParams['conditions'][number], { conditions: unknown }>;
type Condition = Exclude<FilterParams['conditions'][number], Group>;
/** A number as its column writes it. */
export type WriteNumber = (column: string, value: number) => string;

const MOST_COLUMNS = 3;
const FEW = 3;

/** "Unit price €18 to €27, Country Denmark or Spain": what rows were chosen by; empty where that cannot be said. */
export function keptWhere(
  step: Pick<FilterParams, 'conditions'> | null,
  write: WriteNumber,
  isWhole: (column: string) => boolean = () => false,
): string {
  if (!step) return '';
  const byColumn = new Map<string, FilterParams['conditions']>();
  for (const one of step.conditions) {
    const { column } = 'conditions' in one ? one.conditions[0]! : one;
    byColumn.set(column, [...(byColumn.get(column) ?? []), one]);
  }
  const said = [...byColumn].map(
    ([column, all]) => `${called(column)} ${ofColumn(all, write, isWhole(column))}`,
  );
  const more = said.length - MOST_COLUMNS;
  return more <= 0
    ? said.join(', ')
    : `${said.slice(0, MOST_COLUMNS).join(', ')} and ${more} more ${more === 1 ? 'column' : 'columns'}`;
}

/** All that is asked of one column. */
function ofColumn(all: FilterParams['conditions'], write: WriteNumber, whole: boolean): string {
  const groups = all.filter((one): one is Group => 'conditions' in one);
  // A blank instead of each of several conditions is one blank instead of all.
  const inner = groups.flatMap(({ conditions }) => conditions);
  const isBlankToo = inner.some(({ is }) => is === 'blank');
  const plain = [
    ...all.filter((one): one is Condition => !('conditions' in one)),
    ...inner.filter(({ is }) => is !== 'blank'),
  ];
  const said = rangeOf(plain, write, whole) ?? either(plain.map((one) => words(one, write)));
  return isBlankToo ? `${said} or blank` : said;
}

/** Two bounds as the bars between them are called: "18 to 27"; of whole numbers the first and the last that are within. */
function rangeOf(all: readonly Condition[], write: WriteNumber, whole: boolean): string | null {
  const low = all.find(({ is }) => is === 'at-least' || is === 'more');
  const high = all.find(({ is }) => is === 'less' || is === 'at-most');
  if (!low || !high || all.length > 2 || !('value' in low) || !('value' in high)) return null;
  const [from, to] = [low, high].map(({ is, column, value }) =>
    write(column, whole ? nearestWithin(is, Number(value)) : Number(value)),
  );
  return from === to ? from! : `${from} to ${to}`;
}

/** The whole number at a bound that meets it. */
function nearestWithin(is: Condition['is'], bound: number): number {
  if (is === 'at-least') return Math.ceil(bound);
  if (is === 'more') return Math.floor(bound) + 1;
  return is === 'less' ? Math.ceil(bound) - 1 : Math.floor(bound);
}

function words(one: Condition, write: WriteNumber): string {
  switch (one.is) {
    case 'at-least':
      return `${write(one.column, one.value)} and more`;
    case 'more':
      return `above ${write(one.column, one.value)}`;
    case 'less':
      return `below ${write(one.column, one.value)}`;
    case 'at-most':
      return `up to ${write(one.column, one.value)}`;
    case 'equal':
      return write(one.column, one.value);
    case 'not-equal':
      return `not ${write(one.column, one.value)}`;
    case 'not-text':
      return `not ${called(one.value)}`;
    case 'one-of':
      return either(one.values.map((value) => called(value)));
    case 'days':
      return `${day(one.from)} to ${day(one.to)}`;
    case 'before':
    case 'after':
      return `${one.is} ${day(one.day)}`;
    case 'weekdays':
    case 'hours':
      return clockInWords({ [one.is]: one.values });
    case 'not-blank':
      return 'not blank';
    default:
      return one.is;
  }
}

const day = (text: string): string => date(Date.parse(text));

/** "a, b or c"; of many the first and how many more. */
function either(values: readonly string[]): string {
  const nots = values.every((value) => value.startsWith('not '));
  if (nots && values.length > 1)
    return `not ${listed(values.slice(0, FEW).map((value) => value.slice(4)))}${more(values.length)}`;
  if (values.length > FEW) return `${values.slice(0, FEW).join(', ')}${more(values.length)}`;
  return values.length > 1 ? `${values.slice(0, -1).join(', ')} or ${values.at(-1)}` : (values[0] ?? '');
}

const more = (many: number): string => (many > FEW ? ` or ${many - FEW} more` : '');
