import type { MatchReason } from '../../engine/index';
import type { RecipeTrial } from '../../workers/recipe-api';
import type { PlainError } from '../../workers/wire';
import { effectOf } from './effects';
import { errorText } from './errors';
import { count, counted } from './format';
import { describeStep } from './steps';

const REASONS: Record<MatchReason, string> = {
  'same-name': 'The same name, written otherwise.',
  role: 'It means the same.',
  name: 'The names are alike.',
  values: 'The values are the same words.',
  'name-and-values': 'Name and values are alike.',
};

/** Why a column was proposed for another. */
export const reasonText = (reason: MatchReason | null): string | undefined =>
  reason === null ? undefined : REASONS[reason];

/** One step of a recipe as it would be done. */
export interface TrialLine {
  id: string;
  state: 'done' | 'off' | 'problem' | 'behind';
  sentence: string;
  /** "541,909 → 536,641 rows" */
  rows: string;
  effect: string;
}

/** What each step would do to the file. */
export function trialLines({ steps, recipe, problem }: RecipeTrial): TrialLine[] {
  return recipe.map((step, at): TrialLine => {
    const outcome = steps[at];
    const sentence = outcome?.describe ?? describeStep(step);
    if (outcome?.enabled) {
      const { rowsIn, rowsOut } = outcome;
      const rows =
        rowsIn === rowsOut ? counted(rowsIn, 'row') : `${count(rowsIn)} → ${counted(rowsOut, 'row')}`;
      return { id: step.id, state: 'done', sentence, rows, effect: effectOf(outcome, step.params, null) };
    }
    if (!step.enabled) return { id: step.id, state: 'off', sentence, rows: '', effect: 'off' };
    const isProblem = problem !== null && at === steps.length;
    return {
      id: step.id,
      state: isProblem ? 'problem' : 'behind',
      sentence,
      rows: '',
      effect: isProblem ? problemText(problem) : 'not tried',
    };
  });
}

const problemText = (problem: PlainError): string =>
  problem.code === 'missing-column'
    ? `It needs ${String(problem.details.column)}, which is not there.`
    : errorText(problem).sentence;

/** What a trial came to. */
export function trialHeadline({ steps, recipe, problem }: RecipeTrial): string {
  const done = steps.filter(({ enabled }) => enabled).length;
  if (!problem) return `All ${counted(done, 'step')} can be done. Nothing has changed yet.`;
  const first = done === 0 ? 'No step can be done' : `${counted(done, 'step')} can be done`;
  const behind = recipe.length - steps.length - 1;
  return `${first} before the first problem${behind > 0 ? `, with ${counted(behind, 'step')} behind it` : ''}. Nothing has changed yet.`;
}

/** Said once a recipe was done up to its first problem. */
export const cutShortSentence = ({ steps, recipe }: RecipeTrial): string => {
  const off = recipe.slice(steps.length).filter(({ enabled }) => enabled).length;
  return `Done up to the first problem. ${counted(off, 'step')} ${off === 1 ? 'stands' : 'stand'} switched off in the recipe.`;
};
