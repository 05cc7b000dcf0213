import type { RecipesCompared } from '../../engine/index';
import { counted, listed } from './format';

type Beside = RecipesCompared['steps'][number];
type Change = Beside['changes'][number];

/** One step of two recipes in words. */
export interface BesideLine {
  key: string;
  state: Beside['state'];
  sentence: string;
  /** What differs, one thing each. */
  says: readonly string[];
}

const LONG = 60;

/** Two recipes step by step. */
export function besideLines({ steps }: RecipesCompared): BesideLine[] {
  return steps.map((one): BesideLine => {
    const { state, here, there } = one;
    const key = `${here?.index ?? ''} ${there?.index ?? ''}`;
    return { key, state, sentence: (here ?? there)!.describe, says: SAYS[state](one) };
  });
}

const SAYS: Record<Beside['state'], (one: Beside) => readonly string[]> = {
  same: () => ['the same'],
  changed: (one) => {
    const all = [...switched(one), ...one.changes.map(changeText)];
    return all.length > 0 ? all : ['written by another version'];
  },
  moved: ({ here, there }) => [`step ${here!.index + 2} here, step ${there!.index + 2} there`],
  'only-here': () => ['only here'],
  'only-there': () => ['only there'],
};

const switched = ({ here, there }: Beside): string[] =>
  here!.enabled === there!.enabled ? [] : [here!.enabled ? 'on here, off there' : 'off here, on there'];

const changeText = ({ name, here, there }: Change): string =>
  `${nameOf(name)}: ${valueText(here)} here, ${valueText(there)} there`;

/** `maxK` → "max k": the parameter as it is called in a recipe, in small letters. */
const nameOf = (name: string): string => name.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();

function valueText(value: Change['here']): string {
  if (value === undefined || value === null) return 'nothing';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value !== 'object') return String(value) === '' ? 'an empty text' : String(value);
  const flat = Array.isArray(value) && value.every((one) => typeof one !== 'object');
  const text = flat ? listed(value.map(String)) : JSON.stringify(value);
  return text.length > LONG ? `${text.slice(0, LONG)}…` : text;
}

/** Whether two recipes do the same, as a headline. */
export function besideHeadline({ steps, same }: RecipesCompared, other: string): string {
  if (same) return `This recipe and ${other} do the same.`;
  const of = (...states: Beside['state'][]) => steps.filter(({ state }) => states.includes(state)).length;
  const parts = [
    [of('same'), 'the same'],
    [of('changed', 'moved'), 'done otherwise'],
    [of('only-here'), 'only here'],
    [of('only-there'), `only in ${other}`],
  ] as const;
  const said = parts.filter(([number]) => number > 0).map(([number, words]) => `${number} ${words}`);
  return `${counted(steps.length, 'step')}: ${listed(said)}.`;
}
