import type { RecipeStep } from '../../engine/index';
import type { Moment, RoleChoice } from '../../workers/api';
import { counted } from './format';
import { changedOn } from './sessions';
import { describeStep } from './steps';

type Steps = readonly RecipeStep[];

/** What was done to come to a moment from the one before it. */
export function momentSentence({ recipe, choice }: Moment, before: Moment | null): string {
  if (!before) return recipe.steps.length > 0 ? 'Opened, with its recipe' : 'Opened the file';
  const named = recipe.name === before.recipe.name ? [] : [nameSentence(recipe.name)];
  const changes = [
    ...named,
    ...said(choice, before.choice),
    ...stepChanges(recipe.steps, before.recipe.steps),
  ];
  const added = recipe.steps.filter((step) => !before.recipe.steps.some(({ id }) => id === step.id));
  if (added.length > 1 && added.some(({ op }) => op === 'segment')) return 'Segmented the customers';
  const [first, ...others] = changes;
  if (first === undefined) return 'Looked at it anew';
  return others.length === 0 ? first : `${first}, and ${counted(others.length, 'more change')}`;
}

const nameSentence = (name: string | undefined): string =>
  name === undefined ? 'Took the name off the recipe' : `Named the recipe “${name}”`;

const CHOICES: readonly (readonly [keyof RoleChoice, string])[] = [
  ['files', 'Put files together'],
  ['columns', 'Said what a column is'],
  ['roles', 'Said what columns mean'],
  ['grain', 'Said what a row is'],
  ['lists', 'Said which columns count'],
  ['currency', 'Said what money is counted in'],
  ['othersBlank', 'Counted other cells as blank'],
  ['refused', 'Put suggestions away or brought them back'],
];

const said = (now: RoleChoice, before: RoleChoice): string[] =>
  CHOICES.flatMap(([key, words]) => (same(now[key], before[key]) ? [] : [words]));

function stepChanges(now: Steps, before: Steps): string[] {
  const was = new Map(before.map((step) => [step.id, step]));
  const is = new Set(now.map(({ id }) => id));
  const kept = now.filter(({ id }) => was.has(id));
  const moved = !same(
    kept.map(({ id }) => id),
    before.filter(({ id }) => is.has(id)).map(({ id }) => id),
  );
  return [
    ...now.filter(({ id }) => !was.has(id)).map((step) => describeStep(step)),
    ...before.filter(({ id }) => !is.has(id)).map((step) => `Removed: ${describeStep(step)}`),
    ...kept.flatMap((step) => {
      const { enabled, params } = was.get(step.id)!;
      return [
        ...(enabled === step.enabled
          ? []
          : [`Switched ${step.enabled ? 'on' : 'off'}: ${describeStep(step)}`]),
        ...(same(params, step.params) ? [] : [`Changed: ${describeStep(step)}`]),
      ];
    }),
    ...(moved ? ['Changed the order of steps'] : []),
  ];
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** "14:05" today, else "yesterday 14:05" or the day with the time; nothing where it is not known. */
export function momentTime(when: number | undefined, now: number): string {
  if (when === undefined) return '';
  const day = changedOn(when, now);
  const at = new Date(when);
  const clock = [at.getHours(), at.getMinutes()].map((part) => String(part).padStart(2, '0')).join(':');
  return day === 'today' ? clock : `${day} ${clock}`;
}
